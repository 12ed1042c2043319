pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

// Three works of one theme, side by side or one above the other, each cut around its focus.
Item {
    id: root

    required property list<var> pictures
    required property list<var> focuses // points in the pictures, 0..1
    required property bool portrait
    property int loaded: 0
    readonly property bool ready: loaded >= pictures.length

    signal lost // the file of a picture is gone

    onPicturesChanged: loaded = 0

    Repeater {
        model: root.pictures

        Item {
            id: panel

            required property url modelData
            required property int index
            readonly property real gap: Theme.smallGap
            readonly property int count: root.pictures.length
            readonly property point centre: root.focuses[panel.index] ?? Qt.point(0.5, 0.5)
            property bool told: false

            clip: true
            height: root.portrait ? (root.height - gap * (count - 1)) / count : root.height
            width: root.portrait ? root.width : (root.width - gap * (count - 1)) / count
            x: root.portrait ? 0 : index * (width + gap)
            y: root.portrait ? index * (height + gap) : 0

            Image {
                readonly property real cover: Math.max(panel.width / Math.max(1, implicitWidth), panel.height / Math.max(1, implicitHeight))

                asynchronous: true
                cache: false
                height: implicitHeight * cover
                source: panel.modelData
                width: implicitWidth * cover
                x: Math.max(panel.width - width, Math.min(0, panel.width / 2 - panel.centre.x * width))
                y: Math.max(panel.height - height, Math.min(0, panel.height / 2 - panel.centre.y * height))

                onStatusChanged: {
                    if (status === Image.Error)
                        root.lost();
                    if (!panel.told && status === Image.Ready) {
                        panel.told = true;
                        root.loaded += 1;
                    }
                }
            }
        }
    }
}
