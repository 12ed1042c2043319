import QtQuick
import Kiosk.Bridge

// Two fingers on the picture: they lead from the stage closer, and go on there without being lifted.
PinchHandler {
    id: root

    required property Gallery gallery
    required property StageView stage
    property bool holding: false
    property point last
    property real factor: 1

    function begin(): void {
        const at = root.centroid.scenePosition;
        const work = root.gallery.visit.screen === Visit.STAGE ? root.stage.workAt(at.x, at.y) : -1;
        if (work >= 0)
            root.stage.lookCloserAt(work);
        root.holding = root.gallery.visit.screen === Visit.CLOSER;
        if (root.holding)
            root.gallery.closer.grip(at.x, at.y);
    }

    function follow(): void {
        if (!root.holding)
            return;
        root.last = root.centroid.scenePosition;
        root.factor = root.activeScale;
        root.gallery.closer.pinch(root.last.x, root.last.y, root.factor);
    }

    function end(): void {
        if (root.holding && root.gallery.visit.screen === Visit.CLOSER)
            root.gallery.closer.ungrip(root.last.x, root.last.y, root.factor);
        root.holding = false;
    }

    target: null

    onActiveChanged: active ? begin() : end()
    onUpdated: follow()
}
