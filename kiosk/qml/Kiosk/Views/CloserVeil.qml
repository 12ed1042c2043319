import QtQuick
import Kiosk.Theme

// What was seen, fading away over what is seen now: a move without movement.
Image {
    id: root

    required property Item subject

    signal ready // what was seen lies over the subject: it may change

    function cover(): void {
        fade.stop();
        if (!root.subject.grabToImage(grab => root.lay(grab)))
            root.ready();
    }

    function lay(grab: var): void {
        root.source = grab.url;
        root.opacity = 1;
        root.ready();
        fade.restart();
    }

    anchors.fill: subject
    cache: false
    opacity: 0
    visible: opacity > 0

    NumberAnimation {
        id: fade

        duration: Motion.interfaceChange
        easing.type: Motion.calm
        property: "opacity"
        target: root
        to: 0

        onFinished: root.source = ""
    }
}
