import QtQuick
import Kiosk.Bridge as Bridge
import Kiosk.Components
import Kiosk.Theme

// Above a show in somebody's own window: the way to the menu while a mouse is moved, what has just been done, and black.
Item {
    id: root

    required property Bridge.OwnLayer above
    required property QtObject frame // the window, which knows whether its pointer is seen
    readonly property bool wanted: !above.busy && !above.black && (rest.running || hover.hovered || tap.pressed)

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: above.rightToLeft
    anchors.fill: parent
    z: 90

    HoverHandler {
        id: mouse

        property point last: Qt.point(-1, -1) // where it is when the window opens is no move

        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad

        onPointChanged: {
            if (hovered && last.x >= 0 && last !== point.position)
                rest.restart();
            last = hovered ? point.position : Qt.point(-1, -1);
        }
    }

    Timer {
        id: rest

        interval: Motion.rest
    }

    Item {
        id: handle

        readonly property bool there: root.wanted

        Accessible.name: root.above.menuWord
        Accessible.role: Accessible.Button
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        enabled: there
        height: Theme.margin // the strip along the edge in which nothing else lies
        opacity: there ? 1 : 0
        visible: opacity > 0
        width: Math.round(2.2 * Theme.control)

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.interfaceChange
                easing.type: Motion.calm
            }
        }

        Accessible.onPressAction: root.above.askForMenu()

        Item {
            anchors.fill: parent
            clip: true

            Rectangle {
                border.color: Theme.line
                border.width: Theme.hairline
                color: hover.hovered ? Theme.accent : Theme.raised
                height: parent.height + radius
                radius: 2 * Theme.radius
                width: parent.width
                y: -radius
            }
        }

        Icon {
            anchors.centerIn: parent
            color: hover.hovered ? Theme.accentInk : Theme.ink
            height: width
            name: "menu"
            width: Math.round(0.75 * Theme.margin)
        }

        HoverHandler {
            id: hover
        }

        TapHandler {
            id: tap

            gesturePolicy: TapHandler.ReleaseWithinBounds
            longPressThreshold: Motion.longestTap

            onTapped: root.above.askForMenu()
        }
    }

    Rectangle {
        id: plate

        readonly property string words: root.above.told

        Accessible.name: said.text
        Accessible.role: Accessible.StaticText
        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.line
        border.width: Theme.hairline
        color: Theme.raised
        height: said.height + 2 * Theme.smallGap
        opacity: words !== "" ? 1 : 0
        radius: Theme.radius + Theme.smallGap
        visible: opacity > 0
        width: said.width + 2 * Theme.gap
        y: Math.max(Theme.margin, Theme.beyondTop) + Theme.control + Theme.gap

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.interfaceChange
                easing.type: Motion.calm
            }
        }

        onWordsChanged: {
            if (plate.words !== "") {
                said.text = plate.words; // stays while it fades
                plate.Accessible.announce(plate.words);
            }
        }

        Text {
            id: said

            Accessible.ignored: true
            anchors.centerIn: parent
            color: Theme.ink
            elide: Text.ElideMiddle
            font.family: Theme.sans
            font.pixelSize: Theme.bodyText
            textFormat: Text.PlainText
            width: Math.min(implicitWidth, root.width - 2 * Theme.margin - 2 * Theme.gap)
        }
    }

    Rectangle {
        id: drop

        anchors.fill: parent
        border.color: Theme.accent
        border.width: 2 * Theme.stroke
        color: "transparent"
        opacity: root.above.dropping ? 1 : 0
        visible: opacity > 0

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.interfaceChange
                easing.type: Motion.calm
            }
        }

        Rectangle {
            anchors.fill: parent
            color: Theme.wall
            opacity: 0.85
            z: -1
        }

        Column {
            anchors.centerIn: parent
            spacing: Theme.gap
            width: parent.width - 2 * Theme.margin

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.accent
                height: width
                name: "exhibition"
                width: 2 * Theme.control
            }

            Text {
                color: Theme.ink
                font.family: Theme.serif
                font.pixelSize: Theme.titleText
                horizontalAlignment: Text.AlignHCenter
                text: root.above.dropWord
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }

    Rectangle {
        id: black

        anchors.fill: parent
        color: "black"
        opacity: root.above.black ? 1 : 0
        visible: opacity > 0

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.interfaceChange
                easing.type: Motion.calm
            }
        }
    }
}
