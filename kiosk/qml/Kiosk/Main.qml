pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Theme
import Kiosk.Views

// The face: one screen at a time, and the ways between them.
FocusScope {
    id: root

    required property Gallery gallery
    required property KioskWindow frame
    property bool current: true // not one that waits to take another's place, or has left its own
    readonly property Visit visit: gallery.visit
    readonly property int shown: visit.screen
    property int before: Visit.ATTRACT // the screen shown last
    property int came: Visit.ATTRACT // the screen before that one
    readonly property bool homecoming: onAttract && !attract.present && patience.running // what is left stays until there is something to see
    property bool leavesStage: false // for the wall, and its work has not set off yet
    readonly property bool portrait: height > width * 0.95
    readonly property bool onAttract: shown === Visit.ATTRACT
    readonly property bool onStage: shown === Visit.STAGE
    readonly property bool onWall: shown === Visit.WALL
    readonly property bool onCloser: shown === Visit.CLOSER
    readonly property bool open: gallery.doors.open
    readonly property StageView stageView: stageLoader.item as StageView
    readonly property WallView wallView: wallLoader.item as WallView
    readonly property AboutCard aboutCard: aboutLoader.item as AboutCard
    readonly property CloserView closerView: closerLoader.item as CloserView
    readonly property bool presentable: !open || (onAttract ? attract.ready : onStage ? stageView.ready : onWall ? wallLoader.status === Loader.Ready : true)

    // Nothing moves and everything on the screen is loaded: a picture of it can be taken.
    readonly property bool settled: onAttract ? attract.settled && closerView !== null : onStage ? stageView.ready && !stageView.moving && !flight.flying && !closerView?.borrowed && stageLoader.opacity === 1 : onWall ? wallLoader.opacity === 1 && !flight.flying : closerView.settled && stageView.ready && stageLoader.opacity === 0

    function openFromWall(work: int, thumbnail: Item): void {
        const start = thumbnail.mapToItem(scene, 0, 0, thumbnail.width, thumbnail.height);
        if (!root.gallery.open(work))
            return; // it comes on soon, and then only fades
        const end = root.stageView.pictureRect(scene);
        if (Motion.grow > 0 && root.gallery.slideshow.subject.preview.toString() !== "")
            flight.fly(root.gallery.slideshow.subject.preview, start, end);
    }

    // A visitor who goes to the wall sees where the work that was on the stage hangs.
    function landOnWall(): void {
        const work = root.gallery.slideshow.subject;
        const thumbnail = root.wallView.thumbnailOf(work.work);
        if (root.leavesStage && root.onWall && thumbnail && !work.card && Motion.grow > 0)
            flight.flyHome(root.stageView.pictureRect(scene), thumbnail.mapToItem(scene, 0, 0, thumbnail.width, thumbnail.height));
        root.leavesStage = false;
    }

    // Another face has been shown until now, to a visitor who stays.
    function takeOver(before: Main): void {
        if (root.onStage && before.stageView && root.stageView)
            root.stageView.takeOver(before.stageView);
        else if (root.onWall && before.onWall && before.wallView && root.wallView)
            root.wallView.takeOver(before.wallView);
    }

    focus: true

    // `onStage` and the others may be those of the screen before while this runs.
    onShownChanged: {
        noControl.forceActiveFocus();
        compass.forget();
        if (root.gallery.keyboard.used)
            Qt.callLater(keypad.arrive);
        root.leavesStage = root.shown === Visit.WALL && root.before === Visit.STAGE && !flight.flying;
        root.came = root.before;
        root.before = root.shown;
        if (root.shown === Visit.ATTRACT)
            patience.restart();
        if (root.shown !== Visit.STAGE || (flight.homeward && flight.flying))
            flight.stop();
        else if (root.closerView?.borrowed && closerLoader.opacity === 1)
            root.closerView.leave(root.stageView.pictureRect(scene));
        else
            root.closerView?.giveBack();
        if (root.shown === Visit.ATTRACT) {
            root.stageView?.reset();
            root.wallView?.reset();
        } else if (root.shown === Visit.WALL) {
            Qt.callLater(() => root.wallView?.showCurrent());
        }
    }

    Timer {
        id: patience

        interval: Motion.patience
    }

    // What had the focus is gone, and with it the ring: where keys are is seen at any time.
    Connections {
        function onFocusedChanged(): void {
            if (root.gallery.keyboard.used && compass.focused && compass.focused !== noControl && !compass.stands(compass.focused))
                Qt.callLater(keypad.arrive);
        }

        target: compass
    }

    // Who works with keys sees where they are in what takes the place of another.
    Connections {
        function onFaceChanged(): void {
            if (root.frame.face === root && root.gallery.keyboard.used && !root.onAttract)
                Qt.callLater(keypad.arrive);
        }

        target: root.frame
    }

    HouseStyle {
        face: root
        faceReady: attract.ready || !root.onAttract || !root.open
    }

    // A scope, so that keys still arrive here when the control that had the focus has gone.
    FocusScope {
        id: scene

        readonly property int step: LayoutMirroring.enabled ? -1 : 1

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: root.visit.rightToLeft
        anchors.fill: parent
        enabled: !stillThere.blocking && !notice.visible
        focus: true
        visible: root.open

        Keys.onPressed: event => {
            event.accepted = true;
            if (root.visit.about)
                event.accepted = root.aboutCard.pressed(event.key);
            else if ([Qt.Key_Escape, Qt.Key_Back, Qt.Key_Backspace].includes(event.key) && root.onStage && root.stageView.panelOpen)
                root.stageView.closePanel();
            else if (root.open && root.onWall && wallKeys.typed(event.text)) // before the keypad: a space is a space
                noControl.forceActiveFocus();
            else if (root.open && root.visit.screen !== Visit.ATTRACT && keypad.pressed(event.key))
                return;
            else if (event.key === Qt.Key_Escape && !root.frame.kiosk && (root.onStage || root.onAttract))
                root.frame.close();
            else if (root.open && root.onAttract)
                attract.explore(width / 2, height / 2);
            else
                event.accepted = !root.open;
        }

        Item {
            id: noControl

            focus: true
        }

        Compass {
            id: compass

            scene: scene
        }

        Keypad {
            id: keypad

            compass: compass
            screen: root.onStage ? stageKeys : root.onCloser ? closerKeys : root.onWall ? wallKeys : null
        }

        StageKeys {
            id: stageKeys

            gallery: root.gallery
            stage: root.stageView
            step: scene.step
        }

        CloserKeys {
            id: closerKeys

            gallery: root.gallery
            view: root.closerView
        }

        WallKeys {
            id: wallKeys

            gallery: root.gallery
            wall: root.wallView
        }

        // Made while the first picture of the attract loop is looked at, at the latest when a visitor comes.
        Loader {
            id: stageLoader

            active: attract.ready || !root.onAttract
            anchors.fill: parent
            asynchronous: root.onAttract
            enabled: root.onStage && !root.visit.about
            opacity: root.onStage || (root.homecoming && root.came === Visit.STAGE) ? 1 : 0
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Motion.interfaceChange
                    easing.type: Motion.calm
                }
            }
            sourceComponent: StageView {
                arriving: flight.flying && !flight.homeward
                gallery: root.gallery
                lentTo: root.closerView?.canvas ?? flight.canvas
                portrait: root.portrait
                resting: root.onAttract && stageLoader.opacity === 0
            }
        }

        Loader {
            id: wallLoader

            active: stageLoader.status === Loader.Ready || !root.onAttract
            anchors.fill: parent
            asynchronous: root.onAttract
            enabled: root.onWall && !root.visit.about
            opacity: root.onWall || (root.homecoming && root.came === Visit.WALL) ? 1 : 0
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Motion.interfaceChange
                    easing.type: Motion.calm
                }
            }
            sourceComponent: WallView {
                gallery: root.gallery
                portrait: root.portrait
                away: flight.flying ? root.gallery.slideshow.subject.work : -1

                onHung: {
                    root.landOnWall();
                    if (root.onWall && root.gallery.keyboard.used)
                        keypad.arrive();
                }
                onOpened: (work, thumbnail) => root.openFromWall(work, thumbnail)
            }
        }

        Loader {
            id: closerLoader

            active: wallLoader.status === Loader.Ready || root.onCloser
            anchors.fill: parent
            asynchronous: root.onAttract
            opacity: root.onAttract && !root.homecoming ? 0 : 1
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Motion.interfaceChange
                    easing.type: Motion.calm
                }
            }
            sourceComponent: CloserView {
                gallery: root.gallery
                pinching: pinch.holding
                portrait: root.portrait
            }
        }

        CloserPinch {
            id: pinch

            enabled: root.onCloser || (root.onStage && root.gallery.closer.possible && !root.visit.about)
            gallery: root.gallery
            stage: root.stageView
        }

        Flight {
            id: flight
        }

        // Made when it is asked for.
        Loader {
            id: aboutLoader

            active: root.visit.about || opacity > 0
            anchors.fill: parent
            enabled: root.visit.about
            opacity: root.visit.about ? 1 : 0
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Motion.interfaceChange
                    easing.type: Motion.calm
                }
            }
            sourceComponent: AboutCard {
                gallery: root.gallery
                portrait: root.portrait
            }
        }

        AttractView {
            id: attract

            active: root.onAttract && root.open
            anchors.fill: parent
            gallery: root.gallery
            opacity: root.onAttract && !root.homecoming ? 1 : 0
            portrait: root.portrait
            visible: opacity > 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Motion.interfaceChange * 2
                    easing.type: Motion.calm
                }
            }

            TapHandler {
                enabled: root.onAttract && root.open
                gesturePolicy: TapHandler.ReleaseWithinBounds
                grabPermissions: PointerHandler.TakeOverForbidden

                onPressedChanged: {
                    if (pressed && !root.frame.isInCorner(point.position, 25 * Theme.unit))
                        attract.explore(point.position.x, point.position.y);
                }
                onTapped: point => {
                    if (root.onAttract)
                        attract.explore(point.position.x, point.position.y);
                }
            }
        }
    }

    // Made when the house has something to tell.
    Loader {
        id: notice

        readonly property bool wanted: root.gallery.notice.open && root.open

        active: wanted || opacity > 0
        anchors.fill: parent
        enabled: wanted
        focus: visible
        opacity: wanted ? 1 : 0
        visible: opacity > 0

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.interfaceChange
                easing.type: Motion.calm
            }
        }
        sourceComponent: NoticeCard {
            invitation: root.onAttract
            notice: root.gallery.notice
            open: notice.wanted
        }

        onVisibleChanged: {
            if (!visible)
                scene.forceActiveFocus();
        }
    }

    StillThere {
        id: stillThere

        anchors.fill: parent
        visit: root.visit

        onBlockingChanged: {
            if (!blocking)
                scene.forceActiveFocus();
        }
    }

    ClosedView {
        anchors.fill: parent
        gallery: root.gallery
        visible: !root.open
    }

    RehearsalBadge {
        anchors.horizontalCenter: parent.horizontalCenter
        rehearsal: root.gallery.rehearsal
    }
}
