import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// Says what one sees in life size.
Plate {
    id: root

    required property Sizes sizes
    required property real most // how wide it may be
    readonly property string companion: sizes.companion === Sizes.HAND ? qsTr("For scale: a hand %1 cm long").arg(18) : qsTr("For scale: a person %1 cm tall").arg(175)
    readonly property string told: sizes.fits ? qsTr("Life size: %1").arg(sizes.sizeWords) : qsTr("Life size: you see %1 of %2").arg(sizes.seenWords).arg(sizes.sizeWords)

    Item {
        implicitHeight: words.height + Theme.smallGap
        implicitWidth: words.width + 2 * Theme.smallGap

        Text {
            id: words

            anchors.centerIn: parent
            color: Theme.ink
            font.family: Theme.sans
            font.features: {
                "tnum": 1
            }
            font.pixelSize: Theme.bodyText
            horizontalAlignment: Text.AlignHCenter
            text: root.sizes.isBeside || !root.sizes.fits ? `${root.told}\n${root.companion}` : root.told
            textFormat: Text.PlainText
            width: Math.min(implicitWidth, root.most - 4 * Theme.smallGap)
            wrapMode: Text.Wrap
        }
    }
}
