import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// A scale bar: how long a round length of the work is in the picture as it is shown now.
Plate {
    id: root

    required property Sizes sizes
    required property real most // how long the bar may be
    property bool narrow: false // larger words rather go below each other than beyond the bar, where the picture is

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
        implicitWidth: Math.ceil(Math.max(root.most, words.contentWidth))

        Text {
            id: words

            Accessible.ignored: true
            color: Theme.ink
            font.family: Theme.sans
            font.features: {
                "tnum": 1
            }
            font.pixelSize: Theme.captionText
            horizontalAlignment: Text.AlignHCenter
            text: root.narrow ? root.sizes.barWords.replace("\u00a0", " ") : root.sizes.barWords
            textFormat: Text.PlainText
            width: root.narrow ? root.most : implicitWidth
            wrapMode: Text.WordWrap

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
