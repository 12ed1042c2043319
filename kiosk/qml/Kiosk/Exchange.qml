import QtQuick
import Kiosk.Theme

// One face takes another's place: it comes in beneath, then the other goes. What both show alike does not change.
SequentialAnimation {
    id: root

    required property Main coming
    required property Main going
    required property KioskWindow frame

    function begin(): void {
        root.going.enabled = false;
        root.going.current = false;
        root.coming.current = true;
        root.coming.enabled = true;
        Qt.callLater(() => root.coming.takeOver(root.going)); // after the wall has been laid out
        root.start();
    }

    onFinished: {
        root.coming.z = 0;
        root.frame.face = root.coming;
        root.frame.coming = null;
    }

    NumberAnimation {
        duration: Motion.interfaceChange
        easing.type: Motion.calm
        property: "opacity"
        target: root.coming
        to: 1
    }

    NumberAnimation {
        duration: Motion.interfaceChange
        easing.type: Motion.calm
        property: "opacity"
        target: root.going
        to: 0
    }
}
