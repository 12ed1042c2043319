import QtQuick
import Kiosk.Theme

// Shows which control the keyboard would press.
Rectangle {
    id: root

    required property Item control

    anchors.fill: parent
    anchors.margins: -2 * Theme.stroke
    border.color: Theme.accent
    border.width: 1.5 * Theme.stroke
    color: "transparent"
    radius: Theme.radius + 2 * Theme.stroke
    visible: root.control.activeFocus
}
