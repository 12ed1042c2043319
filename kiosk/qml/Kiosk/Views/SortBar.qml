pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The orders in which the works can hang, and where in this order one is.
Item {
    id: root

    required property Sorting sorting
    property string where: ""
    readonly property var names: ({
            "curator": qsTr("Exhibition order", "order of the works"),
            "date": qsTr("By date", "order of the works"),
            "creator": qsTr("By creator", "order of the works")
        })

    implicitHeight: visible ? choices.implicitHeight : 0
    visible: sorting.sorts.length > 1

    Flow {
        id: choices

        spacing: Theme.gap * 1.5
        width: (root.where === "" ? 1 : 0.72) * root.width

        Repeater {
            model: root.sorting.sorts

            WordButton {
                required property string modelData

                chosen: modelData === root.sorting.sort
                framed: false
                name: root.names[modelData]

                onTriggered: root.sorting.sortBy(modelData)
            }
        }

        anchors {
            left: parent.left
        }
    }

    Text {
        Accessible.ignored: text === ""
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.ink
        elide: Text.ElideRight
        font.family: Theme.sans
        font.features: {
            "tnum": 1
        }
        font.pixelSize: Theme.leadText
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignRight
        text: root.where
        textFormat: Text.PlainText

        anchors {
            left: choices.right
            leftMargin: Theme.gap
            right: parent.right
        }
    }
}
