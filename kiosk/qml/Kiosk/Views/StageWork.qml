pragma ComponentBehavior: Bound
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
    property real kinRoom: 0 // kept free for the row below the label, at least: the one beside it is higher
    property bool closable: false // a button below the label leads closer
    property bool level: false // with the one beside it: one of two
    property bool arriving: false // its picture is still on the way here
    property bool resting: false // out of sight for long: its picture needs no memory
    property Item lentTo: null // what its picture fills while a visitor looks closer
    property real beyondReach: 0 // of its top: a label that scrolls is not there
    property real pictureOpacity: 1
    property real labelOpacity: 1
    readonly property bool presentable: slide.card || picture.presentable
    readonly property Label words: slide.card ? card.paper?.label ?? null : label
    readonly property real room: Math.min(place.width / slide.aspect, place.height)
    readonly property real fit: Math.min(room, pictureLimit)
    readonly property rect pictureRect: {
        const width = Math.round(fit * slide.aspect);
        const height = Math.round(fit);
        const start = !flush ? place.x + (place.width - width) / 2 : LayoutMirroring.enabled ? place.x + place.width - width : place.x;
        return Qt.rect(Math.round(start), Math.round((place.height - height) / 2), width, height);
    }
    readonly property rect workRect: slide.card ? Qt.rect(card.x, card.y, card.width, card.height) : pictureRect
    readonly property real cardSize: !level ? 1.55 : portrait ? 1.3 : 1.45
    readonly property real labelShare: level ? 0.42 * Math.min(1.4, Math.sqrt(Theme.textScale)) : 0.42 // of the height
    readonly property bool halved: portrait && label.inHalves
    readonly property bool flush: level && portrait // with its label
    readonly property real labelWidth: Math.min(Theme.labelWidth, portrait ? width : Math.round(width * (1 - Theme.pictureShare)) - Theme.margin)
    readonly property real labelPlace: Math.max(height * labelShare, height - width / slide.aspect - Theme.gap * 1.5) - kinHeight // below a picture, at most
    readonly property real ownHeight: Math.min(width / slide.aspect, height - kinHeight - labelPlace - Theme.gap * 1.5) // of the picture
    readonly property real yielding: level ? labelPlace : Math.min(1.28 * labelPlace, labelPlace + 0.4 * ownHeight, Math.max(labelPlace, 0.7 * height - kinHeight - Theme.gap * 1.5)) // a picture makes room for the last lines of its label
    readonly property real labelHeight: label.wanted <= yielding ? label.wanted : Math.min(labelPlace, height - kinHeight - beyondReach)
    readonly property real ownKinHeight: kin.visible ? kin.height + Theme.gap : 0
    readonly property real kinHeight: Math.max(ownKinHeight, kinRoom)
    readonly property real below: Math.max(labelRoom, wantedBelow) // the picture
    readonly property real wantedBelow: labelHeight + kinHeight
    readonly property rect place: portrait ? Qt.rect(0, 0, width, height - below - Theme.gap * 1.5) : Qt.rect(LayoutMirroring.enabled ? labelWidth + Theme.margin : 0, 0, width - labelWidth - Theme.margin, height)

    signal closerAsked
    signal lost // the file of its picture is gone

    function stay(before: StageWork): void {
        if (root.words && before.words)
            root.words.stay(before.words);
    }

    function toTop(): void {
        label.toTop();
        card.paper?.toTop();
    }

    // What keys lead to beside the picture: the row below the label, the label itself if it scrolls; null if there is nothing.
    function control(): Item {
        return kin.start() ?? (label.activeFocusOnTab ? label : null);
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

        halved: root.portrait && (Math.min(root.width, root.narrowest) - columnGap) / 2 >= (root.level ? 0.7 : 0.9) * Theme.labelWidth
        height: root.portrait ? root.labelHeight : whole ? wanted : root.height - root.kinHeight - root.beyondReach
        lines: root.slide.label
        opacity: root.labelOpacity
        visible: !root.slide.card
        widest: Theme.labelWidth
        width: root.halved ? root.width : root.labelWidth
        x: root.flush ? (root.LayoutMirroring.enabled ? root.width - width : 0) : root.portrait ? Math.max(0, Math.min(root.width - width, root.LayoutMirroring.enabled ? root.pictureRect.x + root.pictureRect.width - width : root.pictureRect.x)) : (root.LayoutMirroring.enabled ? 0 : root.width - width)
        y: root.portrait ? Math.min(root.height - height - root.kinHeight, (root.level ? root.place.height : root.pictureRect.y + root.pictureRect.height) + Theme.gap * 1.5) : Math.round(whole ? (root.height - root.kinHeight - height) / 2 : root.beyondReach)

        onReadOn: pages => root.slide.readOn(pages)
    }

    KinRow {
        id: kin

        readonly property Item above: root.slide.card ? card : label
        readonly property bool aligned: root.level && root.portrait && !root.slide.card // with the row beside it

        closer: root.closable ? root.slide.name : ""
        kin: root.slide.kin
        single: root.level
        opacity: root.labelOpacity
        width: !aligned ? above.width : root.LayoutMirroring.enabled ? label.x + label.width : root.width - label.x
        x: aligned && root.LayoutMirroring.enabled ? 0 : above.x
        y: Math.min(root.height - height, Math.max(root.beyondReach, aligned ? label.y + root.below - root.kinHeight + Theme.gap : above.y + above.height + Theme.gap))

        onCloserAsked: root.closerAsked()
        onChosen: place => root.slide.wander(place)
    }

    // Made for the first work that needs it.
    Loader {
        id: card

        property bool used: false
        readonly property StageCard paper: item as StageCard

        active: used
        anchors.horizontalCenter: parent.horizontalCenter
        opacity: root.pictureOpacity
        visible: root.slide.card
        y: paper?.head ?? 0

        sourceComponent: StageCard {
            beyondReach: root.beyondReach
            labelOpacity: root.labelOpacity
            level: root.level
            most: root.height - root.kinHeight
            size: root.cardSize
            slide: root.slide
            widest: root.width
        }

        Component.onCompleted: used = visible
        onVisibleChanged: used = used || root.slide.card
    }
}
