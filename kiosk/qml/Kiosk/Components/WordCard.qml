import QtQuick
import Kiosk.Theme

// A small typographic card: stands for a work without a picture.
Rectangle {
    id: root

    required property string title
    required property string creator
    required property string number // instead of the words where they would be too small to read
    readonly property bool small: number !== "" && height < 6 * Theme.captionText
    readonly property real size: Math.round(Math.max(Theme.captionText, Math.min(height * 0.13, width * 0.1, Theme.leadText)))

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.paper

    Column {
        spacing: Math.round(root.size * 0.45)
        visible: !root.small

        anchors {
            fill: parent
            margins: Math.round(Math.min(root.size * 0.9, root.height * 0.1))
        }

        Text {
            color: Theme.paperInk
            elide: Text.ElideRight
            font.family: Theme.serif
            font.pixelSize: root.size
            horizontalAlignment: Text.AlignLeft
            height: Math.min(implicitHeight, parent.height - parent.spacing - maker.height)
            maximumLineCount: 4
            text: root.title
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }

        Text {
            id: maker

            color: Theme.paperQuiet
            elide: Text.ElideRight
            font.family: Theme.sans
            font.pixelSize: Theme.captionText
            horizontalAlignment: Text.AlignLeft
            text: root.creator
            textFormat: Text.PlainText
            width: parent.width
        }
    }

    Text {
        anchors.centerIn: parent
        color: Theme.paperInk
        font.family: Theme.serif
        font.pixelSize: Theme.bodyText
        text: root.number
        textFormat: Text.PlainText
        visible: root.small
    }
}
