import QtQuick

// What keys do on every screen: on the work itself what its screen says; everywhere else arrows lead from control to
// control, and Back to the work. Return, Enter and space press the control that has the focus.
QtObject {
    id: root

    required property Compass compass
    required property var screen // its home, `onWork(key)` and `pressed(key)`, or null

    // Gives the focus to what the screen begins with, or to what waits for an answer, if it is elsewhere; whether it was.
    function arrive(): bool {
        const stops = root.compass.stops();
        if (stops.includes(root.compass.focused))
            return false;
        const modal = root.compass.modal(root.compass.scene);
        const home = modal ? modal.keyEntry?.() ?? stops[0] : root.screen?.home();
        if (home?.enabled)
            root.compass.focus(home);
        return true;
    }

    function pressed(key: int): bool {
        if (!root.screen)
            return false;
        const arrow = [Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down].includes(key);
        const arrived = root.arrive();
        const stops = root.compass.stops();
        if (arrived && stops.length > 0 && !stops.includes(root.compass.focused)) // a wall where nothing hangs
            root.compass.focus(stops[0]);
        if (root.compass.modal(root.compass.scene))
            return !arrow || arrived || root.compass.go(key) || true;
        const work = root.screen.work;
        const onWork = work !== null && root.compass.focused === work;
        if (onWork && root.screen.onWork(key))
            return true;
        if (arrow)
            return (arrived && !onWork) || root.compass.go(key) || true;
        if (!onWork && work && [Qt.Key_Escape, Qt.Key_Back, Qt.Key_Backspace].includes(key)) {
            root.compass.focus(work);
            return true;
        }
        return root.screen.pressed(key);
    }
}
