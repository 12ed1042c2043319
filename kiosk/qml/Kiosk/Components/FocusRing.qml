pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

// Shows which control the keyboard would press: a line in the colour of words, to be seen on every wall and not to be taken
// for what is chosen, and inside it one of the wall, which keeps it off whatever it surrounds. One is made at a time: there
// are many controls, and most visitors touch.
Loader {
    id: root

    required property Item control
    property real within: 0 // of the control's own edge, where there is no room around it
    property bool over: false // a picture, or beside what is chosen: another line of the wall keeps it off outside
    property real radius: Theme.radius + line + gap
    readonly property int line: Math.max(2, Math.round(1.5 * Theme.stroke))
    readonly property int gap: Math.max(2, Math.round(Theme.stroke)) // on a chosen one it is what changes most

    active: visible
    anchors.fill: parent
    anchors.margins: within - line - gap
    visible: root.control.activeFocus && Focus.marked

    sourceComponent: Rectangle {
        border.color: Theme.ink
        border.width: root.line
        color: "transparent"
        radius: root.radius

        Rectangle {
            anchors.fill: parent
            anchors.margins: root.line
            border.color: Theme.wall
            border.width: root.gap
            color: "transparent"
            radius: Math.max(0, root.radius - root.line)
        }

        Rectangle {
            anchors.fill: parent
            anchors.margins: -root.gap
            border.color: Theme.wall
            border.width: root.gap
            color: "transparent"
            radius: root.radius > 0 ? root.radius + root.gap : 0
            visible: root.over
        }
    }
}
