import QtQuick
import Kiosk.Theme

// A line of the log: when, how bad, and what.
Item {
    id: root

    required property var row
    readonly property bool grave: row.level === "error"
    readonly property bool marked: row.mark !== ""

    Accessible.name: [row.value, row.mark, row.name].filter(words => words !== "").join(" ")
    Accessible.role: Accessible.StaticText
    implicitHeight: Math.max(time.height, column.height) + 2 * Theme.smallGap

    Text {
        id: time

        Accessible.ignored: true
        color: Theme.quiet
        font.family: Theme.sans
        font.features: {
            "tnum": 1
        }
        font.pixelSize: Theme.captionText
        text: root.row.value
        textFormat: Text.PlainText
        width: widest.width
        y: column.y + (root.marked ? pill.y + mark.y + mark.baselineOffset : words.y + words.baselineOffset) - baselineOffset
        anchors.left: parent.left
    }

    // All times are as wide as the widest.
    TextMetrics {
        id: widest

        font: time.font
        text: "00:00 "
    }

    Column {
        id: column

        spacing: Math.round(0.4 * Theme.smallGap)
        y: Theme.smallGap

        anchors {
            left: time.right
            leftMargin: Theme.smallGap
            right: parent.right
        }

        Rectangle {
            id: pill

            border.color: Theme.ink
            border.width: root.grave ? 0 : Theme.hairline
            color: root.grave ? Theme.ink : "transparent"
            height: mark.height + Math.round(0.4 * Theme.smallGap)
            radius: Theme.radius
            visible: root.marked
            width: mark.width + 2 * Theme.smallGap
            anchors.left: parent.left

            Text {
                id: mark

                Accessible.ignored: true
                anchors.centerIn: parent
                color: root.grave ? Theme.wall : Theme.ink
                font.family: Theme.sans
                font.pixelSize: Theme.captionText
                text: root.row.mark
                textFormat: Text.PlainText
            }
        }

        Text {
            id: words

            Accessible.ignored: true
            color: root.marked ? Theme.ink : Theme.quiet
            font.family: Theme.sans
            font.pixelSize: Theme.captionText
            horizontalAlignment: Text.AlignLeft
            text: root.row.name
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }
}
