pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// Reading and display: how large the letters are, how strong the contrast, how much moves. Choosing leaves it open.
Sheet {
    id: root

    required property Gallery gallery
    readonly property Visit visit: gallery.visit
    readonly property real widest: Math.max(6 * Theme.control, contrast.implicitWidth, motion.implicitWidth, aloud.implicitWidth)
    readonly property real rowWidth: Math.min(room, widest)
    property Component readAloud: null // its row, where this kiosk can speak

    name: qsTr("Reading and display")

    Row {
        Repeater {
            model: [
                {
                    "name": qsTr("Normal text"),
                    "height": 11.2 // its capital has 0.7° at 600 mm
                },
                {
                    "name": qsTr("Large text"),
                    "height": 12.7
                },
                {
                    "name": qsTr("Largest text"),
                    "height": 14.2
                }
            ]

            Choice {
                id: size

                required property int index
                required property var modelData

                chosen: index === root.visit.textSize
                name: modelData.name
                width: root.rowWidth / 3

                onTriggered: root.visit.setTextSize(index)

                Text {
                    anchors.baseline: parent.bottom
                    anchors.baselineOffset: -Math.round(4 * Theme.unit) // a hamza stays below the ring
                    anchors.horizontalCenter: parent.horizontalCenter
                    color: size.ink
                    font.family: Theme.sans
                    font.pixelSize: Math.round(size.modelData.height * Theme.unit)
                    text: qsTr("A", "a letter in the size of the text")
                    textFormat: Text.PlainText
                }
            }
        }
    }

    SwitchRow {
        id: contrast

        icon: "contrast"
        name: qsTr("High contrast")
        on: root.visit.highContrast
        width: root.rowWidth

        onTriggered: root.visit.toggleContrast()
    }

    SwitchRow {
        id: motion

        icon: "motion"
        name: qsTr("Less motion")
        on: root.visit.reducedMotion
        width: root.rowWidth

        onTriggered: root.visit.toggleMotion()
    }

    Loader {
        id: aloud

        active: root.readAloud !== null
        sourceComponent: root.readAloud
        visible: active
        width: root.rowWidth
    }
}
