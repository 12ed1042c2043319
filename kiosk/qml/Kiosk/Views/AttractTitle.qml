import QtQuick
import Kiosk.Theme

// Large words of the attract loop: the exhibition's name and dates, or a theme's name and teaser. One goes before the other comes.
Column {
    id: root

    required property string heading
    required property string words
    required property string small
    required property real room // the most height the heading may take
    required property real tall // how high the screen is: on a small one letters are smaller, for the picture's sake
    readonly property real leading: /[\u0600-\u06ff\u0750-\u077f]/.test(shownHeading) ? 0.7 : 1.05 // Arabic letters bring room of their own
    readonly property real headingSize: Math.round(Math.min(Theme.displayText, width * 0.14, tall * 0.075))
    property string shownHeading
    property string shownWords
    property string shownSmall

    function take(): void {
        root.shownHeading = root.heading;
        root.shownWords = root.words;
        root.shownSmall = root.small;
    }

    function change(): void {
        if (root.heading !== root.shownHeading || root.words !== root.shownWords || root.small !== root.shownSmall)
            turn.restart();
    }

    spacing: Theme.smallGap

    Component.onCompleted: root.take()
    onHeadingChanged: Qt.callLater(root.change)
    onWordsChanged: Qt.callLater(root.change)
    onSmallChanged: Qt.callLater(root.change)

    SequentialAnimation {
        id: turn

        NumberAnimation {
            duration: Motion.attractFade / 4
            easing.type: Motion.calm
            property: "opacity"
            target: root
            to: 0
        }

        ScriptAction {
            script: root.take()
        }

        NumberAnimation {
            duration: Motion.attractFade / 2
            easing.type: Motion.calm
            property: "opacity"
            target: root
            to: 1
        }
    }

    // The heading as large as it would like to be.
    Text {
        id: natural

        font.family: Theme.serif
        font.pixelSize: root.headingSize
        lineHeight: root.leading
        text: root.shownHeading
        textFormat: Text.PlainText
        visible: false
        width: root.width
        wrapMode: Text.Wrap
    }

    Text {
        layer.enabled: Motion.software
        color: Theme.ink
        font.family: Theme.serif
        font.pixelSize: root.headingSize
        fontSizeMode: natural.implicitHeight > root.room ? Text.Fit : Text.FixedSize
        height: Math.min(natural.implicitHeight, root.room)
        minimumPixelSize: Theme.captionText
        horizontalAlignment: Text.AlignLeft
        lineHeight: fontSizeMode === Text.Fit ? 1.05 : root.leading // Qt fits by whole lines
        text: root.shownHeading
        textFormat: Text.PlainText
        width: root.width
        wrapMode: Text.Wrap
    }

    Text {
        layer.enabled: Motion.software
        color: Theme.ink
        font.family: Theme.sans
        font.pixelSize: Math.max(Theme.captionText, Math.min(Theme.leadText * 1.25, Math.round(root.tall * 0.042)))
        horizontalAlignment: Text.AlignLeft
        text: root.shownWords
        textFormat: Text.PlainText
        visible: text !== ""
        width: root.width
        wrapMode: Text.Wrap
    }

    Text {
        layer.enabled: Motion.software
        color: Theme.quiet
        font.family: Theme.sans
        font.pixelSize: Math.max(Theme.captionText, Math.min(Theme.leadText, Math.round(root.tall * 0.035)))
        horizontalAlignment: Text.AlignLeft
        text: root.shownSmall
        textFormat: Text.PlainText
        visible: text !== ""
        width: root.width
        wrapMode: Text.Wrap
    }
}
