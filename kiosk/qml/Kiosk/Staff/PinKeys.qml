pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// Ten keys of our own: nothing can be pasted, and no keyboard of the system comes up. It looks the same for every PIN.
Item {
    id: root

    required property StaffPanel panel
    readonly property PinPad pad: panel.pad
    readonly property real keySize: Theme.control
    readonly property bool idle: pad.possible && !pad.asking && pad.waiting === 0

    function clock(seconds: int): string {
        return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, "0")}`;
    }

    implicitHeight: words.height + (pad.possible ? dots.height + Theme.gap + keys.height : 0) + Theme.smallGap
    implicitWidth: Math.max(3 * keySize * 1.5 + 2 * Theme.smallGap, Math.round(112 * Theme.unit))

    Text {
        id: words

        readonly property string told: !root.pad.possible ? root.panel.words["No PIN is set, so nobody can enter. Set one on this computer with the command"] + " kiosk pin" : root.pad.waiting > 0 ? root.panel.words["Too many wrong PINs. Wait:"] + " " + root.clock(root.pad.waiting) : root.pad.asking ? root.panel.words["One moment …"] : root.pad.wrong ? root.panel.words["This is not the PIN."] : root.panel.words["Enter the PIN."]

        Accessible.name: text
        Accessible.role: Accessible.StaticText
        color: Theme.ink
        font.family: Theme.sans
        font.features: {
            "tnum": 1
        }
        font.pixelSize: Theme.bodyText
        height: Math.max(implicitHeight, 2 * Math.round(1.35 * font.pixelSize)) // the keys stay where they are
        horizontalAlignment: Text.AlignHCenter
        lineHeight: Math.round(1.35 * font.pixelSize)
        lineHeightMode: Text.FixedHeight
        text: told
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignVCenter
        width: parent.width
        wrapMode: Text.Wrap

        onToldChanged: root.Accessible.announce(told)
    }

    Row {
        id: dots

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: words.bottom
        anchors.topMargin: Theme.smallGap
        height: Math.round(5 * Theme.unit)
        spacing: Math.round(2.4 * Theme.unit)
        visible: root.pad.possible

        Repeater {
            model: 12

            Rectangle {
                required property int index
                readonly property bool full: index < root.pad.typed

                anchors.verticalCenter: parent?.verticalCenter
                border.color: full ? Theme.ink : Theme.line
                border.width: Theme.hairline
                color: full ? Theme.ink : "transparent"
                height: Math.round(4 * Theme.unit)
                radius: height / 2
                width: height
            }
        }
    }

    Grid {
        id: keys

        LayoutMirroring.enabled: false // digits lie as on every pad
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: dots.bottom
        anchors.topMargin: Theme.gap
        columns: 3
        opacity: root.idle ? 1 : 0.35
        spacing: Theme.smallGap
        visible: root.pad.possible

        Repeater {
            model: [...root.pad.keys.slice(0, 9), "rub", root.pad.keys[9], "enter"]

            Key {
                id: key

                required property string modelData
                readonly property bool rubs: modelData === "rub"
                readonly property bool enters: modelData === "enter"

                enabled: root.idle
                height: root.keySize
                icon: rubs ? "backspace" : enters ? "next" : ""
                name: rubs ? root.panel.words["Delete"] : enters ? root.panel.words["Enter"] : modelData
                sign: rubs || enters ? "" : modelData
                width: Math.round(1.5 * root.keySize)

                onTriggered: {
                    if (key.rubs)
                        root.pad.rub();
                    else if (key.enters)
                        root.pad.enter();
                    else
                        root.pad.type(key.modelData);
                }
            }
        }
    }
}
