import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The question, the time there is for an answer, and the two answers.
FocusScope {
    id: root

    required property Visit visit
    required property real room // the most it may be wide
    readonly property real inset: Math.round(1.5 * Theme.gap)
    readonly property real answers: keep.implicitWidth + again.implicitWidth + Theme.gap
    readonly property real wanted: Math.max(answers, ring.width + 1.5 * Theme.gap + Math.max(question.implicitWidth, Math.min(words.implicitWidth, 1.25 * Theme.labelWidth)))
    readonly property real inner: Math.min(room - 2 * inset, Math.ceil(wanted))
    readonly property bool stacked: answers > inner

    function ask(): void {
        ring.refresh();
        keep.forceActiveFocus();
        root.Accessible.announce(question.text + " " + words.text, Accessible.Assertive);
    }

    Accessible.description: words.text
    Accessible.name: question.text
    Accessible.role: Accessible.AlertMessage
    height: inset * 2 + head.height + 1.5 * Theme.gap + buttons.height
    width: inner + 2 * inset

    // The answers' own keys have been heard by then. Those that lead from one to the other answer nothing yet.
    Keys.onPressed: event => {
        event.accepted = ![Qt.Key_Tab, Qt.Key_Backtab, Qt.Key_Shift].includes(event.key);
        if ([Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down].includes(event.key))
            (keep.activeFocus ? again : keep).forceActiveFocus(Qt.TabFocusReason);
        else if (event.accepted)
            root.visit.keepLooking();
    }

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: Theme.hairline
        color: Theme.raised
        radius: 2 * Theme.radius
    }

    Item {
        id: head

        height: Math.max(ring.height, told.height)

        anchors {
            left: parent.left
            margins: root.inset
            right: parent.right
            top: parent.top
        }

        CountdownRing {
            id: ring

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            height: implicitHeight
            remaining: () => root.visit.secondsLeft()
            running: root.visit.asking
            seconds: root.visit.secondsToAnswer
            width: implicitWidth
        }

        Column {
            id: told

            spacing: Theme.smallGap

            anchors {
                left: ring.right
                leftMargin: 1.5 * Theme.gap
                right: parent.right
                verticalCenter: parent.verticalCenter
            }

            Text {
                id: question

                color: Theme.ink
                font.family: Theme.serif
                font.pixelSize: Math.round(1.35 * Theme.titleText)
                horizontalAlignment: Text.AlignLeft
                lineHeight: Math.round(1.3 * font.pixelSize)
                lineHeightMode: Text.FixedHeight
                text: qsTr("Still there?")
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }

            Text {
                id: words

                color: Theme.quiet
                font.family: Theme.sans
                font.pixelSize: Theme.bodyText
                horizontalAlignment: Text.AlignLeft
                lineHeight: Math.round(1.35 * font.pixelSize)
                lineHeightMode: Text.FixedHeight
                text: qsTr("Touch the screen anywhere to keep looking.")
                textFormat: Text.PlainText
                width: parent.width
                wrapMode: Text.Wrap
            }
        }
    }

    Grid {
        id: buttons

        readonly property real each: root.stacked ? root.inner : Math.floor((root.inner - spacing) / 2) // whole pixels, for a sharp ring

        columns: root.stacked ? 1 : 2
        spacing: Theme.gap

        anchors {
            bottom: parent.bottom
            left: parent.left
            margins: root.inset
        }

        AnswerButton {
            id: keep

            focus: true
            leading: true
            width: buttons.each
            words: qsTr("Keep looking")

            onTriggered: root.visit.keepLooking()
        }

        AnswerButton {
            id: again

            width: buttons.each
            words: qsTr("Start again")

            onTriggered: root.visit.startAgain()
        }
    }
}
