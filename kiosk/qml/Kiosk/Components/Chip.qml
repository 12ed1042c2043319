import QtQuick
import Kiosk.Theme

// A theme, or something else that chooses works, and the number of works it would show.
Item {
    id: root

    required property string name
    required property int count
    required property bool chosen
    property bool undoes: false // it is there only while it is chosen, and says so
    property bool wraps: false // a name that is too long takes more lines
    property bool small: false // beside something more important
    readonly property bool usable: count > 0 || chosen
    readonly property real leastHeight: small ? Theme.smallControl : Theme.control
    property real widest: Infinity // that its name may be

    signal triggered

    Accessible.checkable: !root.undoes && !root.small
    Accessible.checked: root.chosen
    Accessible.name: qsTr("%1, %n work(s)", "theme chip", root.count).arg(root.name)
    Accessible.role: root.undoes || root.small ? Accessible.Button : Accessible.CheckBox
    activeFocusOnTab: true
    enabled: root.usable
    implicitHeight: Math.max(leastHeight, Math.min(Math.ceil(Theme.lineHeight * Theme.bodyText), Theme.control), title.lineCount > 1 ? title.height + Theme.smallGap : 0)
    implicitWidth: words.implicitWidth + 2 * Math.round(Math.max(0.75 * Theme.gap, Math.min(1, implicitHeight / Theme.control) * Theme.gap, 0.62 * Theme.bodyText))
    opacity: usable ? 1 : Theme.resting

    Accessible.onPressAction: {
        Focus.asked();
        root.triggered();
    }
    Accessible.onToggleAction: {
        Focus.asked();
        root.triggered();
    }
    Keys.onReturnPressed: root.triggered()
    Keys.onEnterPressed: root.triggered()
    Keys.onSpacePressed: root.triggered()

    Rectangle {
        anchors.fill: parent
        border.color: root.chosen ? Theme.accent : Theme.line
        border.width: Theme.hairline
        color: root.chosen ? Theme.accent : tap.pressed ? Theme.raised : "transparent"
        radius: Math.min(height, Theme.control) / 2

        Behavior on color {
            ColorAnimation {
                duration: Motion.press
                easing.type: Motion.calm
            }
        }
    }

    Row {
        id: words

        anchors.centerIn: parent
        spacing: Math.round(0.4 * Theme.bodyText)

        Text {
            id: title

            width: Math.min(Math.ceil(implicitWidth), root.widest)
            color: root.chosen ? Theme.accentInk : Theme.ink
            font.family: Theme.sans
            font.pixelSize: Theme.bodyText
            elide: root.wraps ? Text.ElideNone : Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            text: root.name.replace(/[\n\v\f\r\u0085\u2028\u2029]+/g, " ") // a chip has one line
            textFormat: Text.PlainText
            wrapMode: root.wraps ? Text.Wrap : Text.NoWrap

            Behavior on color {
                ColorAnimation {
                    duration: Motion.press
                    easing.type: Motion.calm
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
            width: Math.ceil(implicitWidth)

            Behavior on color {
                ColorAnimation {
                    duration: Motion.press
                    easing.type: Motion.calm
                }
            }
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.accentInk
            height: width
            name: "close"
            visible: root.undoes
            width: title.font.pixelSize
        }
    }

    FocusRing {
        control: root
        radius: Math.min(height, Theme.control) / 2
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: Motion.longestTap

        onTapped: root.triggered()
    }
}
