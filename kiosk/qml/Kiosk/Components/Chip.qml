import QtQuick
import Kiosk.Theme

// A theme and the number of works it would show.
Item {
    id: root

    required property string name
    required property int count
    required property bool chosen
    readonly property bool usable: count > 0 || chosen

    signal triggered

    Accessible.checkable: true
    Accessible.checked: root.chosen
    Accessible.name: qsTr("%1, %n work(s)", "theme chip", root.count).arg(root.name)
    Accessible.role: Accessible.CheckBox
    activeFocusOnTab: true
    enabled: root.usable
    implicitHeight: Theme.control
    implicitWidth: words.implicitWidth + 2 * Theme.gap
    opacity: usable ? 1 : 0.4

    Accessible.onPressAction: root.triggered()
    Keys.onReturnPressed: root.triggered()
    Keys.onEnterPressed: root.triggered()
    Keys.onSpacePressed: root.triggered()

    Rectangle {
        anchors.fill: parent
        border.color: root.chosen ? Theme.accent : Theme.line
        border.width: Theme.hairline
        color: root.chosen ? Theme.accent : tap.pressed ? Theme.raised : "transparent"
        radius: height / 2

        Behavior on color {
            ColorAnimation {
                duration: Motion.press
            }
        }
    }

    Row {
        id: words

        anchors.centerIn: parent
        spacing: Theme.smallGap

        Text {
            id: title

            color: root.chosen ? Theme.accentInk : Theme.ink
            font.family: Theme.sans
            font.pixelSize: Theme.bodyText
            text: root.name
            textFormat: Text.PlainText

            Behavior on color {
                ColorAnimation {
                    duration: Motion.press
                }
            }
        }

        Text {
            anchors.baseline: title.baseline
            color: root.chosen ? Theme.accentInk : Theme.quiet
            font.family: Theme.sans
            font.features: {
                "tnum": 1
            }
            font.pixelSize: Theme.bodyText
            text: root.count
            textFormat: Text.PlainText

            Behavior on color {
                ColorAnimation {
                    duration: Motion.press
                }
            }
        }
    }

    FocusRing {
        control: root
        radius: height / 2
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.triggered()
    }
}
