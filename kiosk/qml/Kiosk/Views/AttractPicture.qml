import QtQuick
import Kiosk.Theme

// A picture that fills the screen and moves slowly from one part of itself to another.
Item {
    id: root

    required property url preview // of the loop's very first picture, while that is being made
    required property url source
    required property rect start // parts of the picture, 0..1
    required property rect end
    required property real seconds
    required property bool moving
    property real way: 0
    readonly property bool sharp: image.status === Image.Ready
    readonly property bool ready: sharp || small.status === Image.Ready
    readonly property real imageWidth: width / partWidth
    readonly property real shape: sharp ? image.implicitHeight / image.implicitWidth : small.implicitWidth > 0 ? small.implicitHeight / small.implicitWidth : height / width
    readonly property real partX: start.x + (end.x - start.x) * way
    readonly property real partY: start.y + (end.y - start.y) * way
    readonly property real partWidth: start.width + (end.width - start.width) * way
    readonly property real partHeight: start.height + (end.height - start.height) * way

    signal lost // the file of the picture is gone

    clip: true

    Image {
        id: small

        asynchronous: true
        cache: false
        height: image.height
        source: image.opacity < 1 ? root.preview : ""
        width: image.width
        x: image.x
        y: image.y
    }

    Image {
        id: image

        asynchronous: true
        cache: false
        height: width * root.shape
        opacity: root.sharp ? 1 : 0
        source: root.source
        width: root.imageWidth
        x: -root.partX * width
        y: -root.partY * height

        Behavior on opacity {
            enabled: small.status === Image.Ready

            NumberAnimation {
                duration: Motion.sharpen
                easing.type: Motion.calm
            }
        }

        onStatusChanged: {
            if (status === Image.Error)
                root.lost();
        }
    }

    // It stands still in both fades: two pictures that are scaled anew for each frame are more than a processor can draw.
    SequentialAnimation {
        running: root.moving && !Motion.reduced

        PropertyAction {
            property: "way"
            target: root
            value: 0
        }

        PauseAnimation {
            duration: Motion.attractFade
        }

        NumberAnimation {
            duration: Math.max(0, 1000 * root.seconds / Motion.tempo - Motion.attractFade - Motion.attractRest)
            easing.bezierCurve: Motion.stroll
            easing.type: Easing.BezierSpline
            property: "way"
            target: root
            to: 1
        }
    }
}
