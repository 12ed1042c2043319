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
    property int away: -1 // the work whose place here is free

    property int places: 0 // as many as a row ever needed here: making a thumbnail costs more than hiding it

    signal opened(int work, Item thumbnail)
    signal lost(int work)

    function thumbnailOf(work: int): Item {
        const place = root.thumbnails.findIndex(thumbnail => thumbnail.work === work);
        return row.itemAt(place);
    }

    height: rowHeight

    onThumbnailsChanged: root.places = Math.max(root.places, root.thumbnails.length)

    Row {
        anchors.fill: parent
        spacing: Theme.smallGap

        Repeater {
            id: row

            model: root.places

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
                opacity: shown.work === root.away ? 0 : 1
                creator: shown.creator
                preview: shown.preview
                title: shown.title
                visible: index < root.thumbnails.length
                width: shown.width

                onTriggered: root.opened(shown.work, thumbnail)
                onLost: root.lost(shown.work)
            }
        }
    }
}
