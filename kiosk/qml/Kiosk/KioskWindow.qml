import QtQuick
import QtQuick.Window

// The window. What the show begins with is on it before the rest of the program is loaded; the face then covers it.
Window {
    id: root

    required property bool kiosk
    property url opening // a picture made ready, empty for none
    property rect part: Qt.rect(0, 0, 1, 1) // of that picture, 0..1
    readonly property bool begun: picture.status !== Image.Loading // the next frame has it, or it is lost
    property var waiting: null // what Waiting tells, while there is nothing else to see
    property Item face: null
    property Item coming: null // the next face, unseen beneath it
    property bool faceReady: false // the face shows the same picture, or more
    property bool pointerSeen: !kiosk
    property int staffCorner: -1 // a Qt.Corner, which may be held; a finger there is a visitor's when it goes up

    property real longestTap: 3 // s; who holds the corner longer than that presses nothing there

    // Nothing moves and everything on the screen is loaded: a picture of it can be taken.
    property bool settled: false

    function isInCorner(place: point, reach: real): bool {
        const [right, bottom] = [root.staffCorner % 2 === 1, root.staffCorner > 1];
        return root.staffCorner >= 0 && (right ? root.width - place.x : place.x) <= reach && (bottom ? root.height - place.y : place.y) <= reach;
    }

    flags: kiosk ? Qt.Window | Qt.FramelessWindowHint | Qt.WindowStaysOnTopHint : Qt.Window
    minimumHeight: kiosk ? 0 : 480
    minimumWidth: kiosk ? 0 : 640

    onFaceChanged: {
        if (root.face) {
            root.face.parent = root.contentItem;
            root.face.anchors.fill = root.contentItem;
            root.face.forceActiveFocus();
        }
    }
    onComingChanged: {
        if (root.coming) {
            root.coming.opacity = 0;
            root.coming.z = -0.5;
            root.coming.enabled = false;
            root.coming.parent = root.contentItem;
            root.coming.anchors.fill = root.contentItem;
        }
    }
    onFaceReadyChanged: {
        root.opening = "";
        root.waiting = null;
    }
    onWaitingChanged: {
        if (root.waiting)
            card.setSource("Waiting.qml", {
                "told": root.waiting
            });
        else
            card.source = "";
    }

    Loader {
        id: card

        anchors.fill: parent
        z: -1
    }

    Image {
        id: picture

        asynchronous: true
        cache: false
        height: implicitWidth > 0 ? width * implicitHeight / implicitWidth : 0
        source: root.opening
        width: root.width / root.part.width
        x: -root.part.x * width
        y: -root.part.y * height
        z: -1
    }

    HoverHandler {
        cursorShape: root.pointerSeen ? Qt.ArrowCursor : Qt.BlankCursor
    }
}
