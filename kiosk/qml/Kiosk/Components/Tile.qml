import QtQuick
import Kiosk.Theme

// A part of a picture in its own pixels; it comes softly over what is there, and never leaves a line between two.
Image {
    id: root

    required property int index
    required property url file
    required property int level // 0 is the finest
    required property rect part // of the picture, 0..1
    required property Item picture // it lies in, as large as all of it
    required property real density // pixels of the screen for one of the window

    signal shown
    signal lost // the file is gone

    // Whole pixels of the screen: two neighbours end and begin at the same one.
    function snap(length: real): real {
        return Math.round(length * root.density) / root.density;
    }

    asynchronous: true
    cache: false
    height: snap(part.bottom * picture.height) - y
    opacity: status === Image.Ready ? 1 : 0
    source: file
    width: snap(part.right * picture.width) - x
    x: snap(part.left * picture.width)
    y: snap(part.top * picture.height)
    z: -level

    Behavior on opacity {
        NumberAnimation {
            duration: Motion.sharpen
            easing.type: Motion.calm
        }
    }

    onOpacityChanged: {
        if (opacity === 1)
            root.shown();
    }
    onStatusChanged: {
        if (status === Image.Error)
            root.lost();
    }
}
