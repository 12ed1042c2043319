import QtQuick
import Kiosk.Theme

// A way between two ends and a thumb on it as large as a finger: dragged, sent to a place by a tap, or stepped by a screen
// reader. It is no stop for keys, which would be caught between its ends: they have the buttons beside it.
Item {
    id: root

    required property string name
    required property real position // 0..1, where the thumb stands
    property bool upright: true // the far end is up; else at the end of the line
    property int value: 0 // what a screen reader tells and sets, in percent
    readonly property int minimumValue: 0
    readonly property int maximumValue: 100
    readonly property int stepSize: 10
    readonly property bool mirrored: LayoutMirroring.enabled && !upright
    readonly property real track: (upright ? height : width) - Theme.control

    signal moved(position: real) // by a finger
    signal asked(position: real) // by a tap or a screen reader

    // The place of the way at a point of this item.
    function placeAt(at: point): real {
        const along = (root.upright ? root.height - at.y : root.mirrored ? root.width - at.x : at.x) - Theme.control / 2;
        return Math.max(0, Math.min(1, along / root.track));
    }

    function step(by: int): void {
        Focus.asked();
        root.asked(Math.max(0, Math.min(1, root.position + by * root.stepSize / 100)));
    }

    Accessible.name: root.name
    Accessible.role: Accessible.Slider
    implicitHeight: Theme.control
    implicitWidth: Theme.control

    Accessible.onDecreaseAction: step(-1)
    Accessible.onIncreaseAction: step(1)
    onValueChanged: {
        if (Math.abs(value - 100 * position) > 1) {
            Focus.asked();
            root.asked(value / 100);
        }
    }

    Binding {
        property: "value"
        target: root
        value: Math.round(100 * root.position)
    }

    Rectangle {
        anchors.centerIn: parent
        color: Theme.line
        height: root.upright ? root.track + Theme.stroke : Theme.stroke
        radius: Theme.stroke / 2
        width: root.upright ? Theme.stroke : root.track + Theme.stroke
    }

    Rectangle {
        id: thumb

        readonly property real along: root.position * root.track

        border.color: Theme.ink
        border.width: Theme.stroke
        color: drag.active ? Theme.accent : Theme.raised
        height: Math.round(0.62 * Theme.control)
        radius: height / 2
        width: height
        x: root.upright ? (root.width - width) / 2 : (root.mirrored ? root.track - along : along) + (Theme.control - width) / 2
        y: root.upright ? root.track - along + (Theme.control - height) / 2 : (root.height - height) / 2

        Behavior on color {
            ColorAnimation {
                duration: Motion.press
                easing.type: Motion.calm
            }
        }
    }

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: Motion.longestTap

        onTapped: point => root.asked(root.placeAt(point.position))
    }

    DragHandler {
        id: drag

        dragThreshold: Math.round(Theme.unit)
        target: null

        onCentroidChanged: {
            if (active)
                root.moved(root.placeAt(centroid.position));
        }
    }
}
