import QtQuick
import QtQuick.Window
import Kiosk.Bridge
import Kiosk.Theme
import Kiosk.Views

// The window: one screen at a time, and the ways between them.
Window {
    id: root

    required property Gallery gallery
    required property bool kiosk
    readonly property Visit visit: gallery.visit
    readonly property int shown: visit.screen
    readonly property bool portrait: height > width * 0.95
    readonly property bool onAttract: visit.screen === Visit.ATTRACT
    readonly property bool onStage: visit.screen === Visit.STAGE
    readonly property bool onWall: visit.screen === Visit.WALL
    property bool pointerSeen: !kiosk

    // Nothing moves and everything on the screen is loaded: a picture of it can be taken.
    readonly property bool settled: onAttract ? attract.ready : onStage ? stage.ready && !stage.moving && !flight.flying && stage.opacity === 1 : wall.opacity === 1

    function openFromWall(work: int, thumbnail: Item): void {
        const start = thumbnail.mapToItem(scene, 0, 0, thumbnail.width, thumbnail.height);
        root.gallery.open(work);
        const end = stage.pictureRect(scene);
        if (Motion.grow > 0 && root.gallery.slideshow.current.preview.toString() !== "")
            flight.fly(root.gallery.slideshow.current.preview, start, end);
    }

    color: Theme.wall
    flags: kiosk ? Qt.Window | Qt.FramelessWindowHint : Qt.Window
    minimumHeight: kiosk ? 0 : 480
    minimumWidth: kiosk ? 0 : 640
    title: gallery.title

    onShownChanged: noControl.forceActiveFocus()

    Binding {
        property: "look"
        target: Theme
        value: root.gallery.look
    }

    Binding {
        property: "textScale"
        target: Theme
        value: root.visit.textScale
    }

    Binding {
        property: "reduced"
        target: Motion
        value: root.visit.reducedMotion
    }

    Binding {
        property: "slide"
        target: Motion
        value: root.gallery.look.fadeMs
    }

    // A scope, so that keys still arrive here when the control that had the focus has gone.
    FocusScope {
        id: scene

        readonly property int step: LayoutMirroring.enabled ? -1 : 1

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: root.visit.rightToLeft
        anchors.fill: parent
        focus: true

        Keys.onPressed: event => {
            event.accepted = true;
            if (event.key === Qt.Key_Escape && !root.kiosk && !root.onWall)
                root.close();
            else if (!root.gallery.doors.open)
                return;
            else if (root.onAttract)
                root.gallery.explore(attract.workAt(width / 2, height / 2));
            else if (root.onStage)
                event.accepted = stageKeys.pressed(event.key);
            else
                event.accepted = wallKeys.pressed(event.key);
        }

        Item {
            id: noControl

            focus: true
        }

        StageKeys {
            id: stageKeys

            gallery: root.gallery
            step: scene.step
        }

        WallKeys {
            id: wallKeys

            gallery: root.gallery
            wall: wall
        }

        StageView {
            id: stage

            anchors.fill: parent
            arriving: flight.flying
            enabled: root.onStage
            gallery: root.gallery
            opacity: root.onStage ? 1 : 0
            portrait: root.portrait
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Motion.interfaceChange
                    easing.type: Motion.calm
                }
            }
        }

        WallView {
            id: wall

            anchors.fill: parent
            enabled: root.onWall
            gallery: root.gallery
            opacity: root.onWall ? 1 : 0
            portrait: root.portrait
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Motion.interfaceChange
                    easing.type: Motion.calm
                }
            }

            onOpened: (work, thumbnail) => root.openFromWall(work, thumbnail)
        }

        Flight {
            id: flight
        }

        AttractView {
            id: attract

            active: root.onAttract
            anchors.fill: parent
            gallery: root.gallery
            opacity: root.onAttract ? 1 : 0
            portrait: root.portrait
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Motion.interfaceChange * 2
                    easing.type: Motion.calm
                }
            }

            TapHandler {
                enabled: root.onAttract && root.gallery.doors.open
                gesturePolicy: TapHandler.ReleaseWithinBounds
                grabPermissions: PointerHandler.TakeOverForbidden

                onPressedChanged: {
                    if (pressed)
                        root.gallery.explore(attract.workAt(point.position.x, point.position.y));
                }
            }
        }
    }

    ClosedView {
        anchors.fill: parent
        gallery: root.gallery
        visible: !root.gallery.doors.open
    }

    Connections {
        function onChanged(): void {
            if (!root.onStage)
                flight.stop();
            if (root.onAttract)
                stage.reset();
            else if (root.onWall && wall.opacity < 1)
                Qt.callLater(wall.showCurrent);
        }

        target: root.visit
    }

    HoverHandler {
        cursorShape: root.pointerSeen ? Qt.ArrowCursor : Qt.BlankCursor
    }
}
