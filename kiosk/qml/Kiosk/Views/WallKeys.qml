import QtQuick
import Kiosk.Bridge

// What keys do on the wall: letters search, arrows lead over its works, the others scroll it or lead back to the stage.
QtObject {
    id: root

    required property Gallery gallery
    required property WallView wall
    readonly property Search search: gallery.search
    readonly property Item work: null

    function home(): Item {
        return root.wall?.home() ?? null;
    }

    function onWork(): bool {
        return false;
    }

    // Whether a key was one that writes, and writing is searching here.
    function typed(text: string): bool {
        return root.search.type(text);
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
        case Qt.Key_Backspace:
            if (root.search.typed !== "")
                root.search.takeBack();
            else
                root.leave();
            return true;
        case Qt.Key_Back:
        case Qt.Key_Escape:
            root.leave();
            return true;
        case Qt.Key_Return:
        case Qt.Key_Enter:
            if (!root.search.typing)
                return false;
            root.search.close();
            return true;
        default:
            return false;
        }
    }

    // The keyboard first, then the wall.
    function leave(): void {
        if (root.search.typing)
            root.search.close();
        else
            root.gallery.leaveWall();
    }
}
