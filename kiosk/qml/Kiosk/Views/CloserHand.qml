import QtQuick
import Kiosk.Bridge
import Kiosk.Theme

// One finger or a mouse on the picture: it drags, taps twice, turns the wheel.
Item {
    id: root

    required property Closer closer
    required property bool pinching // two fingers hold it
    property var covered: (x, y) => false

    // whether something that lies on the picture is meant at a point

    TapHandler {
        onDoubleTapped: point => {
            if (!root.covered(point.position.x, point.position.y))
                root.closer.tap(point.position.x, point.position.y);
        }
        onPressedChanged: {
            if (pressed)
                root.closer.hold(point.position.x, point.position.y);
            else if (!drag.active && !root.pinching)
                root.closer.release(false);
        }
    }

    DragHandler {
        id: drag

        dragThreshold: Math.round(1.5 * Theme.unit)
        target: null

        onActiveChanged: {
            if (active)
                root.closer.hold(centroid.position.x, centroid.position.y);
            else if (!root.pinching)
                root.closer.release(!Motion.reduced);
        }
        onActiveTranslationChanged: {
            if (active)
                root.closer.drag(centroid.position.x, centroid.position.y);
        }
    }

    WheelHandler {
        target: null

        onWheel: event => root.closer.roll(event.angleDelta.y / 120, event.x, event.y)
    }
}
