import QtQuick
import Kiosk.Bridge

// Two fingers on the picture: they lead from the stage closer, and go on there without being lifted.
PinchHandler {
    id: root

    required property Gallery gallery
    required property StageView stage
    property bool leads: false // from the stage closer
    property bool holding: false
    property point first
    property point last
    property real factor: 1

    function begin(): void {
        root.first = root.centroid.scenePosition;
        const work = root.gallery.visit.screen === Visit.STAGE ? root.stage.workAt(root.first.x, root.first.y) : -1;
        root.leads = work >= 0;
        if (root.leads)
            root.stage.lookCloserAt(work);
        root.take();
    }

    // The closer look may have to wait until it does not flash: the fingers go on meanwhile.
    function take(): void {
        if (root.holding || root.gallery.visit.screen !== Visit.CLOSER)
            return;
        root.holding = true;
        root.gallery.closer.grip(root.first.x, root.first.y);
    }

    function follow(): void {
        if (root.leads)
            root.take();
        if (!root.holding)
            return;
        root.last = root.centroid.scenePosition;
        root.factor = root.activeScale;
        root.gallery.closer.pinch(root.last.x, root.last.y, root.factor);
    }

    function end(): void {
        if (root.holding && root.gallery.visit.screen === Visit.CLOSER)
            root.gallery.closer.ungrip(root.last.x, root.last.y, root.factor);
        root.holding = root.leads = false;
    }

    target: null

    onActiveChanged: active ? begin() : end()
    onUpdated: follow()
}
