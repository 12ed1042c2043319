pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

// A museum label. Taller than its place, it scrolls, and shows that it does.
Item {
    id: root

    required property list<var> lines // {role, words, rightToLeft, upright, family}
    property bool halved: false // the description in a column of its own, beside the rest
    property real size: 1
    property real widest: Infinity // that a column of two may be
    property real columnGap: Theme.margin * 1.5
    property color ink: Theme.ink
    property color quiet: Theme.quiet
    property color ground: Theme.wall
    readonly property list<var> told: lines.filter(line => line.role === "description")
    readonly property bool inHalves: halved && told.length > 0 && told.length < lines.length
    readonly property list<var> named: inHalves ? lines.filter(line => line.role !== "description") : lines
    readonly property real wanted: Math.max(first.implicitHeight, second.implicitHeight)
    readonly property real half: Math.floor((width - columnGap) / 2)
    readonly property real columnWidth: inHalves ? Math.min(half, widest) : width
    readonly property real bleed: Math.ceil(0.08 * Theme.titleText * size) // slanted letters reach so far beyond their line
    readonly property alias scrollable: flick.interactive
    readonly property alias beyond: flick.contentY // how far it is scrolled
    readonly property bool firstStays: inHalves && first.implicitHeight <= height // a column that fits, while the other scrolls
    readonly property bool secondStays: inHalves && second.implicitHeight <= height && !firstStays
    property ScrollCues cues: null // made for the first text that is too long
    property int turned: 0 // pages that have been scrolled on to

    signal readOn(pages: int) // further ones

    function toTop(): void {
        flick.contentY = 0;
        root.turned = 0;
    }

    // As far down as another label of the same work, whose reader stays; what was read of that is not read again.
    function stay(before: Label): void {
        root.turned = before.turned;
        flick.contentY = Math.min(before.beyond, Math.max(0, flick.contentHeight - flick.height));
    }

    function follow(): void {
        const page = 0.8 * flick.height, reached = flick.atYEnd ? Math.ceil((flick.contentHeight - flick.height) / page) : Math.floor(flick.contentY / page);
        const further = flick.interactive && page > 0 ? reached - root.turned : 0;
        if (further > 0) {
            root.turned = reached;
            root.readOn(further);
        }
    }

    // By a share of what is seen at once; whether there was anything to scroll.
    function scroll(share: real): bool {
        if (flick.interactive)
            root.cues?.scroll(share * root.height);
        return flick.interactive;
    }

    // Arrows scroll it to its ends before they lead on.
    function turn(by: int): bool {
        return !(by < 0 ? flick.atYBeginning : flick.atYEnd) && root.scroll(0.5 * by);
    }

    function cue(): void {
        if (flick.interactive && !root.cues)
            root.cues = someCues.createObject(flick) as ScrollCues;
    }

    Accessible.ignored: !flick.interactive
    Accessible.name: flick.interactive ? root.lines.map(line => line.words).join("\n") : ""
    Accessible.role: Accessible.StaticText
    activeFocusOnTab: activeFocus || flick.interactive && root.visible // Qt lets nothing be no stop that has the focus

    onLinesChanged: turned = 0
    Keys.onDownPressed: event => event.accepted = root.turn(1)
    Keys.onUpPressed: event => event.accepted = root.turn(-1)

    Flickable {
        id: flick

        anchors.fill: parent
        anchors.leftMargin: -root.bleed
        anchors.rightMargin: -root.bleed
        boundsBehavior: Flickable.DragOverBounds
        clip: interactive
        contentHeight: root.wanted
        flickableDirection: Flickable.VerticalFlick
        interactive: contentHeight > height

        Component.onCompleted: root.cue()
        onContentYChanged: root.follow()
        onInteractiveChanged: root.cue()

        LabelColumn {
            id: first

            ink: root.ink
            lines: root.named
            quiet: root.quiet
            size: root.size
            width: root.columnWidth
            x: root.bleed + (root.LayoutMirroring.enabled ? root.width - width : 0)
            y: root.firstStays ? flick.contentY : 0
        }

        LabelColumn {
            id: second

            ink: root.ink
            lines: root.inHalves ? root.told : []
            quiet: root.quiet
            size: root.size
            width: root.columnWidth
            x: root.bleed + (root.LayoutMirroring.enabled ? root.half - width : root.width - root.half)
            y: root.secondStays ? flick.contentY : 0
        }
    }

    Component {
        id: someCues

        ScrollCues {
            anchors.leftMargin: root.firstStays ? root.width - root.half + root.bleed : 0
            anchors.rightMargin: root.secondStays ? root.width - root.half + root.bleed : 0
            ground: root.ground
            ink: root.ink
            sideways: false
            view: flick
        }
    }

    FocusRing {
        control: root
        within: -Theme.smallGap // off the letters
    }
}
