pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Theme

// One page of the slideshow: a work, or two beside each other, on a high screen below each other.
Item {
    id: root

    required property Slide slide
    required property bool portrait
    property bool arriving: false // the picture of its subject is still on the way here
    property bool resting: false // out of sight for long: its pictures need no memory
    property Item lentTo: null // what the picture of its subject fills while a visitor looks closer
    property bool atSecond: false // its subject is the second work
    property real beyondReach: 0 // of its top: a label that scrolls is not there
    property real pictureOpacity: 1
    property real labelOpacity: 1
    readonly property StageWork second: slide.paired ? secondLoader.item as StageWork : null
    readonly property list<StageWork> parts: second ? [first, second] : [first]
    readonly property StageWork subject: atSecond && second ? second : first
    readonly property bool presentable: first.presentable && (!second || second.presentable)
    readonly property rect place: first.place
    readonly property rect pictureRect: Qt.rect(subject.x + subject.pictureRect.x, subject.y + subject.pictureRect.y, subject.pictureRect.width, subject.pictureRect.height)
    readonly property rect workRect: Qt.rect(first.x + first.workRect.x, first.y + first.workRect.y, first.workRect.width, first.workRect.height)
    readonly property rect secondRect: second ? Qt.rect(second.x + second.workRect.x, second.y + second.workRect.y, second.workRect.width, second.workRect.height) : Qt.rect(0, 0, 0, 0)
    readonly property bool severally: slide.paired && [slide, slide.second].every(part => part.zoomable && !part.card) // each has a button of its own that leads closer

    // How high the second picture is for one of the first: as the works are, else the same. Nothing gets lost beside the other.
    readonly property real least: 0.35
    readonly property bool toScale: slide.paired && slide.heightCm > 0 && slide.second.heightCm > 0
    readonly property real ratio: toScale ? Math.max(least, Math.min(1 / least, slide.second.heightCm / slide.heightCm)) : 1
    readonly property real sideShare: portrait ? 1 / (1 + ratio) : slide.aspect / (slide.aspect + ratio * slide.second.aspect)
    readonly property real usual: 0.44 * height / Math.max(1, ratio) // how high the first picture is if nothing but its height counts
    readonly property bool roomy: !portrait && 0.5 * length >= usual * Math.max(slide.aspect, ratio * slide.second.aspect)
    readonly property bool even: slide.card || slide.second.card || roomy || Math.abs(sideShare - 0.5) < 0.05
    readonly property real share: !slide.paired ? 1 : even ? 0.5 : Math.max(0.36, Math.min(0.64, sideShare))
    readonly property real gap: slide.paired ? portrait ? Theme.gap * 2 : Theme.margin : 0
    readonly property real length: (portrait ? height : width) - gap
    readonly property real firstLength: Math.round(length * share)
    readonly property real unit: first.slide.card ? Infinity : second && !second.slide.card ? Math.min(first.room, second.room / ratio) : Infinity

    signal closerAsked(int work)
    signal lost(int work) // the file of a picture is gone

    // Those works of the page before that hang here, too, are read on; `successor` tells which that are.
    function stay(before: StagePage, successor: var): void {
        for (const old of before.parts)
            for (const part of root.parts)
                if (successor(old.slide.work) === part.slide.work)
                    part.stay(old);
    }

    function toTop(): void {
        first.toTop();
        second?.toTop();
    }

    // What keys lead to between two pictures that are below each other.
    function between(): Item {
        return first.control();
    }

    // The work whose picture is at a point of the page, null where there is none.
    function workAt(x: real, y: real): HungWork {
        for (const part of [first, second]) {
            const place = part ? part.pictureRect : Qt.rect(0, 0, 0, 0);
            const left = part ? part.x + place.x : 0;
            const top = part ? part.y + place.y : 0;
            if (part && !part.slide.card && x >= left && y >= top && x < left + place.width && y < top + place.height)
                return part.slide;
        }
        return null;
    }

    StageWork {
        id: first

        arriving: root.arriving && root.subject === first
        beyondReach: root.beyondReach
        closable: root.severally
        height: root.slide.paired && root.portrait ? root.firstLength : root.height
        kinRoom: root.second && !root.portrait ? root.second.ownKinHeight : 0
        labelOpacity: root.labelOpacity
        labelRoom: root.second ? root.second.wantedBelow : 0
        lentTo: root.subject === first ? root.lentTo : null
        level: root.slide.paired
        narrowest: Math.min(root.firstLength, root.length - root.firstLength)
        pictureLimit: root.unit
        pictureOpacity: root.pictureOpacity
        portrait: root.slide.paired ? !root.portrait : root.portrait
        resting: root.resting
        slide: root.slide
        width: root.slide.paired && !root.portrait ? root.firstLength : root.width
        x: root.slide.paired && root.LayoutMirroring.enabled ? root.width - width : 0

        onCloserAsked: root.closerAsked(root.slide.work)
        onLost: root.lost(root.slide.work)
    }

    Loader {
        id: secondLoader

        active: root.slide.paired

        sourceComponent: StageWork {
            arriving: root.arriving && root.subject === this
            beyondReach: root.portrait ? 0 : root.beyondReach
            closable: root.severally
            height: root.portrait ? root.length - root.firstLength : root.height
            kinRoom: root.portrait ? 0 : first.ownKinHeight
            labelOpacity: root.labelOpacity
            labelRoom: first.wantedBelow
            lentTo: root.subject === this ? root.lentTo : null
            level: true
            narrowest: first.narrowest
            parent: root
            pictureLimit: root.unit * root.ratio
            pictureOpacity: root.pictureOpacity
            portrait: !root.portrait
            resting: root.resting
            slide: root.slide.second
            width: root.portrait ? root.width : root.length - root.firstLength
            x: root.portrait || root.LayoutMirroring.enabled ? 0 : root.width - width
            y: root.portrait ? root.height - height : 0

            onCloserAsked: root.closerAsked(root.slide.second.work)
            onLost: root.lost(root.slide.second.work)
        }
    }
}
