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
    readonly property bool mirrored: gallery.visit.rightToLeft
    readonly property real edge: 1.5 * Theme.margin // from the screen's edges to the words
    readonly property real air: Theme.margin + overlay.reach // above the words, which bring some of their own and drift into it
    readonly property real view: Math.max(height / 3, Math.round(height - edge - overlay.below - usual.height - air)) // of its height, where the pictures are
    readonly property real share: height > 0 ? view / height : 1
    property int drift: 0
    property real words: ready ? 1 : 0 // they come when there is a picture for them to stand on

    // The work under a place on the screen, in this item's coordinates.
    function workAt(x: real, y: real): int {
        const unseen = scenery.faded < 0.5; // the scene in front has only begun to fade in
        const works = root.gallery.attract.scenes[unseen ? 1 - root.gallery.attract.front : root.gallery.attract.front].works;
        const along = root.portrait ? y / view : x / width;
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

    Component.onCompleted: root.gallery.attract.leave(root.share)
    onShareChanged: root.gallery.attract.leave(root.share)
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
        attract: root.gallery.attract
        height: root.view
        portrait: root.portrait
        resting: root.ready && !root.active && root.opacity === 0
        width: root.width
    }

    // The words stand on the wall below the pictures: no shade dirties a pale one. More of them than usual rise over it.
    Rectangle {
        id: wall

        color: Theme.wall
        height: root.height - y
        opacity: root.words
        width: root.width
        y: Math.min(root.view, overlay.y - root.air)

        Behavior on y {
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

        height: Math.max(title.height, usual.height) + below
        opacity: Math.min(root.words, seen)
        width: root.width - 2 * root.edge
        x: root.edge
        y: root.height - height - root.edge

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

            heading: root.scene.teaser ? root.scene.heading : root.gallery.heading
            room: root.height * 0.5
            small: root.scene.teaser ? "" : root.details()
            tall: root.height
            width: root.portrait ? overlay.width : overlay.width - invitation.width - Theme.margin
            words: root.scene.teaser ? root.scene.words : root.gallery.subtitle
            x: root.mirrored ? overlay.width - width : 0
        }

        // So tall are the exhibition's own words: the wall stays where it is when a theme has fewer.
        Item {
            opacity: 0

            AttractTitle {
                id: usual

                heading: root.gallery.heading
                room: title.room
                small: root.details()
                tall: title.tall
                width: title.width
                words: root.gallery.subtitle
            }
        }

        AttractInvitation {
            id: invitation

            active: root.active
            handLeft: root.portrait !== root.mirrored
            height: implicitHeight
            ink: Theme.ink
            invitations: root.gallery.invitations
            tall: root.height
            width: implicitWidth
            x: handLeft ? 0 : overlay.width - width
            y: overlay.height - height
        }
    }

    Timer {
        interval: 60000 / Motion.tempo
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
