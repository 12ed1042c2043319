import QtQuick
import Kiosk.Bridge
import Kiosk.Theme

// In the margin above everything, so that nobody takes a rehearsal for the show: the time that it is meant to be.
Rectangle {
    id: root

    required property Rehearsal rehearsal

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.wall
    height: Theme.margin + radius - 2 * Theme.hairline
    radius: Theme.radius + Theme.smallGap
    visible: root.rehearsal.clock !== ""
    width: told.implicitWidth + 2 * Theme.gap
    y: -radius

    Text {
        id: told

        Accessible.name: text
        Accessible.role: Accessible.StaticText
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: root.radius / 2
        color: Theme.accent
        font.family: Theme.sans
        font.pixelSize: Theme.captionText / Theme.textScale // for staff, and there is no more room
        text: qsTr("Rehearsal") + "  ·  " + root.rehearsal.clock
        textFormat: Text.PlainText
    }
}
