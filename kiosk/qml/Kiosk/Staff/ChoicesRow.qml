pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Components
import Kiosk.Theme

// Several things of which one is chosen.
Item {
    id: root

    required property var row

    signal triggered(act: string, arg: string)

    implicitHeight: flow.height + Theme.smallGap

    Flow {
        id: flow

        spacing: Theme.smallGap
        width: parent.width - 2 * Theme.hairline
        x: Theme.hairline // the list cuts off what lies on its edge

        Repeater {
            model: root.row.choices

            Choice {
                id: choice

                required property var modelData

                chosen: modelData.arg === root.row.chosen
                name: modelData.name
                width: words.implicitWidth + 2 * Theme.gap

                onTriggered: root.triggered(root.row.act, modelData.arg)

                Rectangle {
                    anchors.fill: parent
                    border.color: Theme.line
                    border.width: choice.chosen ? 0 : Theme.hairline
                    color: "transparent"
                    radius: Theme.radius
                }

                Text {
                    id: words

                    anchors.centerIn: parent
                    color: choice.ink
                    font.family: Theme.sans
                    font.pixelSize: Theme.bodyText
                    text: choice.modelData.name
                    textFormat: Text.PlainText
                }
            }
        }
    }
}
