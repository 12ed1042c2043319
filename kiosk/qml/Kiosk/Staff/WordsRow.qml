import QtQuick
import Kiosk.Theme

// Words only: a heading, a note, a line of the log, or a problem with its remedy and its place.
Item {
    id: root

    required property string kind
    required property var row
    property real inset: 0 // at both sides
    readonly property bool heading: kind === "heading"
    readonly property bool problem: kind === "problem"

    Accessible.name: [row.name, row.note ?? "", row.value ?? ""].filter(words => words !== "").join(" ")
    Accessible.role: heading ? Accessible.Heading : Accessible.StaticText
    implicitHeight: column.height + (heading ? Theme.gap + Theme.smallGap : 2 * Theme.smallGap)

    Column {
        id: column

        spacing: Math.round(0.4 * Theme.smallGap)
        width: parent.width - 2 * root.inset
        x: root.inset
        y: root.heading ? Theme.gap : Theme.smallGap

        Piece {
            color: root.kind === "note" || root.kind === "line" || root.heading ? Theme.quiet : Theme.ink
            font.pixelSize: root.heading || root.kind === "line" ? Theme.captionText : Theme.bodyText
            text: root.row.name
        }

        Piece {
            color: Theme.ink
            text: root.row.note ?? ""
        }

        Piece {
            color: Theme.quiet
            font.pixelSize: Theme.captionText
            text: root.row.value ?? ""
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Theme.hairline
        visible: root.problem
        width: parent.width
    }

    component Piece: Text {
        Accessible.ignored: true
        font.family: Theme.sans
        font.pixelSize: Theme.bodyText
        horizontalAlignment: Text.AlignLeft
        textFormat: Text.PlainText
        visible: text !== ""
        width: parent?.width ?? 0
        wrapMode: Text.Wrap
    }
}
