pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Components
import Kiosk.Theme

// A work, or a bundle, and what can be done with it.
Item {
    id: root

    required property var row
    readonly property bool stacked: actions.width > 0.6 * width

    signal triggered(act: string, arg: string)

    Accessible.name: row.name
    Accessible.role: Accessible.Grouping
    implicitHeight: (stacked ? words.height + Theme.smallGap + actions.height : Math.max(words.height, actions.height)) + 2 * Theme.smallGap

    Column {
        id: words

        width: parent.width - (root.stacked ? 0 : actions.width + Theme.gap)
        y: root.stacked ? Theme.smallGap : Math.round((parent.height - height) / 2)
        anchors.left: parent.left

        Text {
            Accessible.ignored: true
            color: Theme.ink
            elide: Text.ElideRight
            font.family: Theme.sans
            font.pixelSize: Theme.bodyText
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 2
            text: root.row.name
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }

        Text {
            Accessible.ignored: true
            color: Theme.quiet
            elide: Text.ElideRight
            font.family: Theme.sans
            font.pixelSize: Theme.captionText
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 3
            text: [root.row.note, root.row.value].filter(words => words !== "").map(words => `\u2068${words}\u2069`).join("  ·  ") // each in its own direction
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    Row {
        id: actions

        spacing: Theme.smallGap
        y: root.stacked ? words.y + words.height + Theme.smallGap : Math.round((parent.height - height) / 2)
        anchors.right: parent.right

        Repeater {
            model: root.row.actions

            WordButton {
                required property var modelData

                name: modelData.name

                onTriggered: root.triggered(modelData.act, modelData.arg)
            }
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }
}
