pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Theme

// The pages of the slideshow: one glides after the finger with its neighbour behind it, or two cross-fade.
Item {
    id: root

    required property Slideshow slideshow
    required property bool portrait
    required property bool arriving // the current picture is still on the way from the wall
    property bool resting: false // out of sight for long
    property Item lentTo: null // what the current picture fills while a visitor looks closer
    readonly property bool moving: drag.active || glide.running || fade.running || waiting || slideshow.waits
    readonly property StagePage current: hung > 0 ? pages.itemAt(((root.page % pages.count) + pages.count) % pages.count) as StagePage : null
    property int hung: 0 // pages made; they are made one after the other when the stage is loaded in the background
    readonly property int direction: LayoutMirroring.enabled ? -1 : 1
    readonly property real stride: width + Theme.margin
    property int page: 0
    property int leaving: 0
    property real offset: 0
    property real faded: 1
    property bool waiting: false

    signal closerAsked(int work)

    function turn(): void {
        const next = root.slideshow.page;
        if (next === root.page)
            return;
        const by = next - root.page;
        root.finishFade();
        root.leaving = root.page;
        root.page = next;
        root.current?.toTop();
        if (root.slideshow.move === Slideshow.GLIDE && !Motion.reduced) {
            root.offset -= by * root.stride;
            glide.restart();
        } else if (root.slideshow.move !== Slideshow.CUT) {
            glide.stop();
            root.offset = 0;
            drag.before = -drag.way; // a finger that still holds the page that goes moves the one that comes
            root.faded = 0;
            root.waiting = true;
            patience.restart();
            root.fadeWhenReady();
        } else {
            glide.stop();
            root.offset = 0;
            root.slideshow.settled();
        }
    }

    function fadeWhenReady(): void {
        if (root.waiting && (root.current?.presentable || !patience.running)) {
            root.waiting = false;
            patience.stop();
            fade.restart();
        }
    }

    function finishFade(): void {
        root.waiting = false;
        fade.stop();
        root.faded = 1;
    }

    function release(): void {
        const enough = Math.abs(drag.way) > root.width * 0.28;
        const flung = Math.abs(drag.speed) > 0.35 * Theme.unit && drag.speed * drag.way < 0;
        const by = drag.way > 0 ? 1 : -1;
        const before = root.page;
        if ((enough || flung) && root.slideshow.turnable)
            root.slideshow.swipe(by);
        if (root.page === before) // too little, or too soon after the last turn
            glide.restart();
    }

    clip: false

    Component.onCompleted: root.page = root.slideshow.page

    Connections {
        function onMoved(): void {
            root.turn();
        }

        target: root.slideshow
    }

    Repeater {
        id: pages

        model: root.slideshow.slides

        onItemAdded: root.hung += 1

        StagePage {
            id: page

            required property Slide modelData
            readonly property int ahead: modelData.page - root.page
            readonly property bool here: ahead === 0
            readonly property bool going: !here && root.faded < 1 && modelData.page === root.leaving
            readonly property var hung: modelData.paired ? [modelData.page, modelData.work, workRect, secondRect] : here ? [root.width, root.height, place] : null
            readonly property bool beside: !here && !going && root.offset !== 0 && Math.abs(ahead) <= 2

            function presentableNow(): void {
                modelData.present(presentable);
                if (here)
                    root.fadeWhenReady();
            }

            // Where pictures hang decides how much the light changes when a page turns.
            function tellPlaces(): void {
                if (modelData.paired)
                    root.slideshow.hang(modelData.page, workRect, secondRect);
                else if (here)
                    root.slideshow.stand(root.width, root.height, place);
            }

            arriving: here && root.arriving
            beyondReach: Math.max(0, Theme.beyondTop - root.y)
            resting: root.resting
            height: root.height
            lentTo: here ? root.lentTo : null
            labelOpacity: here ? Math.max(0, root.faded * 2 - 1) : going ? Math.max(0, 1 - root.faded * 2.5) : 1
            pictureOpacity: here ? root.faded : going ? 1 - Math.max(0, (root.faded - 0.35) / 0.65) : 1
            portrait: root.portrait
            slide: modelData
            visible: here || going || beside
            width: root.width
            x: going ? 0 : root.direction * (ahead * root.stride - root.offset)
            z: here ? 1 : 0
            atSecond: here && root.slideshow.subject === modelData.second

            Component.onCompleted: presentableNow()
            onHungChanged: Qt.callLater(tellPlaces) // once for all that changes together
            onPresentableChanged: presentableNow()
            onCloserAsked: work => root.closerAsked(work)
            onLost: work => root.slideshow.lost(work)
        }
    }

    NumberAnimation {
        id: glide

        duration: Motion.glide
        easing.type: Motion.settle
        property: "offset"
        target: root
        to: 0

        onFinished: root.slideshow.settled()
    }

    NumberAnimation {
        id: fade

        duration: Motion.fade
        easing.type: Motion.calm
        from: 0
        property: "faded"
        target: root
        to: 1

        onFinished: root.slideshow.settled()
    }

    Timer {
        id: patience

        interval: 400

        onTriggered: root.fadeWhenReady()
    }

    DragHandler {
        id: drag

        property real before: 0
        property real way: 0 // of this drag alone, positive towards the next page
        readonly property real speed: root.direction * centroid.velocity.x / 1000

        dragThreshold: Math.round(4 * Theme.unit)
        enabled: root.slideshow.turnable
        target: null
        xAxis.enabled: true
        yAxis.enabled: false

        onActiveChanged: {
            if (active) {
                root.finishFade();
                root.slideshow.settled();
                glide.stop();
                before = root.offset;
                way = 0;
            } else {
                root.release();
            }
        }
        onActiveTranslationChanged: {
            if (active) {
                root.finishFade();
                way = -root.direction * activeTranslation.x;
                root.offset = Motion.reduced ? 0 : before + way;
            }
        }
    }
}
