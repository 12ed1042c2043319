import QtQuick
import Kiosk.Theme

// One of the answers to a question, as high as a finger.
Item {
    id: root

    required property string words
    property bool leading: false // of several, the one most visitors want

    signal triggered

    Accessible.name: root.words
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.control, Math.ceil(2 * Theme.leadText))
    implicitWidth: Math.ceil(title.implicitWidth) + 2 * Theme.gap

    Accessible.onPressAction: root.triggered()
    Keys.onReturnPressed: root.triggered()
    Keys.onEnterPressed: root.triggered()
    Keys.onSpacePressed: root.triggered()

    Rectangle {
        anchors.fill: parent
        border.color: root.leading || tap.pressed ? Theme.accent : Theme.quiet
        border.width: Theme.hairline
        color: root.leading !== tap.pressed ? Theme.accent : "transparent"
        radius: Theme.radius

        Behavior on color {
            ColorAnimation {
                duration: Motion.press
                easing.type: Motion.calm
            }
        }
    }

    Text {
        id: title

        anchors.centerIn: parent
        color: root.leading !== tap.pressed ? Theme.accentInk : Theme.ink
        font.family: Theme.sans
        font.pixelSize: Theme.leadText
        text: root.words
        textFormat: Text.PlainText
    }

    FocusRing {
        control: root
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: Motion.longestTap

        onTapped: root.triggered()
    }
}
