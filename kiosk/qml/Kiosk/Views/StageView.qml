pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The slideshow on the wall: themes above, the work and its label, everything to be done below.
Item {
    id: root

    required property Gallery gallery
    required property bool portrait
    required property bool arriving
    property bool resting: false // out of sight for long: its pictures need no memory
    property Item lentTo: null // what the current picture fills while a visitor looks closer
    readonly property WorkSpot spot: spots.at
    readonly property alias moving: slides.moving
    readonly property StagePage page: slides.current
    readonly property ComfortPanel comfort: comfortLoader.item as ComfortPanel
    readonly property bool comfortOpen: comfort?.open ?? false
    readonly property bool languagesOpen: panel.open
    readonly property bool panelOpen: languagesOpen || comfortOpen
    readonly property bool ready: slides.current !== null && slides.current.presentable

    function pictureRect(item: Item): rect {
        const page = slides.current;
        const inner = page.pictureRect;
        return slides.mapToItem(item, inner.x, inner.y, inner.width, inner.height);
    }

    // The work whose picture is at a point of the window, -1 where there is none.
    function workAt(x: real, y: real): int {
        const point = slides.current.mapFromItem(null, x, y);
        return slides.current.workAt(point.x, point.y)?.work ?? -1;
    }

    // At the work that a visitor turned to; at the other one if only that may be looked at.
    function lookCloser(): void {
        const slide = slides.current.slide;
        const work = root.gallery.slideshow.subject.work;
        const other = work === slide.work ? slide.second.work : slide.work;
        root.lookCloserAt(slide.paired && !root.gallery.closer.allows(work) ? other : work);
    }

    // From one of two works to the other, along the line or down; whether it is there.
    function goBeside(by: int, down: bool): bool {
        return spots.beside(by, down);
    }

    function lookCloserAt(work: int): void {
        root.closePanel();
        root.gallery.slideshow.attend(work);
        const place = root.pictureRect(null);
        root.gallery.lookCloser(place.x, place.y, place.width);
    }

    function closePanel(): void {
        panel.open = false;
        if (root.comfort)
            root.comfort.open = false;
    }

    function toggleLanguages(): void {
        const open = !panel.open;
        root.closePanel();
        panel.open = open;
    }

    function toggleComfort(): void {
        const open = !root.comfortOpen;
        root.closePanel();
        comfortLoader.active = true;
        root.comfort.open = open;
    }

    // What a visitor has open stays open when this takes the place of another.
    function takeOver(before: StageView): void {
        if (before.languagesOpen)
            root.toggleLanguages();
        else if (before.comfortOpen)
            root.toggleComfort();
        if (root.page && before.page)
            root.page.stay(before.page, work => root.gallery.successorOf(before.gallery, work));
    }

    function reset(): void {
        root.closePanel();
        themes.toStart();
        controls.reset();
        slides.current?.toTop();
    }

    onPanelOpenChanged: {
        if (panelOpen)
            root.gallery.speech.hush();
    }

    Connections {
        function onAsked(): void {
            root.lookCloserAt(root.gallery.slideshow.subject.work);
        }

        target: root.gallery.closer
    }

    ThemeBar {
        id: themes

        gallery: root.gallery
        y: Theme.low ? controls.y - Theme.gap - height : Theme.margin

        anchors {
            left: parent.left
            leftMargin: Theme.margin
            right: parent.right
            rightMargin: Theme.margin
        }
    }

    Slides {
        id: slides

        arriving: root.arriving
        resting: root.resting
        lentTo: root.lentTo
        portrait: root.portrait
        slideshow: root.gallery.slideshow

        onCloserAsked: work => root.lookCloserAt(work)

        anchors {
            bottom: Theme.low ? themes.top : controls.top
            bottomMargin: Theme.gap * 1.5
            left: parent.left
            leftMargin: Theme.margin
            right: parent.right
            rightMargin: Theme.margin
            top: Theme.low ? parent.top : themes.bottom
            topMargin: Theme.low ? Theme.margin : Theme.gap * 1.5
        }

        TapHandler {
            enabled: root.gallery.closer.possible

            onDoubleTapped: point => {
                const work = root.workAt(point.scenePosition.x, point.scenePosition.y);
                if (work >= 0) {
                    root.lookCloserAt(work);
                    root.gallery.lookInto(point.scenePosition.x, point.scenePosition.y);
                }
            }
        }
    }

    StageSpots {
        id: spots

        anchors.fill: slides
        slides: slides
        slideshow: root.gallery.slideshow

        onCloserAsked: work => root.lookCloserAt(work)
    }

    ControlBar {
        id: controls

        gallery: root.gallery
        comfortOpen: root.comfortOpen
        languagesOpen: panel.open
        portrait: root.portrait
        severally: slides.current?.severally ?? false

        onCloserAsked: root.lookCloser()
        onComfortAsked: root.toggleComfort()
        onLanguagesAsked: root.toggleLanguages()

        anchors {
            bottom: parent.bottom
            bottomMargin: Theme.foot
            left: parent.left
            leftMargin: Theme.margin
            right: parent.right
            rightMargin: Theme.margin
        }
    }

    LanguagePanel {
        id: panel

        anchors.fill: parent
        gallery: root.gallery
    }

    Component {
        id: readAloud

        SwitchRow {
            icon: "speech"
            name: qsTr("Read aloud")
            on: root.gallery.speech.on

            onTriggered: root.gallery.speech.toggle()
        }
    }

    // Made when it is first asked for.
    Loader {
        id: comfortLoader

        active: false
        anchors.fill: parent

        sourceComponent: ComfortPanel {
            gallery: root.gallery
            readAloud: root.gallery.speech.offered ? readAloud : null
        }
    }
}
