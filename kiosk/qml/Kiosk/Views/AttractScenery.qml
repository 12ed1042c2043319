pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Theme

// The pictures of the attract loop. The next scene is loaded out of sight and fades in over the one before.
Item {
    id: root

    required property Attract attract
    required property bool portrait
    required property bool active
    required property bool resting // out of sight: its pictures need no memory
    property bool ready: false
    property bool present: false // the scene in front can be seen
    property real faded: 1

    Repeater {
        model: root.attract.scenes

        Item {
            id: place

            required property AttractScene modelData
            required property int index
            readonly property bool inFront: index === root.attract.front
            readonly property bool loaded: modelData.works.length > 0 && (modelData.wordsOnly || (modelData.teaser ? triptych.ready : picture.ready))

            function report(): void {
                if (!loaded)
                    return;
                root.ready = true;
                root.attract.loaded(index);
            }

            anchors.fill: parent
            layer.enabled: Motion.software && root.faded < 1
            opacity: inFront ? root.faded : 1
            visible: loaded && (inFront || root.faded < 1)
            z: inFront ? 1 : 0

            onLoadedChanged: Qt.callLater(place.report)

            Binding {
                property: "present"
                restoreMode: Binding.RestoreNone
                target: root
                value: place.loaded
                when: place.inFront
            }

            Connections {
                function onChanged(): void {
                    Qt.callLater(place.report);
                }

                target: place.modelData
            }

            AttractPicture {
                id: picture

                anchors.fill: parent
                end: place.modelData.end
                moving: root.active && place.visible
                seconds: root.attract.seconds
                preview: root.resting ? "" : place.modelData.preview
                source: place.modelData.teaser || root.resting ? "" : place.modelData.pictures[0] ?? ""
                start: place.modelData.start
                visible: !place.modelData.teaser

                onLost: root.attract.lost(place.index)
            }

            AttractTriptych {
                id: triptych

                anchors.fill: parent
                focuses: place.modelData.focuses
                pictures: place.modelData.teaser && !root.resting ? place.modelData.pictures : []
                portrait: root.portrait
                visible: place.modelData.teaser

                onLost: root.attract.lost(place.index)
            }

            AttractWords {
                anchors.fill: parent
                heading: place.modelData.heading
                visible: place.modelData.wordsOnly
                words: place.modelData.words
            }
        }
    }

    Connections {
        function onFrontChanged(): void {
            root.faded = 0;
            fade.restart();
        }

        target: root.attract
    }

    NumberAnimation {
        id: fade

        duration: Motion.attractFade
        easing.type: Motion.calm
        from: 0
        property: "faded"
        target: root
        to: 1

        onFinished: root.attract.faded()
    }
}
