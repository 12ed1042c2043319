import QtQuick

// While a large exhibition is read for the first time: what it is called, and that something is going on. Kiosk.Theme
// needs the gallery's types, which are not there yet.
Item {
    id: root

    required property var told // {title, subtitle, ink, quiet, accent, line, serif, sans}
    readonly property int sway: 1600
    readonly property real unit: Math.min(width, height) / 400

    Column {
        anchors.centerIn: parent
        spacing: Math.round(9 * root.unit)
        width: parent.width * 0.8

        Text {
            color: root.told.ink
            font.family: root.told.serif
            font.pixelSize: Math.max(1, Math.round(30 * root.unit))
            horizontalAlignment: Text.AlignHCenter
            text: root.told.title
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.Wrap
        }

        Text {
            color: root.told.quiet
            font.family: root.told.sans
            font.pixelSize: Math.max(1, Math.round(12 * root.unit))
            horizontalAlignment: Text.AlignHCenter
            text: root.told.subtitle
            textFormat: Text.PlainText
            visible: text !== ""
            width: parent.width
            wrapMode: Text.Wrap
        }

        Rectangle {
            id: line

            anchors.horizontalCenter: parent.horizontalCenter
            color: root.told.line
            height: Math.max(2, Math.round(0.9 * root.unit))
            radius: height / 2
            width: Math.round(60 * root.unit)

            Rectangle {
                color: root.told.accent
                height: parent.height
                radius: height / 2
                width: parent.width / 4

                SequentialAnimation on x {
                    loops: Animation.Infinite

                    NumberAnimation {
                        duration: root.sway
                        easing.type: Easing.InOutCubic
                        from: 0
                        to: line.width * 0.75
                    }

                    NumberAnimation {
                        duration: root.sway
                        easing.type: Easing.InOutCubic
                        from: line.width * 0.75
                        to: 0
                    }
                }
            }
        }
    }
}
