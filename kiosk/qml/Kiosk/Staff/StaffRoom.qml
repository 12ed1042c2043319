pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Theme
import Kiosk.Views

// Staff's own, over whatever is shown, which goes on: the pad that asks for the PIN, then the pages.
FocusScope {
    id: root

    required property StaffPanel panel
    property bool leaving: false
    readonly property real above: Math.max(Theme.margin, Theme.beyondTop)
    readonly property real below: Math.max(Theme.margin, Theme.beyondBottom)

    // The show behind goes its own ways, and may want the keys.
    function reclaim(): void {
        if (!root.leaving && !root.activeFocus && root.parent)
            root.forceActiveFocus();
    }

    // The first arrow leads to what is chosen, else to the first control.
    function go(key: int): void {
        const stops = compass.stops();
        if (stops.includes(compass.focused))
            compass.go(key);
        else if (stops.length > 0)
            compass.focus(stops.find(stop => stop.chosen) ?? stops[0]);
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: panel.rightToLeft
    anchors.fill: parent
    enabled: !leaving
    opacity: 0
    z: 100

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
        if ([Qt.Key_Escape, Qt.Key_Back].includes(event.key))
            root.panel.question !== "" ? root.panel.answer(false) : root.panel.close();
        else if ([Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down].includes(event.key))
            root.go(event.key);
        else if (!root.panel.entered && event.key === Qt.Key_Backspace)
            root.panel.pad.rub();
        else if (!root.panel.entered && [Qt.Key_Return, Qt.Key_Enter].includes(event.key))
            root.panel.pad.enter();
        else if (!root.panel.entered && /^[0-9]$/.test(event.text))
            root.panel.pad.type(event.text);
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

        onWheel: wheel => wheel.accepted = true
    }

    MultiPointTouchArea {
        anchors.fill: parent
        mouseEnabled: false
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.wall
        opacity: 0.72
    }

    Rectangle {
        id: board

        readonly property bool low: roomDown < 200 * Theme.unit
        readonly property real inset: root.panel.entered && !low ? Math.round(1.5 * Theme.gap) : Theme.gap // the pad and the names of all pages fit low screens
        readonly property real roomAcross: root.width - 2 * Theme.margin
        readonly property real roomDown: root.height - root.above - root.below

        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.line
        border.width: Theme.hairline
        color: Theme.wall
        height: root.panel.entered ? roomDown : Math.min(roomDown, inset + head.height + Theme.gap + pad.height + inset)
        radius: 2 * Theme.radius
        width: Math.min(roomAcross, root.panel.entered ? Math.round(360 * Theme.unit) : pad.implicitWidth + 2 * inset)
        y: root.above + Math.round((roomDown - height) / 2)

        StaffHead {
            id: head

            panel: root.panel

            anchors {
                left: parent.left
                margins: board.inset
                right: parent.right
                top: parent.top
            }
        }

        Loader {
            id: pad

            active: !root.panel.entered
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: head.bottom
            anchors.topMargin: Theme.gap
            visible: active

            sourceComponent: PinKeys {
                panel: root.panel
            }
        }

        Loader {
            active: root.panel.entered

            sourceComponent: StaffPages {
                panel: root.panel
            }

            anchors {
                bottom: parent.bottom
                left: parent.left
                margins: board.inset
                right: parent.right
                top: head.bottom
                topMargin: Theme.gap
            }
        }
    }
}
