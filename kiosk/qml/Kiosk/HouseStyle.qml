import QtQuick
import Kiosk.Theme

// What the window and everything in it take from the face that is current: its look, its type, its pace.
Item {
    id: root

    required property Main face
    required property bool faceReady // the picture the window began with stays until there is something to see here

    Style {
        property: "title"
        target: root.face.frame
        value: root.face.gallery.title
        when: root.face.current
    }

    Style {
        property: "color"
        target: root.face.frame
        value: Theme.wall
        when: root.face.current
    }

    Style {
        property: "settled"
        target: root.face.frame
        value: root.face.settled
        when: root.face.current
    }

    Style {
        property: "faceReady"
        target: root.face.frame
        value: root.faceReady
        when: root.face.current
    }

    Style {
        property: "look"
        target: Theme
        value: root.face.gallery.look
        when: root.face.current
    }

    Style {
        property: "typography"
        target: Theme
        value: root.face.gallery.typography
        when: root.face.current
    }

    Style {
        property: "textScale"
        target: Theme
        value: root.face.gallery.typography.scale
        when: root.face.current
    }

    Style {
        property: "marked"
        target: Focus
        value: root.face.gallery.keyboard.used
        when: root.face.current
    }

    Style {
        property: "reduced"
        target: Motion
        value: root.face.visit.reducedMotion
        when: root.face.current
    }

    Style {
        property: "software"
        target: Motion
        value: root.GraphicsInfo.api === GraphicsInfo.Software
        when: root.face.current
    }

    Style {
        property: "tempo"
        target: Motion
        value: root.face.gallery.look.tempo
        when: root.face.current
    }

    Style {
        property: "longestTap"
        target: Motion
        value: root.face.frame?.longestTap ?? Motion.longestTap
        when: root.face.current
    }

    Style {
        property: "slide"
        target: Motion
        value: root.face.gallery.look.fadeMs
        when: root.face.current
    }

    Connections {
        function onAsked(): void {
            root.face.visit.used();
        }

        enabled: root.face.current
        target: Focus
    }

    component Style: Binding {
        restoreMode: Binding.RestoreNone
    }
}
