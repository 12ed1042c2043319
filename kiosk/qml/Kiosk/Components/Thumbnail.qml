pragma ComponentBehavior: Bound
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
    property string number: "" // on a card too small for words

    property bool fading: true // in, when its picture comes: worth its frames only in view
    readonly property bool keyStop: true
    readonly property bool loading: image.status === Image.Loading
    property bool whole: false // a picture too thin to be scaled down is loaded as it is

    signal triggered
    signal lost // the file of the preview is gone

    Accessible.name: root.name
    Accessible.role: Accessible.Button
    Accessible.selectable: true
    Accessible.selected: root.chosen
    Accessible.ignored: !root.enabled // the screen that it is on is just leaving
    activeFocusOnTab: activeFocus // the tabulator goes on from here, but passes the others

    Accessible.onPressAction: {
        Focus.asked();
        root.triggered();
    }
    Keys.onReturnPressed: root.triggered()
    Keys.onEnterPressed: root.triggered()
    Keys.onSpacePressed: root.triggered()

    Rectangle {
        anchors.fill: parent
        color: Theme.raised
        visible: image.opacity < 1
    }

    Loader {
        active: root.card
        anchors.fill: parent

        sourceComponent: WordCard {
            creator: root.creator
            number: root.number
            title: root.title
        }
    }

    Image {
        id: image

        anchors.fill: parent
        asynchronous: true
        fillMode: Image.PreserveAspectCrop
        opacity: status === Image.Ready ? 1 : 0
        source: root.preview
        sourceSize.height: root.whole ? 0 : Math.ceil(root.height)
        visible: !root.card

        Behavior on opacity {
            enabled: root.fading

            NumberAnimation {
                duration: Motion.sharpen
                easing.type: Motion.calm
            }
        }

        onStatusChanged: {
            if (status === Image.Error && !root.whole)
                root.whole = true;
            else if (status === Image.Error)
                root.lost();
        }
    }

    // The hairline that lifts a picture off a wall as light or as dark as it is; the frame of the chosen one.
    Rectangle {
        anchors.fill: parent
        anchors.margins: root.chosen && ring.visible ? ring.line + ring.gap : 0
        border.color: root.chosen ? Theme.accent : Theme.line
        border.width: root.chosen ? 2 * Theme.stroke : Theme.hairline
        color: "transparent"

        Rectangle {
            anchors.fill: parent
            anchors.margins: 2 * Theme.stroke
            border.color: Theme.wall
            border.width: Theme.stroke
            color: "transparent"
            visible: root.chosen
        }
    }

    FocusRing {
        id: ring

        control: root
        radius: 0
        within: line + gap
        z: 1
    }

    TapHandler {
        gesturePolicy: TapHandler.DragThreshold
        longPressThreshold: Motion.longestTap

        onTapped: root.triggered()
    }
}
