pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

// Marks beside a long wall, from its beginning to its end. A finger on one leads there, and along them if it moves.
Item {
    id: root

    required property list<var> marks // {words, place}
    property int current: -1 // the mark of what is seen at the top
    readonly property int most: Math.max(0, Math.floor(height / Theme.smallControl)) // so many have room for a finger
    readonly property real step: marks.length > 0 ? Math.min(height / marks.length, 1.6 * Theme.control) : 0
    readonly property int pointed: hand.active && marks.length > 0 ? Math.max(0, Math.min(marks.length - 1, Math.floor(hand.point.position.y / step))) : -1

    signal jumped(int place)

    function go(mark: int): bool {
        const there = mark >= 0 && mark < root.marks.length;
        if (there)
            root.jumped(root.marks[mark].place);
        return there;
    }

    Accessible.name: root.marks[root.current]?.words ?? qsTr("Along the wall")
    Accessible.role: Accessible.Slider
    activeFocusOnTab: true
    implicitWidth: Math.max(Theme.smallControl, measure.width + Theme.smallGap)
    visible: marks.length > 0

    Accessible.onDecreaseAction: {
        Focus.asked();
        root.go(root.current - 1);
    }
    Accessible.onIncreaseAction: {
        Focus.asked();
        root.go(root.current + 1);
    }
    Keys.onDownPressed: event => event.accepted = root.go(root.current + 1)
    Keys.onUpPressed: event => event.accepted = root.go(root.current - 1)
    onPointedChanged: {
        if (root.pointed >= 0)
            root.jumped(root.marks[root.pointed].place);
    }

    Column {
        id: measure

        visible: false

        Repeater {
            model: root.marks

            Text {
                required property var modelData

                font: sample.font
                text: modelData.words
                textFormat: Text.PlainText
            }
        }
    }

    Text {
        id: sample

        font.family: Theme.sans
        font.features: {
            "tnum": 1
        }
        font.pixelSize: Math.min(Theme.captionText, 0.62 * Theme.smallControl)
        font.weight: Font.DemiBold
        textFormat: Text.PlainText
        visible: false
    }

    Repeater {
        model: root.marks

        Text {
            required property int index
            required property var modelData
            readonly property bool lit: index === (root.pointed >= 0 ? root.pointed : root.current)

            color: lit ? Theme.accent : Theme.quiet
            font.family: Theme.sans
            font.features: sample.font.features
            font.pixelSize: sample.font.pixelSize
            font.weight: lit ? Font.DemiBold : Font.Normal
            height: root.step
            horizontalAlignment: Text.AlignHCenter
            text: modelData.words
            textFormat: Text.PlainText
            verticalAlignment: Text.AlignVCenter
            width: root.width
            y: index * root.step
        }
    }

    // What the finger hides, beside it.
    Rectangle {
        color: Theme.accent
        height: Theme.control * 1.3
        radius: height / 2
        visible: root.pointed >= 0
        width: Math.max(height, said.implicitWidth + 2 * Theme.gap)
        x: root.LayoutMirroring.enabled ? root.width + Theme.gap : -width - Theme.gap
        y: Math.max(0, Math.min(root.height - height, (root.pointed + 0.5) * root.step - height / 2))

        Text {
            id: said

            anchors.centerIn: parent
            color: Theme.accentInk
            font.family: Theme.sans
            font.pixelSize: Theme.titleText
            text: root.marks[root.pointed]?.words ?? ""
            textFormat: Text.PlainText
        }
    }

    FocusRing {
        control: root
    }

    PointHandler {
        id: hand

        acceptedButtons: Qt.LeftButton
    }
}
