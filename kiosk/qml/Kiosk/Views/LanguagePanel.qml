pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The exhibition's languages, each by its own name. A tap beside the panel closes it.
Item {
    id: root

    required property Gallery gallery
    property bool open: false
    readonly property real widest: Math.max(Theme.control * 4, measure.width + 2 * Theme.gap)

    opacity: open ? 1 : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Motion.interfaceChange
            easing.type: Motion.calm
        }
    }

    // The widest name sets the width of all.
    Column {
        id: measure

        visible: false

        Repeater {
            model: root.gallery.languages

            Text {
                required property var modelData

                font.family: Theme.sans
                font.pixelSize: Theme.leadText
                text: modelData.words
                textFormat: Text.PlainText
            }
        }
    }

    TapHandler {
        enabled: root.open
        gesturePolicy: TapHandler.WithinBounds

        onTapped: root.open = false
    }

    Rectangle {
        border.color: Theme.line
        border.width: Theme.hairline
        color: Theme.raised
        height: names.height + 2 * Theme.smallGap
        radius: Theme.radius
        width: names.width + 2 * Theme.smallGap

        anchors {
            bottom: parent.bottom
            bottomMargin: Theme.margin + Theme.control + Theme.gap
            right: parent.right
            rightMargin: Theme.margin
        }

        Column {
            id: names

            anchors.centerIn: parent

            Repeater {
                model: root.gallery.languages

                Item {
                    id: choice

                    required property var modelData
                    readonly property bool chosen: modelData.language === root.gallery.visit.language

                    function choose(): void {
                        root.gallery.visit.speak(modelData.language);
                        root.open = false;
                    }

                    Accessible.checkable: true
                    Accessible.checked: chosen
                    Accessible.name: modelData.words
                    Accessible.role: Accessible.RadioButton
                    activeFocusOnTab: true
                    height: Theme.control
                    width: root.widest

                    Accessible.onPressAction: choose()
                    Keys.onEnterPressed: choose()
                    Keys.onSpacePressed: choose()
                    Keys.onReturnPressed: choose()

                    Rectangle {
                        anchors.fill: parent
                        color: tap.pressed || choice.chosen ? Theme.accent : "transparent"
                        radius: Theme.radius
                    }

                    Text {
                        color: tap.pressed || choice.chosen ? Theme.accentInk : Theme.ink
                        font.family: Theme.sans
                        font.pixelSize: Theme.leadText
                        horizontalAlignment: Text.AlignLeft
                        text: choice.modelData.words
                        textFormat: Text.PlainText

                        anchors {
                            left: parent.left
                            leftMargin: Theme.gap
                            right: parent.right
                            verticalCenter: parent.verticalCenter
                        }
                    }

                    FocusRing {
                        control: choice
                    }

                    TapHandler {
                        id: tap

                        gesturePolicy: TapHandler.ReleaseWithinBounds

                        onTapped: choice.choose()
                    }
                }
            }
        }
    }
}
