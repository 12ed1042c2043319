import QtQuick
import Kiosk.Bridge
import Kiosk.Theme

// The slideshow on the wall: themes above, the work and its label, everything to be done below.
Item {
    id: root

    required property Gallery gallery
    required property bool portrait
    required property bool arriving
    readonly property alias moving: slides.moving
    readonly property alias panelOpen: panel.open
    readonly property bool ready: slides.current !== null && slides.current.presentable

    function pictureRect(item: Item): rect {
        const page = slides.current;
        const inner = page.pictureRect;
        return slides.mapToItem(item, inner.x, inner.y, inner.width, inner.height);
    }

    function closePanel(): void {
        panel.open = false;
    }

    function reset(): void {
        root.closePanel();
        themes.toStart();
        controls.reset();
        slides.current?.toTop();
    }

    ThemeBar {
        id: themes

        gallery: root.gallery

        anchors {
            left: parent.left
            margins: Theme.margin
            right: parent.right
            top: parent.top
        }
    }

    Slides {
        id: slides

        arriving: root.arriving
        portrait: root.portrait
        slideshow: root.gallery.slideshow

        anchors {
            bottom: controls.top
            bottomMargin: Theme.gap * 1.5
            left: parent.left
            leftMargin: Theme.margin
            right: parent.right
            rightMargin: Theme.margin
            top: themes.bottom
            topMargin: Theme.gap * 1.5
        }
    }

    ControlBar {
        id: controls

        gallery: root.gallery
        languagesOpen: panel.open
        portrait: root.portrait

        onLanguagesAsked: panel.open = !panel.open

        anchors {
            bottom: parent.bottom
            left: parent.left
            margins: Theme.margin
            right: parent.right
        }
    }

    LanguagePanel {
        id: panel

        anchors.fill: parent
        gallery: root.gallery
    }
}
