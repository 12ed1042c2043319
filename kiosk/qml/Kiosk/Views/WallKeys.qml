import QtQuick
import Kiosk.Bridge

// What keys do on the wall: arrows lead over its works, the others scroll it or lead back to the stage.
QtObject {
    id: root

    required property Gallery gallery
    required property WallView wall
    readonly property Item work: null

    function home(): Item {
        return root.wall?.home() ?? null;
    }

    function onWork(): bool {
        return false;
    }

    function pressed(key: int): bool {
        switch (key) {
        case Qt.Key_PageDown:
            root.wall.scroll(0.9);
            return true;
        case Qt.Key_PageUp:
            root.wall.scroll(-0.9);
            return true;
        case Qt.Key_Home:
            root.wall.scroll(-Infinity);
            return true;
        case Qt.Key_End:
            root.wall.scroll(Infinity);
            return true;
        case Qt.Key_Back:
        case Qt.Key_Backspace:
        case Qt.Key_Escape:
            root.gallery.leaveWall();
            return true;
        default:
            return false;
        }
    }
}
