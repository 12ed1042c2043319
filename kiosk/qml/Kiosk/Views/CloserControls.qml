import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// What fingers can do with the picture, each by one tap; and the way back, at the end of the same edge.
Item {
    id: root

    required property Closer closer
    required property bool upright // a column, for a picture beside it; else a row below it
    required property real most // how long the column or row may be
    readonly property real buttons: 5 * Theme.control + 5 * Theme.smallGap + 4 * Theme.smallGap + Theme.gap
    readonly property real zoomWidth: zoom.width
    readonly property real slide: Math.min(3.5 * Theme.control, most - buttons)

    signal closed

    implicitHeight: upright ? zoom.height + Theme.gap + leave.height : zoom.height
    implicitWidth: upright ? zoom.width : zoom.width + Theme.gap + leave.width

    Plate {
        id: zoom

        upright: root.upright

        anchors {
            left: parent.left
            top: parent.top
        }

        IconButton {
            readonly property bool larger: root.upright

            framed: false
            icon: larger ? "plus" : "minus"
            name: larger ? qsTr("Larger") : qsTr("Smaller")
            usable: larger ? root.closer.canZoomIn : root.closer.canZoomOut

            onTriggered: root.closer.step(larger ? 1 : -1)
        }

        // Without room for it, the buttons beside it do the same.
        Slider {
            height: root.upright ? root.slide : Theme.control
            name: qsTr("Size of the picture")
            position: root.closer.depth
            upright: root.upright
            visible: root.slide >= 2 * Theme.control
            width: root.upright ? Theme.control : root.slide

            onAsked: position => root.closer.reach(position)
            onMoved: position => root.closer.slide(position)
        }

        IconButton {
            readonly property bool larger: !root.upright

            framed: false
            icon: larger ? "plus" : "minus"
            name: larger ? qsTr("Larger") : qsTr("Smaller")
            usable: larger ? root.closer.canZoomIn : root.closer.canZoomOut

            onTriggered: root.closer.step(larger ? 1 : -1)
        }

        IconButton {
            framed: false
            icon: "whole"
            name: qsTr("The whole picture")
            usable: !root.closer.whole

            onTriggered: root.closer.showWhole()
        }
    }

    Plate {
        id: leave

        anchors {
            bottom: parent.bottom
            right: parent.right
        }

        IconButton {
            framed: false
            icon: "close"
            name: qsTr("Back to the slideshow")

            onTriggered: root.closed()
        }
    }
}
