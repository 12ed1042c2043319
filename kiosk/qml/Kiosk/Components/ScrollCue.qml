import QtQuick
import Kiosk.Theme

// Fades the edge of a list or text that goes on beyond it.
Rectangle {
    id: root

    required property bool more
    required property int edge // Qt.LeftEdge, Qt.RightEdge or Qt.BottomEdge
    property real overhang: 0 // how far the list is seen beyond its own edge
    property color ground: Theme.wall
    property color ink: Theme.quiet
    readonly property bool sideways: edge !== Qt.BottomEdge
    readonly property bool atLeft: edge === Qt.LeftEdge
    readonly property color none: Qt.rgba(ground.r, ground.g, ground.b, 0)
    readonly property real reach: sideways ? Theme.control * 1.2 : Theme.control
    readonly property real fading: 0.75 * reach / (reach + overhang) // share that is not yet all ground

    height: sideways ? parent.height : reach + overhang
    opacity: more ? 1 : 0
    visible: opacity > 0
    width: sideways ? reach + overhang : parent.width
    x: atLeft ? -overhang : sideways ? parent.width - reach : 0
    y: sideways ? 0 : parent.height - reach

    Behavior on opacity {
        NumberAnimation {
            duration: Motion.interfaceChange
        }
    }
    gradient: Gradient {
        orientation: root.sideways ? Gradient.Horizontal : Gradient.Vertical

        GradientStop {
            color: root.atLeft ? root.ground : root.none
            position: root.atLeft ? 1 - root.fading : 0
        }

        GradientStop {
            color: root.atLeft ? root.none : root.ground
            position: root.atLeft ? 1 : root.fading
        }
    }

    Icon {
        color: root.ink
        height: Theme.icon * 0.8
        mirrored: root.atLeft
        name: root.sideways ? "next" : "more"
        width: height
        x: root.atLeft ? root.overhang : root.sideways ? root.reach - width : (parent.width - width) / 2
        y: root.sideways ? (parent.height - height) / 2 : root.reach - height
    }
}
