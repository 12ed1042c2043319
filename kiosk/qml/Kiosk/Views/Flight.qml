import QtQuick
import Kiosk.Theme

// A work on its way from the wall to the stage.
Image {
    id: root

    property rect from
    property rect to
    property real way: 0
    readonly property bool flying: animation.running

    function stop(): void {
        animation.stop();
    }

    function fly(picture: url, start: rect, end: rect): void {
        source = picture;
        from = start;
        to = end;
        animation.restart();
    }

    height: from.height + (to.height - from.height) * way
    visible: flying
    width: from.width + (to.width - from.width) * way
    x: from.x + (to.x - from.x) * way
    y: from.y + (to.y - from.y) * way

    NumberAnimation {
        id: animation

        duration: Motion.grow
        easing.type: Motion.calm
        from: 0
        property: "way"
        target: root
        to: 1

        onRunningChanged: {
            if (!running)
                root.source = "";
        }
    }
}
