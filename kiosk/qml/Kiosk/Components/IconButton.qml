import QtQuick
import Kiosk.Theme

// A control of one icon, as large as a finger.
Item {
    id: root

    required property string icon
    required property string name
    property bool chosen: false
    property bool framed: true // where the wall is as dark as its ground; a plate is frame enough
    property bool usable: true // what is disabled only because its screen leaves does not look so
    property bool mirrored: false
    readonly property bool lit: chosen || (usable && tap.pressed)
    readonly property real strength: usable ? 1 : Theme.resting // of all but the ring

    signal triggered

    function press(): void {
        if (root.usable)
            root.triggered();
    }

    Accessible.checkable: root.chosen
    Accessible.checked: root.chosen
    Accessible.name: root.name
    Accessible.pressed: tap.pressed
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    enabled: root.usable || root.activeFocus // a key that has gone as far as it can does not lose the focus
    implicitHeight: Theme.control
    implicitWidth: Theme.control

    Accessible.onPressAction: {
        Focus.asked();
        root.press();
    }
    Keys.onReturnPressed: root.press()
    Keys.onEnterPressed: root.press()
    Keys.onSpacePressed: root.press()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: root.framed && Theme.raised === Theme.wall ? Theme.hairline : 0
        color: root.lit ? Theme.accent : Theme.raised
        opacity: root.strength
        radius: Theme.radius

        Behavior on color {
            ColorAnimation {
                duration: Motion.press
                easing.type: Motion.calm
            }
        }
    }

    Icon {
        anchors.centerIn: parent
        color: root.lit ? Theme.accentInk : Theme.ink
        mirrored: root.mirrored
        name: root.icon
        opacity: root.strength
    }

    FocusRing {
        control: root
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: Motion.longestTap

        onTapped: root.press()
    }
}
