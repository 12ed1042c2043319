import QtQuick
import Kiosk.Theme

// The two cues of a list or text that may go on at either end; each turns most of a page. They hang in the list, not above
// it, so that a drag that begins on one is the list's.
Item {
    id: root

    required property Flickable view
    property bool sideways: true
    property real overhang: 0
    property real beyond: 0 // of the list's top, out of reach
    property color ground: Theme.wall
    property color ink: Theme.ink
    readonly property real position: sideways ? view.contentX : view.contentY
    readonly property real page: 0.8 * (sideways ? view.width : view.height)

    // By a length in pixels, to either end at most; from where a glide leads that is not over yet.
    function scroll(by: real): void {
        const first = root.sideways ? root.view.originX - root.view.leftMargin : root.view.originY - root.view.topMargin;
        const length = root.sideways ? root.view.contentWidth - root.view.width + root.view.leftMargin + root.view.rightMargin : root.view.contentHeight - root.view.height + root.view.topMargin + root.view.bottomMargin;
        const from = glide.running ? glide.to : root.position;
        glide.property = root.sideways ? "contentX" : "contentY";
        glide.to = Math.max(first, Math.min(first + Math.max(0, length), from + by));
        glide.restart();
    }

    anchors.fill: view
    parent: view

    NumberAnimation {
        id: glide

        duration: Motion.glide
        easing.type: Motion.settle
        target: root.view

        onFinished: root.view.returnToBounds() // a list only guesses how long it is
    }

    // A finger takes over from a glide.
    Connections {
        function onMovementStarted(): void {
            glide.stop();
        }

        target: root.view
    }

    ScrollCue {
        edge: root.sideways ? Qt.LeftEdge : Qt.TopEdge
        inside: root.beyond
        ground: root.ground
        ink: root.ink
        more: root.sideways ? !root.view.atXBeginning : !root.view.atYBeginning
        overhang: root.overhang

        onTriggered: root.scroll(-root.page)
    }

    ScrollCue {
        edge: root.sideways ? Qt.RightEdge : Qt.BottomEdge
        ground: root.ground
        ink: root.ink
        more: root.sideways ? !root.view.atXEnd : !root.view.atYEnd
        overhang: root.overhang

        onTriggered: root.scroll(root.page)
    }
}
