import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// A work on the stage: its picture on the wall with its label, beside it or below; or the label alone, as a card.
Item {
    id: root

    required property HungWork slide
    required property bool portrait // the label is below the picture
    property real labelRoom: 0 // kept free below, at least: the label beside it is higher
    property real pictureLimit: Infinity // the highest that the picture may be
    property real narrowest: Infinity // as wide as the narrower one of the two
    property list<var> kin: []
    property bool level: false // with the label beside it
    property bool arriving: false // its picture is still on the way here
    property bool resting: false // out of sight for long: its picture needs no memory
    property Item lentTo: null // what its picture fills while a visitor looks closer
    property real beyondReach: 0 // of its top: a label that scrolls is not there
    property real pictureOpacity: 1
    property real labelOpacity: 1
    readonly property bool presentable: slide.card || picture.presentable
    readonly property real room: Math.min(place.width / slide.aspect, place.height)
    readonly property real fit: Math.min(room, pictureLimit)
    readonly property rect pictureRect: {
        const width = Math.round(fit * slide.aspect);
        const height = Math.round(fit);
        return Qt.rect(Math.round(place.x + (place.width - width) / 2), Math.round((place.height - height) / 2), width, height);
    }
    readonly property rect workRect: slide.card ? Qt.rect(card.x, card.y, card.width, card.height) : pictureRect
    readonly property real cardSize: 1.55
    readonly property bool halved: portrait && label.inHalves
    readonly property real labelWidth: Math.min(Theme.labelWidth, portrait ? width : Math.round(width * (1 - Theme.pictureShare)) - Theme.margin)
    readonly property real labelPlace: Math.max(height * 0.42, height - width / slide.aspect - Theme.gap * 1.5) - kinHeight // below a picture, at most
    readonly property real labelHeight: label.wanted <= labelPlace ? label.wanted : Math.min(labelPlace, height - kinHeight - beyondReach)
    readonly property real kinHeight: kin.visible ? kin.height + Theme.gap : 0
    readonly property real wantedBelow: labelHeight + kinHeight
    readonly property rect place: portrait ? Qt.rect(0, 0, width, height - Math.max(labelRoom, wantedBelow) - Theme.gap * 1.5) : Qt.rect(LayoutMirroring.enabled ? labelWidth + Theme.margin : 0, 0, width - labelWidth - Theme.margin, height)

    signal lost // the file of its picture is gone

    function toTop(): void {
        label.toTop();
        words.toTop();
    }

    Picture {
        id: picture

        Accessible.ignored: true // the stage tells of the work that is on it
        height: root.lentTo ? root.lentTo.height : root.pictureRect.height
        name: root.slide.name
        opacity: root.arriving ? 0 : root.pictureOpacity
        parent: root.lentTo ?? root
        picture: root.resting ? "" : root.slide.picture
        preview: root.slide.preview
        visible: !root.slide.card
        width: root.lentTo ? root.lentTo.width : root.pictureRect.width
        x: root.lentTo ? 0 : root.pictureRect.x
        y: root.lentTo ? 0 : root.pictureRect.y
        z: root.lentTo ? -1 : 0

        onLost: root.lost()

        // The hairline that lifts a picture off the wall.
        Rectangle {
            anchors.fill: parent
            anchors.margins: -Theme.hairline
            border.color: Theme.line
            border.width: Theme.hairline
            color: "transparent"
            z: -1
        }
    }

    Label {
        id: label

        readonly property bool whole: wanted <= root.height - root.kinHeight

        halved: root.portrait && (Math.min(root.width, root.narrowest) - columnGap) / 2 >= (root.level ? 0.85 : 0.9) * Theme.labelWidth
        height: root.portrait ? root.labelHeight : whole ? wanted : root.height - root.kinHeight - root.beyondReach
        lines: root.slide.label
        opacity: root.labelOpacity
        visible: !root.slide.card
        widest: Theme.labelWidth
        width: root.halved ? root.width : root.labelWidth
        x: root.portrait ? Math.max(0, Math.min(root.width - width, root.LayoutMirroring.enabled ? root.pictureRect.x + root.pictureRect.width - width : root.pictureRect.x)) : (root.LayoutMirroring.enabled ? 0 : root.width - width)
        y: root.portrait ? Math.min(root.height - height - root.kinHeight, (root.level ? root.place.height : root.pictureRect.y + root.pictureRect.height) + Theme.gap * 1.5) : Math.round(whole ? (root.height - root.kinHeight - height) / 2 : root.beyondReach)
    }

    KinRow {
        id: kin

        readonly property Item above: root.slide.card ? card : label

        kin: root.kin
        opacity: root.labelOpacity
        width: above.width
        x: above.x
        y: Math.min(root.height - height, Math.max(root.beyondReach, above.y + above.height + Theme.gap))

        onChosen: place => root.slide.wander(place)
    }

    Rectangle {
        id: card

        readonly property real inset: Math.round(Theme.margin * 2)
        readonly property real wanted: words.wanted + (root.slide.broken ? notice.implicitHeight + Theme.gap : 0) + 2 * inset
        readonly property bool whole: wanted <= root.height - root.kinHeight

        opacity: root.pictureOpacity
        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.line
        border.width: Theme.hairline
        color: Theme.paper
        height: whole ? wanted : root.height - root.kinHeight - root.beyondReach
        visible: root.slide.card
        y: whole ? Math.round((root.height - root.kinHeight - height) / 2) : root.beyondReach
        width: Math.min(root.width, Theme.labelWidth * root.cardSize * 1.12 + 2 * inset)

        Label {
            id: words

            anchors.bottomMargin: card.inset + (root.slide.broken ? notice.implicitHeight + Theme.gap : 0)
            ground: Theme.paper
            ink: Theme.paperInk
            lines: root.slide.label
            opacity: root.labelOpacity
            quiet: Theme.paperQuiet
            size: root.cardSize

            anchors {
                bottom: parent.bottom
                left: parent.left
                margins: card.inset
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
                margins: card.inset
                right: parent.right
            }
        }
    }
}
