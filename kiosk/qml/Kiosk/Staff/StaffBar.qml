pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// What came of what was done; or what is about to be done, with the two answers.
Item {
    id: root

    required property StaffPanel panel
    readonly property bool asking: panel.question !== ""
    readonly property bool keyModal: asking
    readonly property string words: asking ? panel.question : panel.told

    height: words === "" ? 0 : Math.max(Theme.control, said.height, answers.height) + 2 * Theme.gap
    visible: height > 0

    onAskingChanged: {
        if (root.asking && Focus.marked)
            no.forceActiveFocus(Qt.PopupFocusReason);
    }
    onWordsChanged: {
        if (root.words !== "")
            root.Accessible.announce(root.words, Accessible.Assertive);
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
        color: Theme.ink
        font.family: Theme.sans
        font.pixelSize: Theme.bodyText
        horizontalAlignment: Text.AlignLeft
        text: root.words
        textFormat: Text.PlainText
        wrapMode: Text.Wrap

        anchors {
            left: parent.left
            right: root.asking ? answers.left : parent.right
            rightMargin: root.asking ? Theme.gap : 0
            verticalCenter: parent.verticalCenter
        }
    }

    Row {
        id: answers

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.smallGap
        visible: root.asking

        AnswerButton {
            id: no

            leading: true
            width: Math.max(2 * Theme.control, implicitWidth)
            words: root.panel.words["No"]

            onTriggered: root.panel.answer(false)
        }

        AnswerButton {
            width: Math.max(2 * Theme.control, implicitWidth)
            words: root.panel.words["Yes"]

            onTriggered: root.panel.answer(true)
        }
    }
}
