import QtQuick
import Kiosk.Theme

// A work in the filmstrip or on the wall.
Item {
    id: root

    required property string title
    required property string creator
    readonly property string name: [title, creator].filter(part => part !== "").join(", ")
    required property url preview
    required property bool card
    property bool chosen: false

    signal triggered

    Accessible.name: root.name
    Accessible.role: Accessible.Button

    Accessible.onPressAction: root.triggered()

    Rectangle {
        anchors.fill: parent
        color: Theme.raised
        visible: image.opacity < 1
    }

    WordCard {
        anchors.fill: parent
        creator: root.creator
        title: root.title
        visible: root.card
    }

    Image {
        id: image

        anchors.fill: parent
        asynchronous: true
        fillMode: Image.PreserveAspectCrop
        opacity: status === Image.Ready ? 1 : 0
        source: root.preview
        sourceSize.height: Math.ceil(root.height)
        visible: !root.card

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.sharpen
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: -Theme.stroke * 2
        border.color: Theme.accent
        border.width: Theme.stroke * 1.5
        color: "transparent"
        visible: root.chosen
    }

    TapHandler {
        gesturePolicy: TapHandler.WithinBounds

        onTapped: root.triggered()
    }
}
