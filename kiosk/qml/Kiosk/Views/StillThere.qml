pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Theme

// Asks a visitor who has done nothing for a while, over whatever is on the screen, and says how long it waits. A touch
// anywhere is an answer, and nothing but that; `blocking` says until when what lies beneath hears nothing.
FocusScope {
    id: root

    required property Visit visit
    readonly property bool open: visit.asking
    readonly property alias blocking: root.visible

    // When what lies beneath hears nothing any more, and so does not take the focus for a visitor's step.
    function ask(): void {
        if (root.open)
            (panel.item as StillTherePanel).ask();
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: root.visit.rightToLeft
    opacity: open ? 1 : 0
    visible: open || opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Motion.interfaceChange
            easing.type: Motion.calm
        }
    }

    onOpenChanged: {
        if (open) {
            panel.active = true; // most visitors are never asked
            Qt.callLater(root.ask);
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.wall
        opacity: 0.72
    }

    Loader {
        id: panel

        active: false
        anchors.horizontalCenter: parent.horizontalCenter
        focus: true
        scale: Math.min(1, (root.height - 2 * Theme.smallGap) / Math.max(1, height)) // in the largest letters a small screen may be too low for it
        y: Math.round(scale < 1 ? (root.height - height) / 2 : Math.max(Theme.smallGap, Math.min(Math.max((root.height - height) / 2, Theme.beyondTop), root.height - Theme.foot - height))) // in reach

        sourceComponent: StillTherePanel {
            room: root.width - 2 * Theme.margin
            visit: root.visit
        }
    }
}
