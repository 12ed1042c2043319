import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// What this is, how long it stays without a touch, and the way out.
Item {
    id: root

    required property StaffPanel panel
    property bool begun: false

    height: Theme.control

    Component.onCompleted: root.begun = true

    Text {
        Accessible.name: text
        Accessible.role: Accessible.Heading
        color: Theme.ink
        elide: Text.ElideRight
        font.family: Theme.serif
        font.pixelSize: Theme.titleText
        horizontalAlignment: Text.AlignLeft
        text: root.panel.words["Staff"]
        textFormat: Text.PlainText

        anchors {
            left: parent.left
            right: ring.left
            rightMargin: Theme.gap
            verticalCenter: parent.verticalCenter
        }
    }

    CountdownRing {
        id: ring

        anchors.right: close.left
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        height: width
        remaining: () => root.panel.secondsLeft()
        running: root.begun
        seconds: root.panel.seconds
        width: Theme.control
    }

    IconButton {
        id: close

        anchors.right: parent.right
        icon: "close"
        name: root.panel.words["Close"]

        onTriggered: root.panel.close()
    }
}
