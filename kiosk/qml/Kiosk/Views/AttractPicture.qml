import QtQuick
import Kiosk.Theme

// A picture that fills the screen and moves slowly from one part of itself to another.
Item {
    id: root

    required property url source
    required property rect start // parts of the picture, 0..1
    required property rect end
    required property real seconds
    required property bool moving
    property real way: 0
    readonly property bool ready: image.status === Image.Ready
    readonly property real partX: start.x + (end.x - start.x) * way
    readonly property real partY: start.y + (end.y - start.y) * way
    readonly property real partWidth: start.width + (end.width - start.width) * way
    readonly property real partHeight: start.height + (end.height - start.height) * way

    signal lost // the file of the picture is gone

    clip: true

    Image {
        id: image

        asynchronous: true
        cache: false
        height: implicitWidth > 0 ? width * implicitHeight / implicitWidth : root.height / root.partHeight
        source: root.source
        width: root.width / root.partWidth
        x: -root.partX * width
        y: -root.partY * height

        onStatusChanged: {
            if (status === Image.Error)
                root.lost();
        }
    }

    NumberAnimation {
        duration: 1000 * root.seconds + 2 * Motion.attractFade
        from: 0
        property: "way"
        running: root.moving && !Motion.reduced
        target: root
        to: 1
    }
}
