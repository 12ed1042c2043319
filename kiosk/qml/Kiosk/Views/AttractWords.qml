import QtQuick
import Kiosk.Theme

// A work without a picture, as words on the wall.
Item {
    id: root

    required property string heading
    required property string words

    Rectangle {
        anchors.fill: parent
        color: Theme.wall
    }

    Column {
        spacing: Theme.gap

        anchors {
            left: parent.left
            margins: Theme.margin * 2
            right: parent.right
            top: parent.top
            topMargin: Math.round(root.height * 0.2)
        }

        Text {
            anchors.left: parent.left
            color: Theme.ink
            font.family: Theme.serif
            font.pixelSize: Theme.displayText * 0.72
            horizontalAlignment: Text.AlignLeft
            lineHeight: 1.12
            text: root.heading
            textFormat: Text.PlainText
            width: Math.min(parent.width, Theme.displayText * 16)
            wrapMode: Text.Wrap
        }

        Rectangle {
            anchors.left: parent.left
            color: Theme.accent
            height: Theme.stroke
            width: Theme.control
        }

        Text {
            color: Theme.quiet
            font.family: Theme.sans
            font.pixelSize: Theme.leadText
            horizontalAlignment: Text.AlignLeft
            text: root.words
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
