import QtQuick
import Kiosk.Bridge
import Kiosk.Theme

// Outside the opening hours: a black screen, or a quiet card.
Rectangle {
    id: root

    required property Gallery gallery

    color: gallery.doors.black ? "black" : Theme.wall

    Column {
        anchors.centerIn: parent
        spacing: Theme.gap
        visible: !root.gallery.doors.black
        width: parent.width - 4 * Theme.margin

        Text {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            color: Theme.ink
            font.family: Theme.serif
            font.pixelSize: Theme.displayText
            horizontalAlignment: Text.AlignHCenter
            text: root.gallery.heading
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.accent
            height: Math.round(1.2 * Theme.unit)
            width: Theme.control
        }

        Text {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            color: Theme.quiet
            font.family: Theme.sans
            font.pixelSize: Theme.leadText
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("The gallery is closed now.")
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }
    }

    // Nothing behind the closed doors answers.
    MultiPointTouchArea {
        anchors.fill: parent
        mouseEnabled: true
    }
}
