import QtQuick
import Kiosk.Theme

// A work on its way from the wall to the stage, as its preview, or back, as the stage's own picture, lent for the time.
Item {
    id: root

    property rect from
    property rect to
    property real way: 0
    property bool homeward: false // from the stage to the wall
    readonly property bool flying: animation.running
    readonly property Item canvas: flying && homeward ? root : null // what the stage's picture fills

    function stop(): void {
        animation.stop();
    }

    function fly(picture: url, start: rect, end: rect): void {
        root.begin(false, picture, start, end);
    }

    function flyHome(start: rect, end: rect): void {
        root.begin(true, "", start, end);
    }

    function begin(homeward: bool, picture: url, start: rect, end: rect): void {
        animation.stop();
        root.homeward = homeward;
        preview.source = picture;
        root.way = 0;
        root.from = start;
        root.to = end;
        animation.start();
    }

    height: from.height + (to.height - from.height) * way
    visible: flying
    width: from.width + (to.width - from.width) * way
    x: from.x + (to.x - from.x) * way
    y: from.y + (to.y - from.y) * way

    Image {
        id: preview

        anchors.fill: parent
    }

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
                preview.source = "";
        }
    }
}
