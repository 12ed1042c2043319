pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// Having labels read aloud: this one or stop, pause, again, and how loud. There while a visitor wants to be read to,
// all on one quiet ground: one thing beside the works, not six.
Rectangle {
    id: root

    required property Speech speech
    readonly property bool busy: speech.reading || speech.paused

    Accessible.name: qsTr("Read aloud")
    Accessible.role: Accessible.Grouping
    color: Theme.raised
    height: Theme.control
    radius: Theme.radius
    width: controls.width

    Row {
        id: controls

        IconButton {
            framed: false
            chosen: root.busy
            icon: root.busy ? "stop" : "speech"
            name: root.busy ? qsTr("Stop reading") : qsTr("Read this label")
            usable: root.speech.readable

            onTriggered: root.speech.read()
        }

        IconButton {
            framed: false
            icon: root.speech.paused ? "play" : "pause"
            name: root.speech.paused ? qsTr("Go on reading") : qsTr("Pause reading")
            usable: root.busy

            onTriggered: root.speech.togglePause()
        }

        IconButton {
            framed: false
            icon: "repeat"
            name: qsTr("Read again from the beginning")
            usable: root.speech.readable

            onTriggered: root.speech.repeat()
        }

        IconButton {
            framed: false
            icon: "softer"
            name: qsTr("Softer")
            usable: root.speech.volume > 1

            onTriggered: root.speech.change(-1)
        }

        // How loud it is: as many bars as there are steps, each taller than the one before.
        Item {
            Accessible.name: qsTr("Volume %1 of %2").arg(root.speech.volume).arg(root.speech.volumes)
            Accessible.role: Accessible.StaticText
            height: Theme.control
            width: bars.width + Theme.smallGap

            Row {
                id: bars

                anchors.centerIn: parent
                height: Theme.icon
                spacing: Theme.stroke

                Repeater {
                    model: root.speech.volumes

                    Rectangle {
                        required property int index
                        readonly property bool filled: index < root.speech.volume

                        anchors.bottom: parent.bottom
                        border.color: filled ? Theme.ink : Theme.quiet
                        border.width: Theme.hairline
                        color: filled ? Theme.ink : "transparent"
                        height: Math.round(parent.height * (0.3 + 0.7 * index / Math.max(1, root.speech.volumes - 1)))
                        width: Math.round(1.7 * Theme.unit)
                    }
                }
            }
        }

        IconButton {
            framed: false
            icon: "louder"
            name: qsTr("Louder")
            usable: root.speech.volume < root.speech.volumes

            onTriggered: root.speech.change(1)
        }
    }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: Theme.hairline
        color: "transparent"
        radius: root.radius
    }
}
