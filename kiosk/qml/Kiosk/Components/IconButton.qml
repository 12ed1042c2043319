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

    signal triggered

    Accessible.checkable: root.chosen
    Accessible.checked: root.chosen
    Accessible.name: root.name
    Accessible.pressed: tap.pressed
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    enabled: root.usable
    implicitHeight: Theme.control
    implicitWidth: Theme.control
    opacity: usable ? 1 : 0.35

    Accessible.onPressAction: {
        Focus.asked();
        root.triggered();
    }
    Keys.onReturnPressed: root.triggered()
    Keys.onEnterPressed: root.triggered()
    Keys.onSpacePressed: root.triggered()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: root.framed && Theme.raised === Theme.wall ? Theme.hairline : 0
        color: tap.pressed || root.chosen ? Theme.accent : Theme.raised
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
        color: tap.pressed || root.chosen ? Theme.accentInk : Theme.ink
        mirrored: root.mirrored
        name: root.icon
    }

    FocusRing {
        control: root
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.triggered()
    }
}
