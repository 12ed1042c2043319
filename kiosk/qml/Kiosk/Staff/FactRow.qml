import QtQuick
import Kiosk.Theme

// What it is, and how it is.
Item {
    id: root

    required property var row

    Accessible.name: row.name + ": " + row.value
    Accessible.role: Accessible.StaticText
    implicitHeight: Math.max(name.height, value.height) + 2 * Theme.smallGap

    Text {
        id: name

        Accessible.ignored: true
        color: Theme.quiet
        font.family: Theme.sans
        font.pixelSize: Theme.bodyText
        horizontalAlignment: Text.AlignLeft
        text: root.row.name
        textFormat: Text.PlainText
        width: Math.round(0.42 * parent.width)
        wrapMode: Text.Wrap
        y: Theme.smallGap
        anchors.left: parent.left
    }

    Text {
        id: value

        Accessible.ignored: true
        color: Theme.ink
        font.family: Theme.sans
        font.pixelSize: Theme.bodyText
        horizontalAlignment: Text.AlignLeft
        text: root.row.value
        textFormat: Text.PlainText
        wrapMode: Text.Wrap

        anchors {
            baseline: name.baseline
            left: name.right
            leftMargin: Theme.gap
            right: parent.right
        }
    }
}
