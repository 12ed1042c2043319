import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// On the empty wall: the two nearest ways on.
Column {
    id: root

    required property Gallery gallery

    spacing: Theme.gap
    visible: gallery.search.fruitless

    Text {
        anchors.horizontalCenter: parent.horizontalCenter
        color: Theme.ink
        font.family: Theme.sans
        font.pixelSize: Theme.leadText
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("No work has these words.")
        textFormat: Text.PlainText
        width: root.width
        wrapMode: Text.Wrap
    }

    Flow {
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.smallGap
        width: Math.min(root.width, fewer.width + spacing + every.width)

        WordButton {
            id: fewer

            name: qsTr("Take back the last letter")

            onTriggered: root.gallery.search.takeBack()
        }

        WordButton {
            id: every

            name: qsTr("All works")

            onTriggered: root.gallery.choose("")
        }
    }
}
