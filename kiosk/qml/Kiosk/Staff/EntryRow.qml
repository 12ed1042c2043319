pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Components
import Kiosk.Theme

// A row to press: an icon, what it is, what more there is to say of it, and at its end a key, a mark or the way on.
Item {
    id: root

    required property var row
    readonly property string name: row.name
    readonly property real inset: Math.round(1.2 * Theme.smallGap)

    signal triggered(act: string, arg: string)

    function press(): void {
        root.triggered(root.row.act, root.row.arg);
    }

    Accessible.checkable: root.row.chosen
    Accessible.checked: root.row.chosen
    Accessible.name: [row.name, row.note, row.value].filter(words => words !== "").join(", ")
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.smallControl, words.height + 2 * inset)

    Accessible.onPressAction: {
        Focus.asked();
        root.press();
    }
    Keys.onEnterPressed: root.press()
    Keys.onReturnPressed: root.press()
    Keys.onSpacePressed: root.press()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: Theme.raised === Theme.wall && hover.hovered ? Theme.hairline : 0
        color: tap.pressed ? Theme.accent : hover.hovered ? Theme.raised : "transparent"
        radius: Theme.radius
    }

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: root.inset
        anchors.verticalCenter: parent.verticalCenter
        color: tap.pressed ? Theme.accentInk : Theme.ink
        name: root.row.icon
    }

    Column {
        id: words

        spacing: Math.round(0.2 * Theme.smallGap)

        anchors {
            left: icon.right
            leftMargin: Math.round(1.4 * Theme.smallGap)
            right: end.left
            rightMargin: Theme.smallGap
            verticalCenter: parent.verticalCenter
        }

        Text {
            Accessible.ignored: true
            color: icon.color
            elide: Text.ElideMiddle
            font.family: Theme.sans
            font.pixelSize: Theme.bodyText
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 1
            text: root.row.name
            textFormat: Text.PlainText
            width: parent.width
        }

        Text {
            Accessible.ignored: true
            color: tap.pressed ? Theme.accentInk : Theme.quiet
            elide: Text.ElideMiddle
            font.family: Theme.sans
            font.pixelSize: Theme.captionText
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 1
            text: root.row.note
            textFormat: Text.PlainText
            visible: text !== ""
            width: parent.width
        }
    }

    Row {
        id: end

        anchors.right: parent.right
        anchors.rightMargin: root.inset
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.smallGap

        Text {
            Accessible.ignored: true
            anchors.verticalCenter: parent.verticalCenter
            color: tap.pressed ? Theme.accentInk : Theme.quiet
            font.family: Theme.sans
            font.pixelSize: Theme.captionText
            text: root.row.value
            textFormat: Text.PlainText
            visible: text !== ""
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            color: root.row.chosen && !tap.pressed ? Theme.accent : icon.color
            height: width
            mirrored: root.row.more && root.LayoutMirroring.enabled
            name: root.row.chosen ? "check" : "next"
            visible: root.row.chosen || root.row.more
            width: Math.round(0.8 * Theme.icon)
        }
    }

    FocusRing {
        control: root
        within: line + gap
    }

    HoverHandler {
        id: hover
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: Motion.longestTap

        onTapped: root.press()
    }
}
