import QtQuick
import Kiosk.Bridge

// What keys do while a visitor looks closer: larger, smaller, whole, label, details by number, size, and back; and on the
// picture along and further in.
QtObject {
    id: root

    required property Gallery gallery
    required property CloserView view
    readonly property Item work: view ? view.spot : null

    function home(): Item {
        return root.work;
    }

    // An arrow that leads no further along the picture leads out of it.
    function onWork(key: int): bool {
        const closer = root.gallery.closer;
        switch (key) {
        case Qt.Key_Right:
            return closer.pan(1, 0);
        case Qt.Key_Left:
            return closer.pan(-1, 0);
        case Qt.Key_Down:
            return closer.pan(0, 1);
        case Qt.Key_Up:
            return closer.pan(0, -1);
        case Qt.Key_Return:
        case Qt.Key_Enter:
            if (closer.canZoomIn)
                closer.step(1);
            else
                closer.showWhole();
            return true;
        default:
            return false;
        }
    }

    function pressed(key: int): bool {
        const closer = root.gallery.closer;
        const guide = closer.guide;
        if (key >= Qt.Key_1 && key <= Qt.Key_9 && key - Qt.Key_1 < guide.details.length) {
            guide.show(key - Qt.Key_1);
            return true;
        }
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
        case Qt.Key_L:
            guide.toggleLabel();
            return true;
        case Qt.Key_D:
            guide.toggleDetails();
            return true;
        case Qt.Key_N:
            guide.next();
            return true;
        case Qt.Key_P:
            guide.previous();
            return true;
        case Qt.Key_S:
            closer.toggleLifeSize();
            return true;
        case Qt.Key_Escape:
        case Qt.Key_Back:
        case Qt.Key_Backspace:
            if (guide.page !== Guide.NOTHING)
                guide.close();
            else
                root.gallery.visit.showStage();
            return true;
        default:
            return false;
        }
    }
}
