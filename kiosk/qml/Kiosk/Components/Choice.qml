import QtQuick
import Kiosk.Theme

// One of several things of which one is chosen, in a panel. What it shows lies in it, in its `ink`.
Item {
    id: root

    required property string name
    required property bool chosen
    readonly property bool lit: tap.pressed || chosen
    readonly property color ink: lit ? Theme.accentInk : Theme.ink

    signal triggered

    Accessible.checkable: true
    Accessible.checked: root.chosen
    Accessible.name: root.name
    Accessible.role: Accessible.RadioButton
    activeFocusOnTab: true
    implicitHeight: Theme.control
    implicitWidth: Theme.control

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

    Rectangle {
        anchors.fill: parent
        color: root.lit ? Theme.accent : "transparent"
        radius: Theme.radius
        z: -1
    }

    FocusRing {
        control: root
        over: true
        radius: Math.max(0, Theme.radius - gap)
        within: line + 2 * gap // the next one, which may be chosen, begins where this one ends
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: Motion.longestTap

        onTapped: root.triggered()
    }
}
