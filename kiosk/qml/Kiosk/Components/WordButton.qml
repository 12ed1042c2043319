import QtQuick
import Kiosk.Theme

// A control of words. Without a frame it is one of a row, of which one is chosen.
Item {
    id: root

    required property string name
    property bool chosen: false
    property bool framed: true

    signal triggered

    Accessible.checkable: !root.framed
    Accessible.checked: root.chosen
    Accessible.name: root.name
    Accessible.role: root.framed ? Accessible.Button : Accessible.RadioButton
    activeFocusOnTab: true
    implicitHeight: framed ? Theme.control : Math.max(Theme.smallControl, Math.ceil(Theme.lineHeight * Theme.bodyText))
    implicitWidth: words.width + (framed ? 2 * Theme.gap : 0)

    Accessible.onPressAction: {
        Focus.asked();
        root.triggered();
    }
    Keys.onEnterPressed: root.triggered()
    Keys.onReturnPressed: root.triggered()
    Keys.onSpacePressed: root.triggered()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: Theme.raised === Theme.wall ? Theme.hairline : 0
        color: tap.pressed ? Theme.accent : Theme.raised
        radius: Theme.radius
        visible: root.framed
    }

    Text {
        id: words

        anchors.centerIn: parent
        color: root.framed ? (tap.pressed ? Theme.accentInk : Theme.ink) : root.chosen || tap.pressed ? Theme.ink : Theme.quiet
        font.family: Theme.sans
        font.pixelSize: Theme.bodyText
        font.weight: root.chosen ? Font.DemiBold : Font.Normal
        text: root.name
        textFormat: Text.PlainText
        width: Math.ceil(implicitWidth)
    }

    Rectangle {
        color: Theme.accent
        height: Theme.stroke
        visible: root.chosen && !root.framed
        width: words.width

        anchors {
            bottom: parent.bottom
            horizontalCenter: parent.horizontalCenter
        }
    }

    FocusRing {
        readonly property real beside: within - line - gap - (root.framed ? 0 : Theme.smallGap) // off the letters

        anchors.leftMargin: beside
        anchors.rightMargin: beside
        control: root
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: Motion.longestTap

        onTapped: root.triggered()
    }
}
