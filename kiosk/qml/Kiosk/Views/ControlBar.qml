pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// Everything a visitor can do on the stage, each by one tap.
Item {
    id: root

    required property Gallery gallery
    required property bool portrait
    required property bool languagesOpen
    required property bool comfortOpen
    property bool severally: false // each of two works has a button of its own that leads closer
    readonly property Slideshow slideshow: gallery.slideshow
    readonly property Visit visit: gallery.visit

    signal closerAsked
    signal languagesAsked
    signal comfortAsked

    // From the work the way leads first to a closer look at it.
    function keyEntry(): Item {
        return closer.visible ? closer : overview;
    }

    function reset(): void {
        strip.reset();
    }

    implicitHeight: portrait ? strip.height + Theme.gap + Theme.control : Math.max(strip.height, Theme.control)

    Row {
        id: transport

        height: Theme.control
        spacing: Theme.smallGap

        anchors {
            bottom: parent.bottom
            left: parent.left
        }

        IconButton {
            usable: root.slideshow.turnable
            icon: "previous"
            mirrored: root.visit.rightToLeft
            name: qsTr("Previous work")

            onTriggered: root.slideshow.previous()
        }

        IconButton {
            usable: root.slideshow.turnable
            icon: root.visit.playing ? "pause" : "play"
            name: root.visit.playing ? qsTr("Pause the slideshow") : qsTr("Play the slideshow")

            onTriggered: root.visit.togglePlaying()
        }

        IconButton {
            usable: root.slideshow.turnable
            icon: "next"
            mirrored: root.visit.rightToLeft
            name: qsTr("Next work")

            onTriggered: root.slideshow.next()
        }

        Item {
            height: Theme.control
            width: Math.max(position.implicitWidth, Theme.control * 1.7) + Theme.gap

            Text {
                id: position

                readonly property int first: root.slideshow.position + 1
                readonly property int last: root.slideshow.lastPosition + 1

                Accessible.name: text
                Accessible.role: Accessible.StaticText
                anchors.centerIn: parent
                color: Theme.ink
                font.family: Theme.sans
                font.features: {
                    "tnum": 1
                }
                font.pixelSize: Theme.bodyText
                text: first === last ? qsTr("%1 of %2", "position in the slideshow").arg(first).arg(root.slideshow.count) : qsTr("%1 and %2 of %3", "positions of two works beside each other").arg(first).arg(last).arg(root.slideshow.count)
                textFormat: Text.PlainText
            }

            ProgressLine {
                opacity: root.visit.playing ? 1 : 0
                progress: () => root.slideshow.progress()
                running: root.slideshow.running
                seconds: root.slideshow.dwellSeconds
                width: Theme.control * 1.4

                Behavior on opacity {
                    NumberAnimation {
                        duration: Motion.interfaceChange
                        easing.type: Motion.calm
                    }
                }

                anchors {
                    horizontalCenter: parent.horizontalCenter
                    top: position.bottom
                    topMargin: Theme.smallGap * 0.8
                }
            }
        }
    }

    Filmstrip {
        id: strip

        gallery: root.gallery

        anchors {
            bottom: root.portrait ? tools.top : parent.bottom
            bottomMargin: root.portrait ? Theme.gap : Math.floor((Theme.control - height) / 2)
            left: root.portrait ? parent.left : transport.right
            leftMargin: root.portrait ? 0 : Theme.smallGap
            right: reading.active ? reading.left : root.portrait ? parent.right : tools.left
            rightMargin: root.portrait && !reading.active ? 0 : Theme.gap
        }
    }

    // Beside the filmstrip, which can do with less. Made when a visitor wants to be read to.
    Loader {
        id: reading

        active: root.gallery.speech.on

        sourceComponent: ReadingControls {
            speech: root.gallery.speech
        }

        anchors {
            right: root.portrait ? parent.right : tools.left
            rightMargin: root.portrait ? 0 : Theme.gap
            verticalCenter: strip.verticalCenter
        }
    }

    Row {
        id: tools

        height: Theme.control
        spacing: Theme.smallGap

        anchors {
            bottom: parent.bottom
            right: parent.right
        }

        // Its place stays when there is nothing for it to do, so that nothing else moves.
        Item {
            height: Theme.control
            width: Theme.control

            IconButton {
                id: closer

                enabled: visible // what leads to a picture that is only just coming is led to all the same
                icon: "closer"
                name: qsTr("Look closer")
                usable: root.gallery.closer.possible
                visible: (usable || (root.slideshow.subject.zoomable && !root.slideshow.subject.card)) && !root.severally

                onTriggered: root.closerAsked()
            }
        }

        IconButton {
            id: overview

            icon: "wall"
            name: qsTr("All works at a glance")

            onTriggered: root.visit.showWall()
        }

        IconButton {
            chosen: root.languagesOpen
            icon: "language"
            name: qsTr("Language")
            visible: root.gallery.languages.length > 1

            onTriggered: root.languagesAsked()
        }

        IconButton {
            chosen: root.comfortOpen
            icon: "comfort"
            name: qsTr("Reading and display")

            onTriggered: root.comfortAsked()
        }
    }
}
