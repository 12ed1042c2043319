import QtQuick
import Kiosk.Bridge

// What keys do on the wall: they scroll it, and lead back to the stage.
QtObject {
    id: root

    required property Gallery gallery
    required property WallView wall

    function pressed(key: int): bool {
        switch (key) {
        case Qt.Key_Down:
            root.wall.scroll(0.4);
            return true;
        case Qt.Key_Up:
            root.wall.scroll(-0.4);
            return true;
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
        case Qt.Key_Return:
        case Qt.Key_Enter:
        case Qt.Key_Backspace:
        case Qt.Key_Escape:
            root.gallery.leaveWall();
            return true;
        default:
            return false;
        }
    }
}
