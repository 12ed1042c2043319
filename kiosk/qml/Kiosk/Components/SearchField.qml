import QtQuick
import Kiosk.Theme

// What is typed, and how many works have it.
Item {
    id: root

    required property string typed
    required property int works
    readonly property alias clearing: clear.activeFocus // by keys

    signal cleared

    function tell(): void {
        root.Accessible.announce(count.text, Accessible.Polite);
    }

    Accessible.name: root.typed === "" ? qsTr("Search") : root.typed
    Accessible.description: count.text
    Accessible.role: Accessible.StaticText
    implicitHeight: Theme.control

    // How many there are, once the works have been counted for what was typed.
    onTypedChanged: {
        if (typed !== "")
            Qt.callLater(root.tell);
    }

    Icon {
        id: glass

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.quiet
        name: "search"

        anchors {
            left: parent.left
        }
    }

    Text {
        id: words

        readonly property real room: parent.width - glass.width - count.implicitWidth - clear.width - 4 * Theme.gap

        anchors.verticalCenter: parent.verticalCenter
        color: root.typed === "" ? Theme.quiet : Theme.ink
        elide: Text.ElideLeft
        font.family: Theme.sans
        font.pixelSize: Theme.leadText
        text: root.typed === "" ? qsTr("Title, creator, date or subject") : root.typed
        textFormat: Text.PlainText
        width: Math.min(implicitWidth, room)

        anchors {
            left: glass.right
            leftMargin: Theme.gap
        }
    }

    // Where the next sign comes.
    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.accent
        height: words.font.pixelSize * 1.2
        width: Theme.stroke
        x: root.typed === "" ? (root.LayoutMirroring.enabled ? words.x + words.width + Theme.smallGap : words.x - Theme.smallGap) : words.text.match(/^[\s\d.,-]*[\u0590-\u08ff]/) ? words.x - Theme.smallGap : words.x + words.width + Theme.smallGap / 2
    }

    Text {
        id: count

        anchors.verticalCenter: parent.verticalCenter
        color: Theme.quiet
        font.family: Theme.sans
        font.pixelSize: Theme.bodyText
        text: qsTr("%n work(s)", "found", root.works)
        textFormat: Text.PlainText
        visible: root.typed !== ""

        anchors {
            right: clear.left
            rightMargin: Theme.gap
        }
    }

    IconButton {
        id: clear

        anchors.verticalCenter: parent.verticalCenter
        icon: "close"
        name: qsTr("Clear the search")
        visible: root.typed !== ""

        onTriggered: root.cleared()

        anchors {
            right: parent.right
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Theme.line
        height: Theme.hairline
        width: parent.width
    }
}
