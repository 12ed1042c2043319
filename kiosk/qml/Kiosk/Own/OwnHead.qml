import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The name of a page, the way back to the one before, and the way out.
Item {
    id: root

    required property OwnPanel panel

    height: Theme.control

    IconButton {
        id: back

        anchors.left: parent.left
        icon: "previous"
        mirrored: root.LayoutMirroring.enabled
        name: root.panel.words["Back"]
        visible: !root.panel.first

        onTriggered: root.panel.goBack()
    }

    Text {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: Theme.ink
        elide: Text.ElideRight
        font.family: Theme.serif
        font.pixelSize: Theme.titleText
        horizontalAlignment: Text.AlignLeft
        text: root.panel.title
        textFormat: Text.PlainText

        anchors {
            left: back.visible ? back.right : parent.left
            leftMargin: back.visible ? Theme.gap : root.panel.narrow ? Math.round(1.2 * Theme.smallGap) : 0
            right: close.left
            rightMargin: Theme.gap
            verticalCenter: parent.verticalCenter
        }
    }

    IconButton {
        id: close

        anchors.right: parent.right
        icon: "close"
        name: root.panel.words["Close"]

        onTriggered: root.panel.close()
    }
}
