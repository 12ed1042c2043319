import QtQuick
import Kiosk.Theme

// Fades the edge of a list or text that goes on beyond it. A tap there goes on.
Rectangle {
    id: root

    required property bool more
    required property int edge // Qt.LeftEdge, Qt.RightEdge, Qt.TopEdge or Qt.BottomEdge
    property real overhang: 0 // how far the list is seen beyond its own edge
    property real inside: 0 // it stands so far inside the list, where it is in reach, as a button and not as an edge
    property color ground: Theme.wall
    property color ink: Theme.ink
    readonly property bool sideways: edge === Qt.LeftEdge || edge === Qt.RightEdge
    readonly property bool before: edge === Qt.LeftEdge || edge === Qt.TopEdge
    readonly property color none: Qt.rgba(ground.r, ground.g, ground.b, 0)
    readonly property real reach: Theme.control
    readonly property real fading: 0.48 * reach / (reach + overhang) // share that is not yet all ground

    signal triggered

    Accessible.ignored: !more
    Accessible.name: before !== (sideways && LayoutMirroring.enabled) ? qsTr("Back", "scrolling") : qsTr("More", "scrolling")
    Accessible.role: Accessible.Button
    height: sideways ? parent.height : reach + overhang
    opacity: more ? 1 : 0
    visible: opacity > 0
    width: sideways ? reach + overhang : parent.width
    x: sideways ? (before ? -overhang : parent.width - reach) : 0
    y: sideways ? 0 : (before ? inside - overhang : parent.height - reach)

    Behavior on opacity {
        enabled: root.parent?.visible ?? false

        NumberAnimation {
            duration: Motion.interfaceChange
            easing.type: Motion.calm
        }
    }
    gradient: Gradient {
        orientation: root.sideways ? Gradient.Horizontal : Gradient.Vertical

        GradientStop {
            color: root.before && root.inside === 0 ? root.ground : root.none
            position: root.before ? 1 - root.fading : 0
        }

        GradientStop {
            color: root.before ? root.none : root.ground
            position: root.before ? 1 : root.fading
        }
    }

    Accessible.onPressAction: {
        Focus.asked();
        root.triggered();
    }

    // Its edge is the screen's, whichever way one reads.
    Item {
        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: false
        height: root.sideways ? parent.height : root.reach
        width: root.sideways ? root.reach : parent.width
        x: root.sideways && root.before ? root.overhang : 0
        y: !root.sideways && root.before ? root.overhang : 0

        Rectangle {
            anchors.centerIn: parent
            border.color: Theme.line
            border.width: Theme.hairline
            color: Theme.raised
            height: root.reach
            radius: height / 2
            visible: root.inside > 0
            width: height
        }

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: root.sideways ? (root.before ? -1 : 1) * (root.reach - width) * 0.42 : 0
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: root.sideways || root.inside > 0 ? 0 : (root.before ? -1 : 1) * (root.reach - height) * 0.42
            color: root.ink
            mirrored: root.edge === Qt.LeftEdge
            name: root.sideways ? "next" : "more"
            rotation: root.edge === Qt.TopEdge ? 180 : 0
        }

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            longPressThreshold: Motion.longestTap

            onTapped: root.triggered()
        }
    }
}
