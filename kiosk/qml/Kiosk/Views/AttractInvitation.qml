pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Components
import Kiosk.Theme

// "Touch to explore", in each language of the exhibition in turn.
Item {
    id: root

    required property list<var> invitations // {language, words}
    required property bool active
    required property color ink
    required property bool trailing // at the end of its line: the hand comes last and stays where it is
    property int turn: 0
    readonly property real longest: Theme.leadText * 1.4
    property real widest: 0

    implicitHeight: Math.max(hand.height, longest)
    implicitWidth: hand.width + Theme.smallGap + widest

    Timer {
        interval: 3600
        repeat: true
        running: root.active && root.invitations.length > 1

        onTriggered: root.turn = (root.turn + 1) % root.invitations.length
    }

    Icon {
        id: hand

        color: root.ink
        height: Theme.icon * 1.3
        name: "touch"
        width: height

        anchors {
            left: root.trailing ? undefined : parent.left
            right: root.trailing ? parent.right : undefined
            verticalCenter: parent.verticalCenter
        }
    }

    Repeater {
        model: root.invitations

        Text {
            required property int index
            required property var modelData

            color: root.ink
            font.family: Theme.sans
            font.pixelSize: Theme.leadText
            horizontalAlignment: Text.AlignLeft
            opacity: index === root.turn ? 1 : 0
            text: modelData.words
            textFormat: Text.PlainText
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Motion.interfaceChange * 2
                    easing.type: Motion.calm
                }
            }

            onImplicitWidthChanged: root.widest = Math.max(root.widest, implicitWidth)
            Component.onCompleted: root.widest = Math.max(root.widest, implicitWidth)

            anchors {
                left: root.trailing ? undefined : hand.right
                leftMargin: Theme.smallGap
                right: root.trailing ? hand.left : undefined
                rightMargin: Theme.smallGap
                verticalCenter: parent.verticalCenter
            }
        }
    }
}
