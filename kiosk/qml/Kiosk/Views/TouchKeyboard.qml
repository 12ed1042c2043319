pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The keyboard on the screen, in the visitor's language. Its keys lie as they do on a desk, in every language.
Item {
    id: root

    required property Search search
    property real room: 5 * (Theme.control + Theme.smallGap) // height that it may take
    readonly property int columns: Math.max(...search.rows.map(row => row.length))
    readonly property real keyWidth: Math.max(0.6 * Theme.control, Math.min(Theme.control, (width - (columns - 1) * gap) / columns))
    readonly property real keyHeight: Math.max(0.6 * Theme.control, Math.min(Theme.control, (room - 4 * gap) / 5))
    readonly property real gap: Math.min(Theme.smallGap, Math.max(1, (width - columns * 0.6 * Theme.control) / columns))
    readonly property real span: columns * keyWidth + (columns - 1) * gap

    // Where keys come in: the first letter.
    function keyEntry(): Item {
        return (rows.itemAt(1) as Row)?.children[0] as Item ?? null;
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    implicitHeight: keys.implicitHeight

    Column {
        id: keys

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: root.gap

        Repeater {
            id: rows

            model: root.search.rows.length

            Row {
                id: line

                required property int index
                readonly property list<string> signs: root.search.rows[index] ?? []

                anchors.horizontalCenter: parent.horizontalCenter
                spacing: root.gap

                Repeater {
                    model: line.signs.length

                    Key {
                        required property int index

                        height: root.keyHeight
                        sign: line.signs[index] ?? ""
                        width: root.keyWidth

                        onTriggered: root.search.press(sign)
                    }
                }
            }
        }

        Row {
            id: below

            anchors.horizontalCenter: parent.horizontalCenter
            spacing: root.gap

            Key {
                height: root.keyHeight
                name: qsTr("Other letters: %1").arg(sign)
                sign: root.search.other
                visible: sign !== ""
                width: root.keyWidth * 1.5

                onTriggered: root.search.switchLayout()
            }

            Key {
                chosen: root.search.shifted
                height: root.keyHeight
                icon: "shift"
                name: qsTr("Double letters")
                sign: ""
                visible: root.search.shiftable
                width: root.keyWidth * 1.5

                onTriggered: root.search.shift()
            }

            Key {
                height: root.keyHeight
                name: qsTr("Space")
                sign: " "
                width: Math.max(root.keyWidth * 3, root.span - (root.search.other !== "" ? 1.5 * root.keyWidth + root.gap : 0) - (root.search.shiftable ? 1.5 * root.keyWidth + root.gap : 0) - 3 * root.keyWidth - 2 * root.gap)

                onTriggered: root.search.press(" ")
            }

            Key {
                height: root.keyHeight
                icon: "backspace"
                name: qsTr("Take back the last letter")
                sign: ""
                width: root.keyWidth * 1.5

                onTriggered: root.search.takeBack()
            }

            Key {
                height: root.keyHeight
                icon: "more"
                name: qsTr("Put the keyboard away")
                sign: ""
                width: root.keyWidth * 1.5

                onTriggered: root.search.close()
            }
        }
    }
}
