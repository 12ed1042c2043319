import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// What is typed, and the keyboard to type it on.
Item {
    id: root

    required property Gallery gallery
    property real most: 400 // height that it may take

    // Where keys come in: the first letter.
    function keyEntry(): Item {
        return keys.keyEntry();
    }

    implicitHeight: field.height + Theme.gap + keys.height

    SearchField {
        id: field

        typed: root.gallery.search.typed
        width: keys.span
        works: root.gallery.search.works

        onCleared: {
            const keyed = field.clearing;
            root.gallery.search.clear();
            if (keyed)
                root.keyEntry()?.forceActiveFocus(Qt.OtherFocusReason);
        }

        anchors {
            horizontalCenter: parent.horizontalCenter
        }
    }

    TouchKeyboard {
        id: keys

        height: implicitHeight
        room: root.most - field.height - 2 * Theme.gap
        search: root.gallery.search
        width: parent.width

        anchors {
            top: field.bottom
            topMargin: Theme.gap
        }
    }
}
