import QtQuick
import Kiosk.Theme

// A row of a panel that is on or off: its icon, its words and a switch that shows which, by place as well as by colour.
Item {
    id: root

    required property string icon
    required property string name
    required property bool on

    signal triggered

    Accessible.checkable: true
    Accessible.checked: root.on
    Accessible.name: root.name
    Accessible.role: Accessible.CheckBox
    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.control, words.height + 2 * Theme.smallGap)
    implicitWidth: sign.width + words.implicitWidth + track.width + 4 * Theme.gap

    Accessible.onPressAction: {
        Focus.asked();
        root.triggered();
    }
    Accessible.onToggleAction: {
        Focus.asked();
        root.triggered();
    }
    Keys.onEnterPressed: root.triggered()
    Keys.onReturnPressed: root.triggered()
    Keys.onSpacePressed: root.triggered()

    Icon {
        id: sign

        name: root.icon

        anchors {
            left: parent.left
            leftMargin: Theme.gap
            verticalCenter: parent.verticalCenter
        }
    }

    Text {
        id: words

        color: Theme.ink
        font.family: Theme.sans
        font.pixelSize: Theme.bodyText
        horizontalAlignment: Text.AlignLeft
        text: root.name
        textFormat: Text.PlainText
        wrapMode: Text.Wrap

        anchors {
            left: sign.right
            leftMargin: Theme.gap
            right: track.left
            rightMargin: Theme.gap
            verticalCenter: parent.verticalCenter
        }
    }

    Rectangle {
        id: track

        readonly property real inset: Math.round(1.4 * Theme.unit)

        border.color: root.on ? Theme.accent : Theme.quiet
        border.width: Theme.stroke
        color: root.on ? Theme.accent : "transparent"
        height: Math.round(9 * Theme.unit)
        radius: height / 2
        width: Math.round(17 * Theme.unit)

        Behavior on color {
            ColorAnimation {
                duration: Motion.press
                easing.type: Motion.calm
            }
        }

        anchors {
            right: parent.right
            rightMargin: Theme.gap
            verticalCenter: parent.verticalCenter
        }

        Rectangle {
            readonly property bool onTheRight: root.on !== root.LayoutMirroring.enabled

            color: root.on ? Theme.accentInk : Theme.quiet
            height: parent.height - 2 * track.inset
            radius: height / 2
            width: height
            x: onTheRight ? parent.width - width - track.inset : track.inset
            y: track.inset

            Behavior on x {
                enabled: !Motion.reduced

                NumberAnimation {
                    duration: Motion.press
                    easing.type: Motion.calm
                }
            }
        }
    }

    FocusRing {
        control: root
        over: true
        radius: Math.max(0, Theme.radius - gap)
        within: line + 2 * gap // the next one, which may be chosen, begins where this one ends
    }

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: Motion.longestTap

        onTapped: root.triggered()
    }
}
