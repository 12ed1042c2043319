pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Components
import Kiosk.Theme

// One row of the wall.
Item {
    id: root

    required property list<var> thumbnails // {work, title, creator, preview, card, width}
    required property real rowHeight
    required property int current // the work on the stage

    signal opened(int work, Item thumbnail)
    signal lost(int work)

    height: rowHeight

    Row {
        anchors.fill: parent
        spacing: Theme.smallGap

        Repeater {
            model: root.thumbnails.length

            Thumbnail {
                id: thumbnail

                required property int index
                readonly property var shown: root.thumbnails[index] ?? ({
                        "work": -1,
                        "title": "",
                        "creator": "",
                        "preview": "",
                        "card": false,
                        "width": 0
                    })

                card: shown.card
                chosen: shown.work === root.current
                height: root.rowHeight
                creator: shown.creator
                preview: shown.preview
                title: shown.title
                width: shown.width

                onTriggered: root.opened(shown.work, thumbnail)
                onLost: root.lost(shown.work)
            }
        }
    }
}
