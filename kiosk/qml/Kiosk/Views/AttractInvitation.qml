pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Components
import Kiosk.Theme

// "Touch to explore", in each language of the exhibition in turn, beside a hand that stays where it is.
Item {
    id: root

    required property list<var> invitations // {language, words}
    required property bool active
    required property color ink
    required property real tall // how high the screen is
    required property bool handLeft
    property int turn: 0
    property int told: 0 // of `turn`, what is there to be read; one has gone before the next comes
    property real presence: 1
    readonly property real widest: {
        let width = 0;
        for (let i = 0; i < words.count; i++)
            width = Math.max(width, words.itemAt(i)?.implicitWidth ?? 0);
        return width;
    }

    implicitHeight: hand.height
    implicitWidth: hand.width + Theme.smallGap + widest

    onTurnChanged: {
        if (Motion.reduced)
            root.told = root.turn;
        else
            change.restart();
    }

    SequentialAnimation {
        id: change

        NumberAnimation {
            duration: Motion.interfaceChange
            easing.type: Motion.calm
            property: "presence"
            target: root
            to: 0
        }

        ScriptAction {
            script: root.told = root.turn
        }

        NumberAnimation {
            duration: Motion.interfaceChange
            easing.type: Motion.calm
            property: "presence"
            target: root
            to: 1
        }
    }

    Timer {
        interval: 3600 / Motion.tempo
        repeat: true
        running: root.active && root.invitations.length > 1

        onTriggered: root.turn = (root.turn + 1) % root.invitations.length
    }

    Icon {
        id: hand

        layer.enabled: Motion.software
        color: root.ink
        height: Theme.icon * 1.5
        name: "touch"
        width: height
        x: root.handLeft ? 0 : root.width - width
    }

    Repeater {
        id: words

        model: root.invitations

        Text {
            required property int index
            required property var modelData

            anchors.verticalCenter: hand.verticalCenter
            color: root.ink
            font.family: Theme.sans
            font.pixelSize: Math.max(Theme.captionText, Math.min(Theme.leadText * 1.3, Math.round(root.tall * 0.045)))
            layer.enabled: Motion.software
            opacity: root.presence
            text: modelData.words
            textFormat: Text.PlainText
            visible: index === root.told
            x: root.handLeft ? hand.width + Theme.smallGap : root.width - hand.width - Theme.smallGap - implicitWidth
        }
    }
}
