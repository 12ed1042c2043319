pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Theme

// What the house has to tell everybody, over whatever is shown: to a visitor in their language, above the invitation in
// all of them. A touch anywhere, or any key, says that it has been read, and is nothing but that.
FocusScope {
    id: root

    required property Notice notice
    required property bool invitation // nobody visits
    property bool open: true
    readonly property string closing: notice.minutes > 0 ? qsTr("The gallery closes in %n minute(s).", "", notice.minutes) : notice.minutes === 0 ? qsTr("The gallery is closing now.") : ""
    readonly property real inset: Math.round((invitation ? 2.5 : 1.5) * Theme.gap)
    readonly property real lead: invitation ? Theme.headingText : Math.round(1.35 * Theme.titleText)
    readonly property real widest: Math.min(width - 2 * Theme.margin, 24 * lead + 2 * inset)

    function tell(): void {
        root.Accessible.announce(words.told.map(each => each.words).join("\n"), Accessible.Assertive);
        root.forceActiveFocus();
    }

    Accessible.name: words.told.map(each => each.words).join("\n")
    Accessible.role: Accessible.AlertMessage

    Component.onCompleted: Qt.callLater(root.tell)
    Keys.onPressed: event => {
        event.accepted = ![Qt.Key_Tab, Qt.Key_Backtab, Qt.Key_Shift, Qt.Key_Control, Qt.Key_Alt, Qt.Key_Meta].includes(event.key);
        if (event.accepted)
            root.notice.dismiss();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.wall
        opacity: 0.72
    }

    MultiPointTouchArea {
        anchors.fill: parent
        enabled: root.open
        mouseEnabled: true

        onReleased: root.notice.dismiss()
    }

    Rectangle {
        id: panel

        readonly property real wanted: words.height + 2 * root.inset

        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.line
        border.width: Theme.hairline
        color: Theme.raised
        height: wanted
        radius: 2 * Theme.radius
        scale: Math.min(1, (root.height - 2 * Theme.smallGap) / Math.max(1, height)) // many languages on a low screen
        width: words.width + 2 * root.inset
        y: Math.round(scale < 1 ? (root.height - height) / 2 : Math.max(Theme.smallGap, Math.min(Math.max((root.height - height) / 2, Theme.beyondTop), root.height - Theme.foot - height)))

        Column {
            id: words

            readonly property list<var> told: root.notice.told.length > 0 ? root.notice.told : last
            property list<var> last: [] // what was told is seen until the card is out of sight
            readonly property real most: {
                let width = 0;
                for (let i = 0; i < lines.count; i++)
                    width = Math.max(width, lines.itemAt(i)?.implicitWidth ?? 0);
                return Math.ceil(width);
            }

            anchors.centerIn: parent
            spacing: Math.round(root.invitation ? Theme.gap : Theme.smallGap)
            width: Math.min(root.widest - 2 * root.inset, most)

            onToldChanged: {
                if (root.notice.told.length > 0)
                    last = root.notice.told;
            }

            Repeater {
                id: lines

                model: words.told

                Text {
                    id: line

                    required property int index
                    required property var modelData
                    readonly property real rise: modelData.rightToLeft ? Math.round(0.25 * font.pixelSize) : 0 // Arabic letters reach lower

                    Accessible.ignored: true // the card has them all
                    LayoutMirroring.enabled: false
                    color: Theme.ink
                    font.family: index === 0 ? Theme.serif : Theme.sans
                    font.pixelSize: index === 0 ? root.lead : Math.round(1.1 * Theme.titleText)
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: Math.round(1.3 * font.pixelSize)
                    lineHeightMode: Text.FixedHeight
                    text: !root.invitation && root.closing ? root.closing : modelData.words
                    textFormat: Text.PlainText
                    width: words.width
                    wrapMode: Text.Wrap

                    transform: Translate {
                        y: -line.rise
                    }
                }
            }
        }
    }
}
