pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The neighbours of the work on the stage; a tap goes there.
Item {
    id: root

    required property Gallery gallery
    property bool browsed: false // by the visitor, since the work on the stage changed

    readonly property bool keyScrolls: false // the way past it would be as long as the exhibition

    function keyEntry(): Item {
        return root.thumbnailIn(list.currentItem);
    }

    function thumbnailIn(cell: var): Item {
        return cell?.shown ?? null;
    }

    function centre(): void {
        if (!list.moving && !root.browsed)
            list.positionViewAtIndex(list.currentIndex, ListView.Center);
    }

    function reset(): void {
        root.browsed = false;
        root.centre();
    }

    implicitHeight: Theme.thumbnail

    onVisibleChanged: Qt.callLater(root.centre)
    onWidthChanged: Qt.callLater(root.centre)

    Connections {
        function onReshaped(): void {
            Qt.callLater(root.centre);
        }

        target: root.gallery.strip
    }

    ListView {
        id: list

        anchors.fill: parent
        boundsBehavior: Flickable.DragOverBounds
        cacheBuffer: 0 // as on the wall: a thumbnail that is being made may be taken away
        clip: true
        displayMarginBeginning: Theme.thumbnail * 2
        displayMarginEnd: Theme.thumbnail * 2
        activeFocusOnTab: !activeFocus // one stop for the tabulator
        currentIndex: root.gallery.slideshow.position
        keyNavigationEnabled: false
        highlightMoveDuration: Motion.glide
        highlightResizeDuration: 0 // nobody sees the highlight
        highlightRangeMode: ListView.ApplyRange
        model: root.gallery.strip
        orientation: ListView.Horizontal
        preferredHighlightBegin: width / 2 - Theme.thumbnail / 2
        preferredHighlightEnd: width / 2 + Theme.thumbnail / 2
        reuseItems: true
        spacing: Theme.smallGap

        delegate: Item {
            id: cell

            required property int index
            required property int work
            required property string title
            required property string creator
            required property url preview
            required property bool card
            required property real aspect
            readonly property Thumbnail shown: thumbnail

            height: ListView.view.height
            width: Math.max(Theme.leastTouch, Math.round(Math.max(0.55, Math.min(aspect, 2.2)) * thumbnail.height))

            ListView.onPooled: root.gallery.strip.leave(cell.work)

            // The list gives its focus to its current cell, which is no control.
            onActiveFocusChanged: {
                if (cell.Window.activeFocusItem === cell)
                    thumbnail.forceActiveFocus(Qt.TabFocusReason);
            }

            Thumbnail {
                id: thumbnail

                anchors.verticalCenter: parent.verticalCenter
                card: cell.card
                chosen: cell.index >= root.gallery.slideshow.position && cell.index <= root.gallery.slideshow.lastPosition
                height: cell.height
                number: cell.index + 1
                creator: cell.creator
                fading: cell.x + cell.width > list.contentX && cell.x < list.contentX + list.width
                preview: cell.preview
                title: cell.title
                width: cell.width

                onTriggered: root.gallery.slideshow.goTo(cell.work)
                onLost: root.gallery.lost(cell.work)
            }
        }

        onActiveFocusChanged: {
            if (list.Window.activeFocusItem === list)
                root.keyEntry()?.forceActiveFocus(Qt.TabFocusReason);
        }
        onCurrentIndexChanged: root.browsed = false
        onMovementStarted: root.browsed = true
    }

    ScrollCues {
        view: list
    }
}
