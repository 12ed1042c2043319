pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge as Bridge
import Kiosk.Components
import Kiosk.Theme
import Kiosk.Views

// The guide for staff: a drawing, what it is about, and the ways on, back and out.
FocusScope {
    id: root

    required property Bridge.FirstSteps guide
    property bool leaving: false
    readonly property bool upright: height > width * 0.95
    readonly property bool tight: !upright && foot.stacked // words alone
    readonly property bool last: guide.step === guide.steps - 1
    readonly property real inset: Math.max(Theme.margin, Math.round(0.045 * Math.min(width, height)))
    readonly property int onwards: LayoutMirroring.enabled ? Qt.Key_Left : Qt.Key_Right

    // The show behind goes its own ways, and may want the keys.
    function reclaim(): void {
        if (!root.leaving && !root.activeFocus && root.parent)
            root.forceActiveFocus();
    }

    function turn(by: int): void {
        root.guide.turnTo(root.guide.step + by);
    }

    function go(key: int): void {
        const stops = compass.stops();
        if (stops.includes(compass.focused))
            compass.go(key);
        else if ([Qt.Key_Left, Qt.Key_Right].includes(key))
            root.turn(key === root.onwards ? 1 : -1);
        else
            compass.focus(next);
    }

    Accessible.name: guide.words["First steps"]
    Accessible.role: Accessible.Dialog
    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: guide.rightToLeft
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
        if ([Qt.Key_Escape, Qt.Key_Back].includes(event.key))
            root.guide.close();
        else if ([Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down].includes(event.key))
            root.go(event.key);
        else if ([Qt.Key_PageDown, Qt.Key_Return, Qt.Key_Enter, Qt.Key_Space].includes(event.key))
            root.turn(1);
        else if ([Qt.Key_PageUp, Qt.Key_Backspace].includes(event.key))
            root.turn(-1);
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
    }

    Item {
        id: head

        height: Theme.control

        anchors {
            left: parent.left
            margins: root.inset
            right: parent.right
            top: parent.top
        }

        Text {
            color: Theme.quiet
            font.family: Theme.sans
            font.pixelSize: Theme.bodyText
            text: root.guide.words["First steps"]
            textFormat: Text.PlainText

            anchors {
                left: parent.left
                verticalCenter: parent.verticalCenter
            }
        }

        IconButton {
            id: close

            anchors.right: parent.right
            icon: "close"
            name: root.guide.words["Close"]

            onTriggered: root.guide.close()
        }
    }

    StepPicture {
        id: picture

        readonly property real highest: head.y + head.height + Theme.gap
        readonly property real room: words.y - root.inset - highest

        height: root.upright ? Math.max(0, Math.min(room, 0.75 * width)) : words.height
        step: root.guide.step
        visible: !root.tight
        width: root.upright ? root.width - 2 * root.inset : Math.round(0.46 * (root.width - 2 * root.inset))
        y: root.upright ? highest + Math.max(0, Math.round((room - height) / 2)) : highest

        anchors {
            left: parent.left
            leftMargin: root.inset
        }
    }

    Flickable {
        id: words

        readonly property real room: foot.y - head.y - head.height - 2 * Theme.gap
        readonly property real wanted: column.height

        boundsBehavior: Flickable.DragOverBounds
        clip: interactive
        contentHeight: column.height
        flickableDirection: Flickable.VerticalFlick
        height: root.upright ? Math.min(wanted, Math.round(0.62 * room)) : room
        interactive: contentHeight > height
        width: root.upright || root.tight ? root.width - 2 * root.inset : root.width - 2 * root.inset - picture.width - 2 * Theme.margin
        y: root.upright ? foot.y - 2 * Theme.gap - height : head.y + head.height + Theme.gap

        anchors {
            right: parent.right
            rightMargin: root.inset
        }

        Column {
            id: column

            spacing: Math.round(1.6 * Theme.gap)
            width: Math.min(parent.width, Math.ceil(28 * Theme.leadText))
            y: root.upright ? 0 : Math.max(0, Math.round((words.height - height) * 0.42))
            anchors.left: parent?.left

            Rectangle {
                color: Theme.accent
                height: Math.round(1.2 * Theme.unit)
                width: Theme.control
                anchors.left: parent.left
            }

            Piece {
                id: title

                Accessible.role: Accessible.Heading
                font.family: Theme.serif
                font.pixelSize: root.tight ? Theme.titleText : Math.round(Math.min(Theme.headingText, 0.075 * words.width + 0.35 * Theme.titleText))
                lineHeight: Math.round((root.guide.rightToLeft ? 1.5 : 1.2) * font.pixelSize)
                text: root.guide.title

                onTextChanged: root.Accessible.announce(`${root.guide.place}. ${title.text}. ${root.guide.text} ${root.guide.note}`)
            }

            Piece {
                font.pixelSize: Theme.leadText
                text: root.guide.text
            }

            Rectangle {
                id: typed

                readonly property string command: root.guide.command

                color: Theme.raised
                border.color: Theme.line
                border.width: Theme.hairline
                height: command.height + 2 * Theme.smallGap
                radius: Theme.radius
                visible: typed.command !== ""
                width: Math.min(parent.width, command.implicitWidth + 2 * Theme.gap)
                anchors.left: parent.left

                Text {
                    id: command

                    Accessible.name: text
                    Accessible.role: Accessible.StaticText
                    LayoutMirroring.enabled: false
                    anchors.centerIn: parent
                    color: Theme.ink
                    font.family: Theme.sans
                    font.pixelSize: Theme.bodyText
                    horizontalAlignment: Text.AlignLeft
                    text: typed.command
                    textFormat: Text.PlainText
                    width: Math.min(implicitWidth, typed.parent.width - 2 * Theme.gap)
                    wrapMode: Text.Wrap
                }
            }

            Piece {
                color: Theme.quiet
                font.pixelSize: Theme.bodyText
                text: root.guide.note
            }
        }
    }

    ScrollCues {
        sideways: false
        view: words
    }

    Item {
        id: foot

        readonly property bool stacked: root.upright || root.width < 380 * Theme.unit // three rows of controls beside each other

        height: stacked ? 2 * Theme.control + Theme.gap : Theme.control

        anchors {
            bottom: parent.bottom
            left: parent.left
            margins: root.inset
            right: parent.right
        }

        Row {
            id: languages

            anchors.left: parent.left
            anchors.top: parent.top
            spacing: Theme.gap

            Repeater {
                model: root.guide.languages

                WordButton {
                    required property var modelData

                    chosen: modelData.arg === root.guide.language
                    framed: false
                    height: Theme.control
                    name: modelData.name

                    onTriggered: root.guide.speak(modelData.arg)
                }
            }
        }

        Row {
            id: dots

            Accessible.name: root.guide.place
            Accessible.role: Accessible.StaticText
            spacing: Theme.smallGap
            x: (foot.stacked !== LayoutMirroring.enabled) ? (foot.stacked ? 0 : ways.width + 2 * Theme.gap) : foot.width - width - (foot.stacked ? 0 : ways.width + 2 * Theme.gap)
            y: foot.height - Math.round((Theme.control + height) / 2)

            Repeater {
                model: root.guide.steps

                Rectangle {
                    required property int index
                    readonly property bool here: index === root.guide.step

                    border.color: here ? Theme.accent : Theme.quiet
                    border.width: Theme.hairline
                    color: here ? Theme.accent : "transparent"
                    height: Math.round(3 * Theme.unit)
                    radius: height / 2
                    width: here ? 2.4 * height : height

                    Behavior on width {
                        NumberAnimation {
                            duration: Motion.interfaceChange
                            easing.type: Motion.calm
                        }
                    }
                }
            }
        }

        Row {
            id: ways

            anchors.bottom: parent.bottom
            anchors.right: parent.right
            spacing: Theme.gap

            AnswerButton {
                height: Theme.control
                visible: root.guide.step > 0
                words: root.guide.words["Back"]

                onTriggered: root.turn(-1)
            }

            AnswerButton {
                id: next

                height: Theme.control
                leading: true
                width: Math.max(implicitWidth, Math.round(3 * Theme.control))
                words: root.last ? root.guide.words["Begin"] : root.guide.words["Next"]

                onTriggered: root.turn(1)
            }
        }
    }

    component Piece: Text {
        Accessible.name: text
        Accessible.role: Accessible.StaticText
        color: Theme.ink
        font.family: Theme.sans
        horizontalAlignment: Text.AlignLeft
        lineHeight: Math.round((root.guide.rightToLeft ? 1.7 : 1.45) * font.pixelSize) // Arabic letters are higher
        lineHeightMode: Text.FixedHeight
        textFormat: Text.PlainText
        width: parent?.width ?? 0
        wrapMode: Text.Wrap
    }
}
