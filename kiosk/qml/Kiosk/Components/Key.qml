pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

// A key of the keyboard on the screen, with a sign or an icon.
Item {
    id: root

    required property string sign
    property string icon: ""
    property string name: sign
    property bool chosen: false
    property bool mirrored: false
    readonly property bool lit: tap.pressed || chosen
    readonly property real leastText: Math.ceil(Theme.smallestCapital / Theme.sansCapital * Theme.unit)
    readonly property color ink: lit ? Theme.accentInk : Theme.ink

    signal triggered

    Accessible.checkable: root.chosen
    Accessible.checked: root.chosen
    Accessible.name: root.name
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    implicitHeight: Theme.control
    implicitWidth: Theme.control

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
        color: root.lit ? Theme.accent : Theme.raised
        radius: Theme.radius
    }

    Text {
        anchors.centerIn: parent
        color: root.ink
        font.family: Theme.sans
        font.pixelSize: Math.max(root.leastText, Math.round(Math.min(Theme.leadText, 0.5 * root.height, root.width / Math.max(1.4, 0.75 * root.sign.length))))
        fontSizeMode: root.sign.length > 1 ? Text.HorizontalFit : Text.FixedSize // syllables of Korean are as wide as high
        horizontalAlignment: Text.AlignHCenter
        minimumPixelSize: 1
        text: root.sign
        textFormat: Text.PlainText
        visible: root.icon === ""
        width: root.width - 2 * Math.min(Theme.smallGap, 0.15 * root.width)
    }

    Loader {
        active: root.icon !== ""
        anchors.centerIn: parent

        sourceComponent: Icon {
            color: root.ink
            mirrored: root.mirrored
            name: root.icon
        }
    }

    FocusRing {
        control: root
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: Motion.longestTap

        onTapped: root.triggered()
    }
}
