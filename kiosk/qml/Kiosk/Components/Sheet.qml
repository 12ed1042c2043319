import QtQuick
import Kiosk.Theme

// A panel that a visitor opens over a screen, above its controls. A tap beside it closes it; one on it does not.
Item {
    id: root

    required property string name
    default property alias rows: column.data
    property bool open: false
    readonly property real bottomMargin: Theme.foot + Theme.control + Theme.gap // above the controls
    readonly property real mostHeight: height - Math.max(Theme.margin, Theme.beyondTop) - Theme.foot
    readonly property real room: width - 2 * Theme.margin - 2 * Theme.smallGap // the most width that its rows may take

    opacity: open ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Motion.interfaceChange
            easing.type: Motion.calm
        }
    }

    PanelFocus {
        open: root.open
        panel: root

        onLeft: root.open = false
    }

    TapHandler {
        enabled: root.open
        gesturePolicy: TapHandler.WithinBounds
        longPressThreshold: Motion.longestTap

        onTapped: root.open = false
    }

    Rectangle {
        readonly property bool keyCovers: root.open

        Accessible.name: root.name
        Accessible.role: Accessible.Grouping
        border.color: Theme.line
        border.width: Theme.hairline
        color: Theme.raised
        enabled: root.open
        height: Math.min(column.height + 2 * Theme.smallGap, root.mostHeight)
        radius: Theme.radius + Theme.smallGap
        width: column.width + 2 * Theme.smallGap

        anchors {
            bottom: parent.bottom
            bottomMargin: Math.min(root.bottomMargin, Theme.foot + root.mostHeight - height)
            right: parent.right
            rightMargin: Theme.margin
        }

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }

        Item {
            anchors.fill: parent
            anchors.margins: Theme.smallGap
            clip: rows.interactive

            Flickable {
                id: rows

                anchors.fill: parent
                boundsBehavior: Flickable.DragOverBounds
                contentHeight: column.height
                flickableDirection: Flickable.VerticalFlick
                interactive: contentHeight > height

                Column {
                    id: column
                }
            }

            ScrollCues {
                ground: Theme.raised
                sideways: false
                view: rows
            }
        }
    }
}
