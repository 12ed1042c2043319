import QtQuick
import Kiosk.Bridge
import Kiosk.Views

// The stage and the closer look as in Main.
Item {
    id: rooms

    required property Gallery gallery
    property bool portrait: false
    readonly property alias stage: stage
    readonly property alias view: view
    readonly property alias pinch: pinch
    readonly property int shown: gallery.visit.screen
    readonly property bool onStage: shown === Visit.STAGE

    onShownChanged: {
        if (shown === Visit.STAGE && view.borrowed)
            view.leave(stage.pictureRect(null));
    }

    StageView {
        id: stage

        anchors.fill: parent
        arriving: false
        enabled: rooms.onStage
        gallery: rooms.gallery
        lentTo: view.canvas
        opacity: rooms.onStage ? 1 : 0
        portrait: rooms.portrait
    }

    CloserView {
        id: view

        anchors.fill: parent
        gallery: rooms.gallery
        pinching: pinch.holding
        portrait: rooms.portrait
    }

    CloserPinch {
        id: pinch

        gallery: rooms.gallery
        stage: stage
    }
}
