pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// All works of the chosen themes as a wall of thumbnails.
Item {
    id: root

    required property Gallery gallery
    required property bool portrait
    readonly property bool typing: gallery.search.typing
    readonly property real floor: (typing && Theme.low ? keyboard.y - Theme.gap : height - Theme.foot) // below what is touched at the bottom
    readonly property real header: Theme.gap + themes.height + (sorts.visible ? Theme.smallGap + sorts.height : 0) // above the keyboard
    readonly property real headerY: Theme.low ? floor - Theme.control : Theme.margin
    property int away: -1 // the work that is on its way from here to the stage, or back

    signal opened(int work, Item thumbnail)
    signal hung // the works are there, the one on the stage in sight

    // The rows are laid out for the list's size, which is known only when the list is.
    function fit(): void {
        if (list.width > 0)
            root.gallery.wall.fit(list.width, Theme.wallRow, Theme.smallGap, Screen.devicePixelRatio);
    }

    // The list's own ways to its ends leave out its margins.
    function toStart(): void {
        list.positionViewAtBeginning();
        list.contentY = list.originY - list.topMargin;
    }

    function toEnd(): void {
        list.positionViewAtEnd();
        list.contentY = list.originY + Math.max(-list.topMargin, list.contentHeight + list.bottomMargin - list.height);
    }

    // By a share of the visible wall, to either end at most.
    function scroll(share: real): void {
        if (share === Infinity)
            root.toEnd();
        else if (share === -Infinity)
            root.toStart();
        else
            cues.scroll(share * list.height);
    }

    // Where keys begin.
    function home(): Item {
        return list.keyEntry();
    }

    function reset(): void {
        themes.toStart();
    }

    // From the work at a place of the wall on.
    function jumpTo(place: int): void {
        list.positionViewAtIndex(root.gallery.wall.rowAt(place), ListView.Beginning);
        list.contentY -= list.topMargin;
        list.jumpedTo = list.contentY;
        strip.current = root.gallery.sorting.markAt(place);
    }

    // The thumbnail of a work, null while its row is not there.
    function thumbnailOf(work: int): Item {
        list.forceLayout();
        return (list.itemAtIndex(root.gallery.wall.rowOf(work)) as WallRow)?.thumbnailOf(work) ?? null;
    }

    function showCurrent(): void {
        const row = root.gallery.wall.rowOf(root.gallery.slideshow.subject.work);
        list.positionViewAtIndex(row, ListView.Center);
        if (row >= 0)
            root.hung();
    }

    // The works that were in sight stay where they are when this takes the place of another.
    function takeOver(before: WallView): void {
        const there = before.anchor();
        const row = there ? root.gallery.wall.rowOf(root.gallery.successorOf(before.gallery, there.work)) : -1;
        if (row >= 0) {
            list.positionViewAtIndex(row, ListView.Beginning);
            list.contentY += there.beyond;
            list.returnToBounds();
        }
    }

    // The first work in sight, and how far its row is beyond the edge; null where there is none.
    function anchor(): var {
        const row = list.itemAtIndex(list.topRow) as WallRow;
        return row ? {
            "work": row.thumbnails[0].work,
            "beyond": list.contentY - row.y
        } : null;
    }

    onVisibleChanged: {
        root.gallery.wall.watch(root.visible);
        root.gallery.search.prepare(root.visible);
        if (root.visible)
            Qt.callLater(root.showCurrent);
    }
    Component.onCompleted: root.gallery.wall.watch(root.visible)

    // On a screen that is too tall to be reached everywhere the works begin in reach, below the exhibition's name.
    Text {
        id: heading

        color: Theme.ink
        font.family: Theme.serif
        font.pixelSize: Theme.displayText
        horizontalAlignment: Text.AlignLeft
        text: root.gallery.heading
        textFormat: Text.PlainText
        visible: Theme.low
        wrapMode: Text.Wrap
        y: list.y - list.contentY + list.originY - Theme.gap * 2 - height

        anchors {
            left: parent.left
            leftMargin: Theme.margin
            right: parent.right
            rightMargin: Theme.margin
        }
    }

    ThemeBar {
        id: themes

        gallery: root.gallery
        y: root.headerY

        anchors {
            left: parent.left
            leftMargin: Theme.margin
            right: parent.right
            rightMargin: Theme.margin + (search.visible ? 2 : 1) * (Theme.control + Theme.smallGap) + (themes.telling ? 0 : Theme.gap - Theme.smallGap)
        }
    }

    IconButton {
        id: search

        chosen: root.gallery.search.typing
        icon: "search"
        name: qsTr("Search")
        visible: root.gallery.search.offered
        y: root.headerY

        onTriggered: {
            const keyed = search.activeFocus;
            if (root.typing) {
                root.gallery.search.close();
            } else {
                root.gallery.search.open();
                if (keyed)
                    (keyboard.item as SearchPanel)?.keyEntry()?.forceActiveFocus(Qt.OtherFocusReason);
            }
        }

        anchors {
            right: parent.right
            rightMargin: Theme.margin + Theme.control + Theme.smallGap
        }
    }

    SortBar {
        id: sorts

        sorting: root.gallery.sorting
        where: root.gallery.sorting.sort === "curator" ? "" : list.where
        y: Theme.low ? themes.y - (visible ? Theme.smallGap : 0) - height : themes.y + themes.height + (visible ? Theme.smallGap : 0)

        anchors {
            left: parent.left
            leftMargin: Theme.margin
            right: parent.right
            rightMargin: Theme.margin
        }
    }

    IconButton {
        id: back

        icon: "close"
        name: qsTr("Back to the slideshow")
        y: root.headerY

        onTriggered: root.gallery.leaveWall()

        anchors {
            right: parent.right
            rightMargin: Theme.margin
        }
    }

    ListView {
        id: list

        readonly property int topRow: {
            const y = contentY + topMargin + Theme.smallGap;
            return count === 0 ? -1 : Math.max(0, indexAt(0, y), indexAt(0, y + spacing));
        }
        readonly property int topPlace: root.gallery.wall.firstIn(topRow)
        property string where: ""
        property real jumpedTo: NaN // a row may begin before the work that a mark stands for

        // The work on the stage, if it is in sight, else the first that is.
        function keyEntry(): Item {
            const first = list.indexAt(0, list.contentY + Theme.gap);
            const last = list.indexAt(0, list.contentY + list.height - Theme.gap);
            const row = root.gallery.wall.rowOf(root.gallery.slideshow.subject.work);
            const seen = row >= first && (row <= last || last < 0);
            const shown = list.itemAtIndex(seen ? row : Math.max(0, first)) as WallRow;
            return shown ? shown.thumbnailOf(seen ? root.gallery.slideshow.subject.work : shown.thumbnails[0].work) : null;
        }

        function tellWhere(): void {
            list.where = root.gallery.sorting.where(list.topPlace);
            if (list.contentY !== list.jumpedTo)
                strip.current = root.gallery.sorting.markAt(list.topPlace);
        }

        bottomMargin: Theme.low || root.typing ? 0 : Theme.foot
        topMargin: Theme.low ? Theme.beyondTop - y : 0
        boundsBehavior: Flickable.DragOverBounds
        cacheBuffer: 0 // its delegates are made asynchronously, and Qt 6.11 warns when such a row is taken away
        clip: true
        activeFocusOnTab: !activeFocus // one stop for the tabulator
        displayMarginBeginning: Theme.wallRow * 2
        displayMarginEnd: Theme.wallRow * 2
        keyNavigationEnabled: false
        model: root.visible ? root.gallery.wall : null
        reuseItems: root.visible // Qt 6.11 keeps rows over a change of model, and they go on telling of what they were
        spacing: Theme.smallGap

        delegate: WallRow {
            required property int index

            away: root.away
            current: root.gallery.slideshow.subject.work
            width: ListView.view.width

            onOpened: (work, thumbnail) => root.opened(work, thumbnail)
            onLost: work => root.gallery.lost(work)
            ListView.onPooled: root.gallery.wall.leave(index)
        }

        onActiveFocusChanged: {
            if (list.Window.activeFocusItem === list)
                list.keyEntry()?.forceActiveFocus(Qt.TabFocusReason);
        }
        onTopPlaceChanged: tellWhere()
        onWidthChanged: root.fit()
        Component.onCompleted: root.fit()

        anchors {
            bottom: Theme.low ? sorts.top : root.typing ? keyboard.top : parent.bottom
            bottomMargin: Theme.low || root.typing ? Theme.gap : 0
            left: parent.left
            leftMargin: Theme.margin
            right: strip.visible ? strip.left : parent.right
            rightMargin: strip.visible ? Theme.smallGap : Theme.margin
            top: Theme.low ? parent.top : sorts.bottom
            topMargin: Theme.low ? 0 : Theme.gap
        }
    }

    JumpStrip {
        id: strip

        marks: root.gallery.sorting.marks

        onJumped: place => root.jumpTo(place)
        onMostChanged: root.gallery.sorting.fit(most)

        anchors {
            bottom: list.bottom
            bottomMargin: list.bottomMargin
            right: parent.right
            rightMargin: Theme.smallGap
            top: list.top
            topMargin: list.topMargin
        }
    }

    NothingFound {
        gallery: root.gallery
        y: list.y + list.topMargin + Math.max(0, (list.height - list.topMargin - height) / 2)

        anchors {
            left: list.left
            right: list.right
        }
    }

    // Made when a visitor first searches.
    Loader {
        id: keyboard

        property bool wanted: false

        active: wanted
        opacity: root.typing ? 1 : 0
        visible: opacity > 0

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.interfaceChange
                easing.type: Motion.calm
            }
        }
        sourceComponent: SearchPanel {
            enabled: root.gallery.search.typing
            gallery: root.gallery
            most: Theme.low ? root.height - Theme.foot - Theme.beyondTop - root.header : root.height - Theme.foot - list.y - Theme.wallRow
        }

        anchors {
            bottom: parent.bottom
            bottomMargin: Theme.foot
            left: parent.left
            leftMargin: Theme.margin
            right: parent.right
            rightMargin: Theme.margin
        }
    }

    Connections {
        function onChanged(): void {
            if (root.typing)
                keyboard.wanted = true;
        }

        target: root.gallery.search
    }

    Connections {
        function onChanged(): void {
            list.tellWhere();
        }

        function onMarksChanged(): void {
            list.tellWhere();
        }

        target: root.gallery.sorting
    }

    Connections {
        function onRehung(): void {
            root.toStart();
            list.jumpedTo = NaN;
            list.tellWhere();
        }

        target: root.gallery.wall
    }

    Connections {
        function onWallRowChanged(): void {
            root.fit();
        }

        target: Theme
    }

    ScrollCues {
        id: cues

        beyond: Theme.low ? Theme.beyondTop - list.y : 0
        sideways: false
        view: list
    }
}
