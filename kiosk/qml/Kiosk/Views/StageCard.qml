import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// A work without a picture, or with one that cannot be shown: its whole label on paper.
Rectangle {
    id: root

    required property HungWork slide
    required property real widest
    required property real most // that it may be high in full
    required property real beyondReach // of that, at the top: a label that scrolls is not there
    required property real size // of its letters, for those of a label
    property real labelOpacity: 1
    readonly property alias label: words
    property bool level: false // as wide as there is room: it hangs beside another work
    readonly property real inset: Math.round(Theme.margin * 2)
    readonly property real below: slide.broken ? notice.implicitHeight + Theme.gap : 0
    readonly property real wanted: words.wanted + below + 2 * inset
    readonly property bool whole: wanted <= most
    readonly property real head: whole ? Math.round((most - wanted) / 2) : beyondReach

    function toTop(): void {
        words.toTop();
    }

    border.color: Theme.line
    border.width: Theme.hairline
    color: Theme.paper
    height: whole ? wanted : most - beyondReach
    width: level ? widest : Math.min(widest, Theme.labelWidth * size * 1.12 + 2 * inset)

    Label {
        id: words

        anchors.bottomMargin: root.inset + root.below
        ground: Theme.paper
        ink: Theme.paperInk
        lines: root.slide.label
        opacity: root.labelOpacity
        quiet: Theme.paperQuiet
        size: root.size

        onReadOn: pages => root.slide.readOn(pages)

        anchors {
            bottom: parent.bottom
            left: parent.left
            margins: root.inset
            right: parent.right
            top: parent.top
        }
    }

    Text {
        id: notice

        Accessible.name: text
        Accessible.role: Accessible.StaticText
        color: Theme.paperQuiet
        font.family: Theme.sans
        font.pixelSize: Theme.captionText
        horizontalAlignment: Text.AlignLeft
        text: qsTr("The picture of this work cannot be shown at the moment.")
        textFormat: Text.PlainText
        verticalAlignment: Text.AlignBottom
        visible: root.slide.broken
        wrapMode: Text.Wrap

        anchors {
            bottom: parent.bottom
            left: parent.left
            margins: root.inset
            right: parent.right
        }
    }
}
