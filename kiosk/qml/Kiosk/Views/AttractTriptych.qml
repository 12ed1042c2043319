pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

// Three works of one theme, side by side or one above the other.
Item {
    id: root

    required property list<var> pictures
    required property bool portrait
    property int loaded: 0
    readonly property bool ready: loaded >= pictures.length

    onPicturesChanged: loaded = 0

    Repeater {
        model: root.pictures

        Image {
            required property url modelData
            required property int index
            readonly property real gap: Theme.smallGap
            readonly property int count: root.pictures.length
            property bool told: false

            asynchronous: true
            cache: false
            clip: true
            fillMode: Image.PreserveAspectCrop
            height: root.portrait ? (root.height - gap * (count - 1)) / count : root.height
            source: modelData
            width: root.portrait ? root.width : (root.width - gap * (count - 1)) / count
            x: root.portrait ? 0 : index * (width + gap)
            y: root.portrait ? index * (height + gap) : 0

            onStatusChanged: {
                if (!told && status === Image.Ready) {
                    told = true;
                    root.loaded += 1;
                }
            }
        }
    }
}
