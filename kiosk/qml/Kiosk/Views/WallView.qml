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

    signal opened(int work, Item thumbnail)

    // The rows are laid out for the list's size, which is known only when the list is.
    function fit(): void {
        if (list.width > 0)
            root.gallery.wall.fit(list.width, Theme.wallRow, Theme.smallGap);
    }

    // By a share of the visible wall, to either end at most.
    function scroll(share: real): void {
        const lowest = Math.max(list.originY, list.originY + list.contentHeight - list.height + list.bottomMargin);
        glide.to = Math.max(list.originY - list.topMargin, Math.min(lowest, list.contentY + share * list.height));
        glide.restart();
    }

    function showCurrent(): void {
        list.positionViewAtIndex(root.gallery.wall.rowOf(root.gallery.slideshow.current.work), ListView.Center);
    }

    Item {
        id: head

        anchors {
            left: parent.left
            margins: Theme.margin
            right: parent.right
            top: parent.top
        }
        height: themes.y + themes.height

        Text {
            id: title

            anchors {
                left: parent.left
                right: back.left
                rightMargin: Theme.gap
                verticalCenter: back.verticalCenter
            }
            color: Theme.ink
            elide: Text.ElideRight
            font.family: Theme.serif
            font.pixelSize: Theme.titleText * 1.2
            horizontalAlignment: Text.AlignLeft
            text: root.gallery.title
            textFormat: Text.PlainText
        }

        IconButton {
            id: back

            anchors {
                right: parent.right
                top: parent.top
            }
            icon: "close"
            name: qsTr("Back to the slideshow")

            onTriggered: root.gallery.leaveWall()
        }

        ThemeBar {
            id: themes

            anchors {
                left: parent.left
                right: parent.right
                top: back.bottom
                topMargin: Theme.gap
            }
            gallery: root.gallery
        }
    }

    ListView {
        id: list

        anchors {
            bottom: parent.bottom
            left: parent.left
            leftMargin: Theme.margin
            right: parent.right
            rightMargin: Theme.margin
            top: head.bottom
            topMargin: Theme.gap
        }
        bottomMargin: Theme.margin
        boundsBehavior: Flickable.DragOverBounds
        cacheBuffer: Math.max(0, Math.round(height / 2))
        clip: true
        model: root.gallery.wall
        reuseItems: true
        spacing: Theme.smallGap
        topMargin: Theme.smallGap

        delegate: WallRow {
            current: root.gallery.slideshow.current.work
            width: ListView.view.width

            onOpened: (work, thumbnail) => root.opened(work, thumbnail)
        }

        onWidthChanged: root.fit()
        Component.onCompleted: root.fit()
    }

    NumberAnimation {
        id: glide

        duration: Motion.interfaceChange
        easing.type: Motion.settle
        property: "contentY"
        target: list
    }

    Connections {
        function onWallRowChanged(): void {
            root.fit();
        }

        target: Theme
    }

    ScrollCue {
        anchors {
            bottom: parent.bottom
            left: list.left
            right: list.right
        }
        edge: Qt.BottomEdge
        more: !list.atYEnd
    }
}
