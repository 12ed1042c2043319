pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Kiosk.Bridge
import Kiosk.Theme

// What is shown when nothing can be: a quiet word for visitors, and what is wrong for staff.
Window {
    id: root

    required property bool kiosk
    required property list<string> problems
    property bool pointerSeen: !kiosk
    property bool keyed: false // somebody works with keys
    property Look look: null // what the staff panel above it goes by
    property Typography typography: null
    readonly property Item face: scene

    color: "#151517"
    flags: kiosk ? Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint : Qt.Window
    title: qsTr("Back soon")

    Item {
        id: scene

        readonly property real unit: Math.min(root.width, root.height) / 400

        anchors.fill: parent
        focus: true

        Keys.onEscapePressed: {
            if (!root.kiosk)
                root.close();
        }

        Text {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            anchors.centerIn: parent
            color: "#efebe3"
            font.family: Theme.serif
            font.pixelSize: Math.round(30 * scene.unit)
            text: qsTr("Back soon")
            textFormat: Text.PlainText
        }

        Column {
            spacing: Math.round(3 * scene.unit)

            anchors {
                bottom: parent.bottom
                left: parent.left
                margins: Math.round(16 * scene.unit)
                right: parent.right
            }

            Repeater {
                model: root.problems

                Text {
                    required property string modelData

                    color: "#b4aea3"
                    elide: Text.ElideRight
                    font.family: Theme.sans
                    font.pixelSize: Math.round(6.9 * scene.unit)
                    horizontalAlignment: Text.AlignLeft
                    maximumLineCount: 3
                    text: modelData
                    textFormat: Text.PlainText
                    width: parent.width
                    wrapMode: Text.Wrap
                }
            }
        }
    }

    Binding {
        property: "look"
        restoreMode: Binding.RestoreNone
        target: Theme
        value: root.look
        when: root.look !== null
    }

    Binding {
        property: "typography"
        restoreMode: Binding.RestoreNone
        target: Theme
        value: root.typography
        when: root.typography !== null
    }

    Binding {
        property: "marked"
        restoreMode: Binding.RestoreNone
        target: Focus
        value: root.keyed
        when: root.look !== null
    }

    HoverHandler {
        cursorShape: root.pointerSeen ? Qt.ArrowCursor : Qt.BlankCursor
    }
}
