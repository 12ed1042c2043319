pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Staff
import Kiosk.Theme
import Kiosk.Views

// The menu of somebody's own window, and the pages that it leads to. A tap beside it closes it.
FocusScope {
    id: root

    required property OwnPanel panel
    property bool leaving: false
    readonly property bool pointed: panel.narrow && panel.place.x >= 0

    // The show behind goes its own ways, and may want the keys.
    function reclaim(): void {
        if (!root.leaving && !root.activeFocus && root.parent)
            root.forceActiveFocus();
    }

    // The first arrow leads to the first row.
    function go(key: int): void {
        const stops = compass.stops();
        if (stops.includes(compass.focused))
            compass.go(key);
        else if (stops.length > 0)
            compass.focus(stops.find(stop => stop.row) ?? stops[0]);
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: panel.rightToLeft
    anchors.fill: parent
    enabled: !leaving
    opacity: 0
    z: 95

    Behavior on opacity {
        NumberAnimation {
            duration: Motion.interfaceChange
            easing.type: Motion.calm
        }
    }

    Component.onCompleted: root.opacity = 1
    onActiveFocusChanged: Qt.callLater(root.reclaim)
    onLeavingChanged: root.opacity = 0
    Keys.onPressed: event => {
        event.accepted = true;
        if ([Qt.Key_Escape, Qt.Key_Back, Qt.Key_Backspace].includes(event.key))
            root.panel.goBack();
        else if ([Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down].includes(event.key))
            root.go(event.key);
    }

    Compass {
        id: compass

        scene: root
    }

    // Nothing behind answers.
    MouseArea {
        acceptedButtons: Qt.AllButtons
        anchors.fill: parent
        hoverEnabled: true

        onPressed: root.panel.close()
        onWheel: wheel => wheel.accepted = true
    }

    MultiPointTouchArea {
        anchors.fill: parent
        mouseEnabled: false

        onPressed: root.panel.close()
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.wall
        opacity: root.panel.narrow ? 0.35 : 0.72
    }

    Rectangle {
        id: board

        readonly property int inset: root.panel.narrow ? Theme.smallGap : Theme.gap
        readonly property real roomAcross: root.width - 2 * Theme.margin
        readonly property real roomDown: root.height - 2 * Theme.margin
        property real rows: 0 // as high as all of them are
        readonly property real least: root.panel.narrow ? 0 : Math.round(Math.min(0.5 * roomDown, 0.45 * width)) // of a page with little on it
        readonly property real wanted: inset + head.height + Theme.smallGap + rows + (bar.visible ? bar.height : 0) + inset

        border.color: Theme.line
        border.width: Theme.hairline
        color: Theme.wall
        height: Math.min(roomDown, Math.max(wanted, least))
        radius: 2 * Theme.radius
        width: Math.min(roomAcross, Math.round((root.panel.narrow ? 172 : 280) * Theme.unit))
        x: root.pointed ? Math.max(Theme.margin, Math.min(root.panel.place.x - (root.LayoutMirroring.enabled ? width : 0), root.width - Theme.margin - width)) : Math.round((root.width - width) / 2)
        y: root.pointed ? Math.max(Theme.margin, Math.min(root.panel.place.y, root.height - Theme.margin - height)) : Theme.margin

        // Another page does not jump: its head stays where it is. What is more is there at once, where it is touched.
        Behavior on height {
            enabled: root.opacity === 1 && board.wanted < board.height && !root.panel.narrow && !Motion.reduced

            NumberAnimation {
                duration: Motion.interfaceChange
                easing.type: Motion.calm
            }
        }

        // A tap on it closes nothing.
        MouseArea {
            acceptedButtons: Qt.AllButtons
            anchors.fill: parent
        }

        MultiPointTouchArea {
            anchors.fill: parent
            mouseEnabled: false
        }

        OwnHead {
            id: head

            panel: root.panel

            anchors {
                left: parent.left
                margins: board.inset
                right: parent.right
                top: parent.top
            }
        }

        StaffList {
            id: list

            cacheBuffer: 10 * root.height // all rows of a menu are made, and its height is known
            rows: root.panel.rows
            wordsInset: root.panel.narrow ? Math.round(1.2 * Theme.smallGap) : 0 // below the name of the page

            onContentHeightChanged: Qt.callLater(() => board.rows = list.contentHeight)
            onTriggered: (act, arg) => root.panel.act(act, arg)

            anchors {
                bottom: bar.visible ? bar.top : parent.bottom
                bottomMargin: bar.visible ? 0 : board.inset
                left: parent.left
                leftMargin: board.inset
                right: parent.right
                rightMargin: board.inset
                top: head.bottom
                topMargin: Theme.smallGap
            }
        }

        ScrollCues {
            sideways: false
            view: list
        }

        Item {
            id: bar

            readonly property string told: root.panel.told

            height: said.height + 2 * Theme.gap
            visible: told !== ""

            onToldChanged: {
                if (bar.told !== "")
                    bar.Accessible.announce(bar.told);
            }

            anchors {
                bottom: parent.bottom
                left: list.left
                right: list.right
            }

            Rectangle {
                color: Theme.line
                height: Theme.hairline
                width: parent.width
            }

            Text {
                id: said

                Accessible.name: text
                Accessible.role: Accessible.StaticText
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.ink
                font.family: Theme.sans
                font.pixelSize: Theme.bodyText
                horizontalAlignment: Text.AlignLeft
                text: bar.told
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }

    // Another page begins at its top, and with keys at its first row.
    Connections {
        function onTitleChanged(): void {
            list.positionViewAtBeginning();
        }

        target: page
    }

    QtObject {
        id: page

        readonly property string title: root.panel.title
    }
}
