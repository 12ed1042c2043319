import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The exhibition's own label on an empty wall, as at the entrance. A tap anywhere leads back, and so does any key.
Item {
    id: root

    required property Gallery gallery
    required property bool portrait
    readonly property real room: height - Math.max(above, Theme.margin) - below
    readonly property real above: Theme.low ? Theme.margin : 2 * Theme.margin
    readonly property real below: Theme.low ? height - back.y + Theme.gap : Math.max(2 * Theme.margin, Theme.foot)
    readonly property bool whole: label.wanted <= room

    function close(): void {
        root.gallery.visit.tellAbout(false);
    }

    // Keys that scroll a long text do so; those that go from control to control are not for this; any other closes.
    function pressed(key: int): bool {
        const share = ({
                [Qt.Key_Up]: -0.4,
                [Qt.Key_Down]: 0.4,
                [Qt.Key_PageUp]: -0.8,
                [Qt.Key_PageDown]: 0.8,
                [Qt.Key_Home]: -Infinity,
                [Qt.Key_End]: Infinity
            })[key];
        if (share !== undefined && label.scroll(share))
            return true;
        if ([Qt.Key_Tab, Qt.Key_Backtab, Qt.Key_Shift, Qt.Key_Control, Qt.Key_Alt, Qt.Key_AltGr, Qt.Key_Meta, Qt.Key_CapsLock].includes(key))
            return false;
        root.close();
        return true;
    }

    Accessible.name: root.gallery.title
    Accessible.role: Accessible.Dialog

    Component.onCompleted: {
        if (Focus.marked)
            back.forceActiveFocus(Qt.PopupFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.wall
    }

    TapHandler {
        gesturePolicy: TapHandler.DragThreshold
        longPressThreshold: Motion.longestTap

        onTapped: root.close()
    }

    Rectangle {
        color: Theme.accent
        height: Math.round(1.2 * Theme.unit)
        visible: root.whole
        width: Theme.control
        x: root.LayoutMirroring.enabled ? label.x + label.width - width : label.x
        y: label.y - Theme.gap - height
    }

    Label {
        id: label

        readonly property real across: root.width - 2 * Theme.margin - (root.portrait ? 0 : 2 * (Theme.control + Theme.gap))
        readonly property real column: halved ? (across - columnGap) / 2 : across

        columnGap: 2 * Theme.margin
        halved: !root.portrait && (across - columnGap) / 2 >= 0.85 * Theme.labelWidth
        height: root.whole ? wanted : root.room - (Theme.low ? Math.max(0, Theme.beyondTop - root.above) : 0)
        lines: root.gallery.about.lines.map(line => line.role === "works" ? Object.assign({}, line, {
                words: qsTr("%n work(s)", "in the exhibition", Number(line.words)),
                bound: ""
            }) : line)
        size: Math.max(1, Math.min(column / Theme.labelWidth, 1.5 / Theme.textScale)) // words on a wall are larger than on a label
        width: Math.min(across, inHalves ? 2 * Theme.labelWidth * size + columnGap : Theme.labelWidth * size)
        x: Math.round((root.width - width) / 2)
        y: root.whole ? Math.round(root.above + (root.room - height) * 0.45) : root.height - root.below - height
    }

    IconButton {
        id: back

        icon: "close"
        name: qsTr("Back to the works")
        y: Theme.low ? root.height - Theme.foot - height : Theme.margin

        onTriggered: root.close()

        anchors {
            right: parent.right
            rightMargin: Theme.margin
        }
    }
}
