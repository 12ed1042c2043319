import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The number of a detail at its corner of the picture. It moves with the work, and stays off its borders.
Item {
    id: root

    required property int index
    required property var modelData // {x, y, width, height, words, …}
    required property Closer closer
    readonly property bool chosen: closer.guide.current === index
    readonly property bool keyFloats: true
    readonly property bool inSight: x + width / 2 > 0 && x + width / 2 < parent.width && y + height / 2 > 0 && y + height / 2 < parent.height
    readonly property real off: Theme.point / 2 + Theme.smallGap // of a border
    readonly property real corner: LayoutMirroring.enabled ? modelData.x + modelData.width : modelData.x
    readonly property point spot: Qt.point(kept(corner, closer.width), kept(modelData.y, closer.height))

    function kept(share: real, length: real): real {
        return Math.max(Math.min(root.off, length / 2), Math.min(length - root.off, share * length));
    }

    function show(): void {
        root.closer.guide.show(root.index);
    }

    Accessible.checkable: true
    Accessible.checked: root.chosen
    Accessible.description: root.modelData.words
    Accessible.name: qsTr("Detail %1").arg(root.index + 1)
    Accessible.role: Accessible.Button
    activeFocusOnTab: activeFocus || inSight // Qt lets nothing be no stop that has the focus
    height: Theme.control
    width: Theme.control
    x: Math.round(closer.x + spot.x - width / 2)
    y: Math.round(closer.y + spot.y - height / 2)
    z: root.chosen ? 1 : 0

    Accessible.onPressAction: {
        Focus.asked();
        show();
    }
    Keys.onEnterPressed: show()
    Keys.onReturnPressed: show()
    Keys.onSpacePressed: show()

    // The part that is meant, once the picture has come to it: large as it is then, its number would stand alone.
    Rectangle {
        border.color: Theme.wall
        border.width: Theme.stroke + 2 * Theme.hairline
        color: "transparent"
        height: root.modelData.height * root.closer.height
        opacity: root.chosen ? 1 : 0
        radius: Theme.radius
        visible: opacity > 0
        width: root.modelData.width * root.closer.width
        x: root.closer.x + root.modelData.x * root.closer.width - root.x
        y: root.closer.y + root.modelData.y * root.closer.height - root.y

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.interfaceChange
                easing.type: Motion.calm
            }
        }

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.hairline
            border.color: Theme.accent
            border.width: Theme.stroke
            color: "transparent"
            radius: parent.radius - Theme.hairline
        }
    }

    Rectangle {
        anchors.centerIn: parent
        border.color: root.chosen ? Theme.accent : Theme.line
        border.width: Theme.hairline
        color: root.chosen || tap.pressed ? Theme.accent : Theme.raised
        height: Theme.point
        radius: height / 2
        width: Theme.point

        Behavior on color {
            ColorAnimation {
                duration: Motion.press
                easing.type: Motion.calm
            }
        }

        Text {
            anchors.centerIn: parent
            color: root.chosen || tap.pressed ? Theme.accentInk : Theme.ink
            font.family: Theme.sans
            font.features: {
                "tnum": 1
            }
            font.pixelSize: Math.round(0.62 * Theme.point)
            font.weight: Font.Bold
            text: root.index + 1
            textFormat: Text.PlainText
        }
    }

    FocusRing {
        control: root
        over: true
        radius: height / 2
        within: (Theme.control - Theme.point) / 2
    }

    // A finger that moves on drags the picture: nothing is taken from it.
    TapHandler {
        id: tap

        longPressThreshold: Motion.longestTap

        onTapped: root.show()
    }
}
