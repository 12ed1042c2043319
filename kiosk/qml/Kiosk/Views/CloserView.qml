pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// A closer look: the picture alone on the wall, as large as its own pixels. It is the stage's own, lent for the time.
Item {
    id: root

    required property Gallery gallery
    required property bool portrait
    required property bool pinching // two fingers that came from the stage still hold the picture
    readonly property alias spot: spot
    readonly property Closer closer: gallery.closer
    readonly property bool open: gallery.visit.screen === Visit.CLOSER
    readonly property Item canvas: borrowed ? easel : null
    property bool borrowed: false // the stage's picture hangs here
    property real way: 0
    readonly property bool settled: open && borrowed && !closer.moving && closer.sharp && opacity === 1 && furniture.settled && !veil.visible
    readonly property rect room: furniture.room

    function snap(length: real): real {
        return Math.round(length * Screen.devicePixelRatio) / Screen.devicePixelRatio;
    }

    function arrive(): void {
        if (!root.open || root.borrowed)
            return;
        root.measure();
        root.borrowed = true;
        if (!root.pinching)
            root.closer.arrive();
    }

    function measure(): void {
        root.closer.stand(root.room.x, root.room.y, root.room.width, root.room.height, root.width, root.height);
    }

    // Back to where the picture belongs on the stage.
    function leave(home: rect): void {
        root.closer.goBack(home.x, home.y, home.width);
    }

    // The picture has arrived where it was sent.
    function finish(): void {
        root.closer.fly(1);
        if (root.gallery.visit.screen !== Visit.CLOSER) // `open` may not have heard of it yet
            root.giveBack();
    }

    function giveBack(): void {
        root.borrowed = false;
        root.closer.gone();
    }

    visible: borrowed && opacity > 0

    Component.onCompleted: arrive()
    onOpenChanged: arrive()
    onRoomChanged: Qt.callLater(measure) // once for all that changes together
    onVisibleChanged: {
        if (!visible && !root.open)
            root.giveBack();
    }
    onWayChanged: {
        if (flight.running)
            root.closer.fly(way);
    }

    Connections {
        function onSent(): void {
            flight.stop();
            if (Motion.reduced && root.gallery.visit.screen === Visit.CLOSER && root.opacity === 1 && furniture.settled)
                veil.cover();
            else
                flight.begin();
        }

        target: root.closer
    }

    NumberAnimation {
        id: flight

        function begin(): void {
            duration = root.open ? Math.min(Motion.farthest, Math.max(Motion.zoom, root.closer.distance * Motion.travel)) : Motion.grow;
            restart();
        }

        easing.type: Motion.calm
        from: 0
        property: "way"
        target: root
        to: 1

        onFinished: root.finish()
    }

    FrameAnimation {
        running: root.closer.gliding

        onTriggered: root.closer.glide(Motion.reduced ? Infinity : elapsedTime)
        onRunningChanged: reset()
    }

    Item {
        id: sight

        anchors.fill: parent

        Item {
            id: easel

            height: root.snap(root.closer.height)
            width: root.snap(root.closer.width)
            x: root.snap(root.closer.x)
            y: root.snap(root.closer.y)

            Item {
                anchors.fill: parent

                Repeater {
                    model: root.closer.tiles

                    Tile {
                        density: Screen.devicePixelRatio
                        picture: easel

                        onLost: root.closer.lost(index)
                        onShown: root.closer.loaded(index)
                    }
                }
            }
        }
    }

    CloserVeil {
        id: veil

        subject: sight

        onReady: root.finish()
    }

    CloserHand {
        anchors.fill: parent
        closer: root.closer
        covered: (x, y) => furniture.covers(x, y)
        enabled: root.open
        pinching: root.pinching
    }

    WorkSpot {
        id: spot

        readonly property real start: Math.round(Math.max(0, easel.x)) // a ring between two pixels would be soft
        readonly property real head: Math.round(Math.max(0, easel.y))

        enabled: root.open
        height: Math.round(Math.min(root.height, easel.y + easel.height)) - head
        name: root.gallery.slideshow.subject.name
        inside: true
        moving: root.closer.moving
        width: Math.round(Math.min(root.width, easel.x + easel.width)) - start
        words: root.gallery.slideshow.subject.label.map(line => line.words).join("\n")
        x: start
        y: head

        onTriggered: root.closer.step(1)
    }

    CloserFurniture {
        id: furniture

        anchors.fill: parent
        gallery: root.gallery
        open: root.open && !root.closer.aimed
        upright: !root.portrait

        onClosed: root.gallery.visit.showStage()
    }
}
