import QtQuick
import Kiosk.Theme

// Keys that open a panel are led into it, those that close it back to where they were; a panel that they lead out of closes,
// unless a question lies over it.
QtObject {
    id: root

    required property Item panel
    required property bool open
    property Item opener: null
    property bool entered: false
    readonly property bool there: root.open && root.panel.visible
    readonly property Item focused: root.panel.Window.activeFocusItem

    signal left

    function holds(item: Item): bool {
        for (let above = item; above; above = above.parent)
            if (above === root.panel)
                return true;
        return false;
    }

    // What is chosen in it, else its first control.
    function entry(item: var): var {
        let first = null;
        for (let place = 0; place < item.children.length; ++place) {
            const child = item.children[place];
            const found = !child.visible || !child.enabled ? null : child.activeFocusOnTab ? child : root.entry(child);
            if (found?.chosen)
                return found;
            first = first ?? found;
        }
        return first;
    }

    onFocusedChanged: {
        if (root.holds(root.focused))
            root.entered = true;
        else if (root.open && root.entered && root.panel.enabled && root.focused?.activeFocusOnTab)
            root.left();
    }
    onOpenChanged: {
        if (root.open) {
            root.opener = root.focused;
        } else if (root.entered) {
            root.entered = false;
            if (root.holds(root.focused) || !root.focused?.activeFocusOnTab)
                root.opener?.forceActiveFocus(Qt.PopupFocusReason);
        }
    }
    onThereChanged: {
        if (root.there && Focus.marked)
            root.entry(root.panel)?.forceActiveFocus(Qt.PopupFocusReason);
    }
}
