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
    readonly property bool overPicture: scene.pictures.length > 0
    readonly property color ink: overPicture ? "#ffffff" : Theme.ink
    property int drift: 0

    // The work under a place on the screen, in this item's coordinates.
    function workAt(x: real, y: real): int {
        const works = root.scene.works;
        const along = root.portrait ? y / height : x / width;
        return works[Math.max(0, Math.min(works.length - 1, Math.floor(along * works.length)))] ?? 0;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.wall
    }

    AttractScenery {
        id: scenery

        active: root.active
        anchors.fill: parent
        attract: root.gallery.attract
        portrait: root.portrait
    }

    // Dark enough that white words keep 4.5:1 over a white picture wherever they stand.
    Rectangle {
        id: scrim

        height: Math.min(root.height, overlay.height * 2 + Theme.margin * 2)
        opacity: root.overPicture ? 1 : 0

        gradient: Gradient {
            GradientStop {
                color: "#00000000"
                position: 0
            }

            GradientStop {
                color: "#18000000"
                position: 0.12
            }

            GradientStop {
                color: "#58000000"
                position: 0.27
            }

            GradientStop {
                color: "#9c000000"
                position: 0.44
            }

            GradientStop {
                color: "#c4000000"
                position: 1
            }
        }

        anchors {
            bottom: parent.bottom
            left: parent.left
            right: parent.right
        }
    }

    Item {
        id: overlay

        readonly property real room: root.width - 4 * Theme.margin
        readonly property real reach: 0.012 * Math.min(root.width, root.height)

        height: Math.max(title.height, teaser.height) + (root.portrait ? invitation.height + Theme.gap * 2 : 0)
        width: room
        x: 2 * Theme.margin
        y: root.height - height - 2 * Theme.margin

        transform: Translate {
            x: overlay.reach * Math.cos(root.drift * 2.4)
            y: overlay.reach * Math.sin(root.drift * 2.4)

            Behavior on x {
                NumberAnimation {
                    duration: 2000
                    easing.type: Motion.calm
                }
            }
            Behavior on y {
                NumberAnimation {
                    duration: 2000
                    easing.type: Motion.calm
                }
            }
        }

        AttractTitle {
            id: title

            anchors.bottom: root.portrait ? invitation.top : parent.bottom
            anchors.bottomMargin: root.portrait ? Theme.gap * 2 : 0
            anchors.left: parent.left
            heading: root.gallery.title
            ink: root.ink
            shown: !root.scene.teaser
            small: [root.gallery.venue, root.gallery.dates].filter(part => part !== "").join("  ·  ")
            width: root.portrait ? overlay.room : overlay.room - invitation.width - Theme.margin
            words: root.gallery.subtitle
        }

        AttractTitle {
            id: teaser

            anchors.bottom: title.bottom
            anchors.left: parent.left
            heading: root.scene.heading
            ink: root.ink
            shown: root.scene.teaser
            small: ""
            width: title.width
            words: root.scene.words
        }

        AttractInvitation {
            id: invitation

            active: root.active
            anchors.bottom: parent.bottom
            anchors.left: root.portrait ? parent.left : undefined
            anchors.right: root.portrait ? undefined : parent.right
            ink: root.ink
            invitations: root.gallery.invitations
            trailing: !root.portrait
        }
    }

    Timer {
        interval: 60000
        repeat: true
        running: root.active

        onTriggered: root.drift += 1
    }
}
