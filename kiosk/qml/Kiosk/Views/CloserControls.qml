import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// What fingers can do with the picture, each by one tap; and the way back, at the end of the same edge.
Item {
    id: root

    required property Closer closer
    required property bool upright // a column, for a picture beside it; else a row below it

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
            icon: "plus"
            name: qsTr("Larger")
            usable: root.closer.canZoomIn

            onTriggered: root.closer.step(1)
        }

        IconButton {
            icon: "minus"
            name: qsTr("Smaller")
            usable: root.closer.canZoomOut

            onTriggered: root.closer.step(-1)
        }

        IconButton {
            icon: "whole"
            name: qsTr("The whole picture")
            usable: root.closer.canZoomOut

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
            icon: "close"
            name: qsTr("Back to the slideshow")

            onTriggered: root.closed()
        }
    }
}
