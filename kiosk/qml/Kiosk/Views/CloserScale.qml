import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// A scale bar: how long a round length of the work is in the picture as it is shown now.
Plate {
    id: root

    required property Sizes sizes
    required property real most // how long the bar may be

    function allow(): void {
        root.sizes.allowBar(root.most);
    }

    visible: root.sizes.barLength > 0

    Component.onCompleted: allow()
    onMostChanged: allow()

    Item {
        Accessible.name: qsTr("Scale: the bar stands for %1").arg(root.sizes.barWords)
        Accessible.role: Accessible.StaticText
        implicitHeight: words.implicitHeight + Theme.smallGap
        implicitWidth: Math.max(root.most, words.implicitWidth)

        Text {
            id: words

            Accessible.ignored: true
            color: Theme.ink
            font.family: Theme.sans
            font.features: {
                "tnum": 1
            }
            font.pixelSize: Theme.captionText
            text: root.sizes.barWords
            textFormat: Text.PlainText

            anchors {
                horizontalCenter: parent.horizontalCenter
                top: parent.top
            }
        }

        Item {
            height: 2 * Theme.stroke + Theme.smallGap / 2
            width: Math.round(root.sizes.barLength)

            anchors {
                bottom: parent.bottom
                horizontalCenter: parent.horizontalCenter
            }

            Rectangle {
                anchors.bottom: parent.bottom
                color: Theme.ink
                height: Theme.stroke
                width: parent.width
            }

            Repeater {
                model: 2

                Rectangle {
                    required property int index

                    color: Theme.ink
                    height: parent.height
                    width: Theme.stroke
                    x: index * (parent.width - width)
                }
            }
        }
    }
}
