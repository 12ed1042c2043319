import QtQuick
import Kiosk.Theme

// The quiet ground of controls that may lie on a picture. What is touched on it is not touched on the picture.
Rectangle {
    id: root

    default property alias controls: column.data
    property bool upright: true

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.raised
    implicitHeight: column.implicitHeight + 2 * Theme.smallGap
    implicitWidth: column.implicitWidth + 2 * Theme.smallGap
    radius: Theme.radius + Theme.smallGap

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }

    DragHandler {
        target: null
    }

    WheelHandler {
        target: null
    }

    Grid {
        id: column

        anchors.centerIn: parent
        columns: root.upright ? 1 : children.length
        spacing: Theme.smallGap
    }
}
