import QtQuick
import Kiosk.Theme

// A small typographic card: stands for a work without a picture.
Rectangle {
    id: root

    required property string name

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.raised

    Text {
        anchors.fill: parent
        anchors.margins: Math.round(Math.min(root.height, root.width) * 0.1)
        color: Theme.ink
        elide: Text.ElideRight
        font.family: Theme.serif
        font.pixelSize: Math.max(9, Math.round(Math.min(root.height * 0.17, Theme.leadText)))
        horizontalAlignment: Text.AlignLeft
        maximumLineCount: Math.max(1, Math.floor(height / (font.pixelSize * 1.25)))
        text: root.name
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
    }
}
