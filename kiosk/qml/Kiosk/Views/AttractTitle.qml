import QtQuick
import Kiosk.Theme

// Large words of the attract loop: the exhibition's name and dates, or a theme's name and teaser.
Column {
    id: root

    required property string heading
    required property string words
    required property string small
    required property color ink
    property bool shown: true

    opacity: shown ? 1 : 0
    spacing: Theme.smallGap
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Motion.attractFade / 2
            easing.type: Motion.calm
        }
    }

    Text {
        color: root.ink
        font.family: Theme.serif
        font.pixelSize: Theme.displayText
        horizontalAlignment: Text.AlignLeft
        lineHeight: 1.05
        text: root.heading
        textFormat: Text.PlainText
        width: root.width
        wrapMode: Text.Wrap
    }

    Text {
        color: root.ink
        font.family: Theme.sans
        font.pixelSize: Theme.leadText * 1.25
        horizontalAlignment: Text.AlignLeft
        text: root.words
        textFormat: Text.PlainText
        visible: text !== ""
        width: root.width
        wrapMode: Text.Wrap
    }

    Text {
        color: root.ink
        font.family: Theme.sans
        font.pixelSize: Theme.leadText
        horizontalAlignment: Text.AlignLeft
        text: root.small
        textFormat: Text.PlainText
        visible: text !== ""
        width: root.width
        wrapMode: Text.Wrap
    }
}
