import QtQuick
import Kiosk.Bridge
import Kiosk.Theme

// The loop that invites: pictures in slow motion, the exhibition's name, an invitation.
Item {
    id: root

    required property Gallery gallery
    required property bool portrait
    required property bool active
    readonly property AttractScene scene: gallery.attract.scenes[gallery.attract.front]
    readonly property bool ready: scenery.ready
    readonly property bool present: scenery.present
    readonly property bool settled: ready && words === 1
    readonly property bool overPicture: !scene.wordsOnly
    readonly property color ink: overPicture ? "#ffffff" : Theme.ink
    readonly property bool mirrored: gallery.visit.rightToLeft
    property int drift: 0
    property real words: ready ? 1 : 0 // they come when there is a picture for them to stand on

    // The work under a place on the screen, in this item's coordinates.
    function workAt(x: real, y: real): int {
        const unseen = scenery.faded < 0.5; // the scene in front has only begun to fade in
        const works = root.gallery.attract.scenes[unseen ? 1 - root.gallery.attract.front : root.gallery.attract.front].works;
        const along = root.portrait ? y / height : x / width;
        return works[Math.max(0, Math.min(works.length - 1, Math.floor(along * works.length)))] ?? 0;
    }

    // Venue and dates, each in its own direction, on a line that runs in the visitor's.
    function details(): string {
        const parts = [root.gallery.venue, root.gallery.dates].filter(part => part !== "");
        return parts.length ? (root.mirrored ? "\u200f" : "\u200e") + parts.map(part => "\u2068" + part + "\u2069").join("  ·  ") : "";
    }

    function explore(x: real, y: real): void {
        root.gallery.explore(root.workAt(x, y));
    }

    Accessible.description: [root.gallery.subtitle, root.gallery.venue, root.gallery.dates].filter(part => part !== "").join(", ")
    Accessible.name: [root.gallery.title, root.gallery.invitations.find(each => each.language === root.gallery.visit.language)?.words ?? ""].join(". ")
    Accessible.role: Accessible.Button

    Behavior on words {
        NumberAnimation {
            duration: Motion.attractFade / 2
            easing.type: Motion.calm
        }
    }

    Accessible.onPressAction: {
        Focus.asked();
        root.explore(width / 2, height / 2);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.wall
        visible: root.ready
    }

    AttractScenery {
        id: scenery

        active: root.active
        anchors.fill: parent
        attract: root.gallery.attract
        portrait: root.portrait
        resting: root.ready && !root.active && root.opacity === 0
    }

    AttractScrim {
        readonly property real words: overlay.y - overlay.reach // where they begin

        edge: (words - y) / height
        height: Math.min(root.height, (root.height - words) * 2.6)
        opacity: root.overPicture ? root.words : 0
        width: root.width
        y: root.height - height

        Behavior on height {
            enabled: root.ready

            NumberAnimation {
                duration: Motion.attractFade / 4
                easing.type: Motion.calm
            }
        }
    }

    Image {
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        height: Theme.control * 1.6
        horizontalAlignment: root.mirrored ? Image.AlignRight : Image.AlignLeft
        mipmap: true
        opacity: root.words
        source: root.gallery.logo
        width: Math.min(3 * height, root.width - 4 * Theme.margin)
        x: root.mirrored ? root.width - width - 2 * Theme.margin : 2 * Theme.margin
        y: 2 * Theme.margin
    }

    Item {
        id: overlay

        readonly property real reach: 0.012 * Math.min(root.width, root.height)
        readonly property real below: root.portrait ? invitation.height + Theme.gap * 2 : 0
        property real seen: 1 // words that may not move fade out and in again elsewhere

        height: title.height + below
        opacity: Math.min(root.words, seen)
        width: root.width - 4 * Theme.margin
        x: 2 * Theme.margin
        y: root.height - height - 2 * Theme.margin

        transform: Translate {
            x: overlay.reach * Math.sin(root.drift * 2.4)
            y: -overlay.reach * Math.abs(Math.sin(root.drift * 1.7))

            Behavior on x {
                enabled: !Motion.reduced

                NumberAnimation {
                    duration: Motion.drift
                    easing.type: Motion.calm
                }
            }
            Behavior on y {
                enabled: !Motion.reduced

                NumberAnimation {
                    duration: Motion.drift
                    easing.type: Motion.calm
                }
            }
        }

        AttractTitle {
            id: title

            heading: root.scene.teaser ? root.scene.heading : root.gallery.title
            ink: root.ink
            room: root.height * 0.5
            small: root.scene.teaser ? "" : root.details()
            width: root.portrait ? overlay.width : overlay.width - invitation.width - Theme.margin
            words: root.scene.teaser ? root.scene.words : root.gallery.subtitle
            x: root.mirrored ? overlay.width - width : 0
        }

        AttractInvitation {
            id: invitation

            active: root.active
            handLeft: root.portrait !== root.mirrored
            height: implicitHeight
            ink: root.ink
            invitations: root.gallery.invitations
            width: implicitWidth
            x: handLeft ? 0 : overlay.width - width
            y: overlay.height - height
        }
    }

    Timer {
        interval: 60000
        repeat: true
        running: root.active

        onTriggered: {
            if (Motion.reduced)
                elsewhere.restart();
            else
                root.drift += 1;
        }
    }

    SequentialAnimation {
        id: elsewhere

        NumberAnimation {
            duration: Motion.fade / 2
            easing.type: Motion.calm
            property: "seen"
            target: overlay
            to: 0
        }

        ScriptAction {
            script: root.drift += 1
        }

        NumberAnimation {
            duration: Motion.fade / 2
            easing.type: Motion.calm
            property: "seen"
            target: overlay
            to: 1
        }
    }
}
