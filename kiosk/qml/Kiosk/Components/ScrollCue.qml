import QtQuick
import Kiosk.Theme

// Fades the edge of a list or text that goes on beyond it.
Rectangle {
    id: root

    required property bool more
    required property int edge // Qt.LeftEdge, Qt.RightEdge or Qt.BottomEdge
    property color ground: Theme.wall
    property color ink: Theme.quiet
    readonly property bool sideways: edge !== Qt.BottomEdge
    readonly property color none: Qt.rgba(ground.r, ground.g, ground.b, 0)

    height: sideways ? parent.height : Theme.control
    opacity: more ? 1 : 0
    visible: opacity > 0
    width: sideways ? Theme.control * 1.2 : parent.width
    x: edge === Qt.RightEdge ? parent.width - width : 0
    y: edge === Qt.BottomEdge ? parent.height - height : 0

    Behavior on opacity {
        NumberAnimation {
            duration: Motion.interfaceChange
        }
    }
    gradient: Gradient {
        orientation: root.sideways ? Gradient.Horizontal : Gradient.Vertical

        GradientStop {
            color: root.edge === Qt.LeftEdge ? root.ground : root.none
            position: 0
        }

        GradientStop {
            color: root.edge === Qt.LeftEdge ? root.none : root.ground
            position: root.edge === Qt.LeftEdge ? 1 : 0.75
        }
    }

    Icon {
        color: root.ink
        height: Theme.icon * 0.8
        mirrored: root.edge === Qt.LeftEdge
        name: root.sideways ? "next" : "more"
        width: height
        x: root.sideways ? (root.edge === Qt.LeftEdge ? 0 : parent.width - width) : (parent.width - width) / 2
        y: root.sideways ? (parent.height - height) / 2 : parent.height - height
    }
}
