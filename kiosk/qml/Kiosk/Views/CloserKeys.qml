import QtQuick
import Kiosk.Bridge

// What keys do while a visitor looks closer: larger, smaller, whole, along, and back.
QtObject {
    id: root

    required property Gallery gallery

    function pressed(key: int): bool {
        const closer = root.gallery.closer;
        switch (key) {
        case Qt.Key_Plus:
        case Qt.Key_Equal:
        case Qt.Key_PageUp:
            closer.step(1);
            return true;
        case Qt.Key_Minus:
        case Qt.Key_PageDown:
            closer.step(-1);
            return true;
        case Qt.Key_0:
        case Qt.Key_Home:
            closer.showWhole();
            return true;
        case Qt.Key_Right:
            closer.pan(1, 0);
            return true;
        case Qt.Key_Left:
            closer.pan(-1, 0);
            return true;
        case Qt.Key_Down:
            closer.pan(0, 1);
            return true;
        case Qt.Key_Up:
            closer.pan(0, -1);
            return true;
        case Qt.Key_Escape:
        case Qt.Key_Back:
            root.gallery.visit.showStage();
            return true;
        default:
            return false;
        }
    }
}
