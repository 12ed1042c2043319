import QtQuick
import Kiosk.Theme

// A picture on the wall: its small preview at once, its rendition as soon as it is loaded.
Item {
    id: root

    required property url preview
    required property url picture
    required property string name
    readonly property bool sharp: rendition.status === Image.Ready
    readonly property bool presentable: sharp || small.status === Image.Ready

    signal lost // a file of the rendition is gone, or cannot be opened

    Accessible.name: root.name
    Accessible.role: Accessible.Graphic

    Rectangle {
        anchors.fill: parent
        color: Theme.raised
        visible: !root.presentable
    }

    Image {
        id: small

        anchors.fill: parent
        asynchronous: true
        cache: false
        source: rendition.opacity < 1 ? root.preview : ""

        onStatusChanged: {
            if (status === Image.Error)
                root.lost();
        }
    }

    Image {
        id: rendition

        anchors.fill: parent
        asynchronous: true
        cache: false
        mipmap: true
        opacity: root.sharp ? 1 : 0
        source: root.picture

        Behavior on opacity {
            enabled: root.visible && small.status === Image.Ready

            NumberAnimation {
                duration: Motion.sharpen
                easing.type: Motion.calm
            }
        }

        onStatusChanged: {
            if (status === Image.Error)
                root.lost();
        }
    }
}
