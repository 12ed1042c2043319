import QtQuick
import Kiosk.Bridge

// What keys do on the stage: a presenter's clicker, Home and End, plus; and on the work arrows, Return and space.
QtObject {
    id: root

    required property Gallery gallery
    required property StageView stage
    required property int step // -1 where right is back
    readonly property Item work: stage ? stage.spot : null

    function home(): Item {
        return root.work;
    }

    function onWork(key: int): bool {
        switch (key) {
        case Qt.Key_Right:
            return root.stage.goBeside(root.step, false) || root.go(root.step);
        case Qt.Key_Left:
            return root.stage.goBeside(-root.step, false) || root.go(-root.step);
        case Qt.Key_Down:
            return root.stage.goBeside(1, true);
        case Qt.Key_Up:
            return root.stage.goBeside(-1, true);
        case Qt.Key_Return:
        case Qt.Key_Enter:
            root.stage.spot.triggered();
            return true;
        case Qt.Key_Space:
            root.gallery.visit.togglePlaying();
            return true;
        default:
            return false;
        }
    }

    function pressed(key: int): bool {
        const show = root.gallery.slideshow;
        switch (key) {
        case Qt.Key_PageDown:
        case Qt.Key_N:
            return root.go(1);
        case Qt.Key_PageUp:
        case Qt.Key_P:
            return root.go(-1);
        case Qt.Key_Home:
            show.first();
            return true;
        case Qt.Key_End:
            show.last();
            return true;
        case Qt.Key_Plus:
        case Qt.Key_Equal:
            root.stage.lookCloser();
            return true;
        default:
            return false;
        }
    }

    function go(by: int): bool {
        if (by > 0)
            root.gallery.slideshow.next();
        else
            root.gallery.slideshow.previous();
        return true;
    }
}
