import QtQuick
import Kiosk.Theme

// A small typographic card: stands for a work without a picture.
Rectangle {
    id: root

    required property string title
    required property string creator
    readonly property real size: Math.max(8, Math.round(Math.min(height * 0.13, width * 0.1, Theme.leadText)))

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.paper

    Column {
        spacing: Math.round(root.size * 0.45)

        anchors {
            fill: parent
            margins: Math.round(root.size * 0.9)
        }

        Text {
            color: Theme.paperInk
            elide: Text.ElideRight
            font.family: Theme.serif
            font.pixelSize: root.size
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 4
            text: root.title
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }

        Text {
            color: Theme.paperQuiet
            elide: Text.ElideRight
            font.family: Theme.sans
            font.pixelSize: Math.round(root.size * 0.8)
            horizontalAlignment: Text.AlignLeft
            text: root.creator
            textFormat: Text.PlainText
            width: parent.width
        }
    }
}
