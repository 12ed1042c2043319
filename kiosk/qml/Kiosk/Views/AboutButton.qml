import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// Opens the card of the exhibition, and says so in words wherever these take no theme its place. Who has just come in is
// told even if some themes wait behind their cue; later the sign is enough.
Item {
    id: root

    required property Gallery gallery
    property real room: 0 // that its words take from no theme
    property real most: Infinity // that they may take at all
    readonly property real wanted: Math.ceil(words.implicitWidth) + Theme.gap // whole pixels: half of one would cut the frame
    readonly property bool offering: wanted <= Math.min(room, most) || (gallery.visit.offering && wanted <= most)
    readonly property string name: qsTr("About the exhibition")
    readonly property bool told: gallery.visit.about
    property bool led: false // keys opened the card, and find the way back to here

    function back(): void {
        if (root.enabled && root.visible)
            root.forceActiveFocus(Qt.PopupFocusReason);
    }

    function open(): void {
        root.led = root.activeFocus;
        root.gallery.visit.tellAbout(true);
    }

    Accessible.name: name
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    height: Theme.control
    visible: gallery.about.available
    width: Theme.control + (offering ? wanted : 0)

    Behavior on width {
        enabled: !Motion.reduced

        NumberAnimation {
            duration: Motion.interfaceChange
            easing.type: Motion.calm
        }
    }

    onToldChanged: {
        if (!told && led)
            Qt.callLater(root.back);
        led = led && told;
    }
    Accessible.onPressAction: {
        Focus.asked();
        open();
    }
    Keys.onEnterPressed: open()
    Keys.onReturnPressed: open()
    Keys.onSpacePressed: open()

    Rectangle {
        anchors.fill: parent
        border.color: Theme.line
        border.width: Theme.raised === Theme.wall ? Theme.hairline : 0
        clip: true
        color: tap.pressed ? Theme.accent : Theme.raised
        radius: Theme.radius

        Behavior on color {
            ColorAnimation {
                duration: Motion.press
                easing.type: Motion.calm
            }
        }

        Text {
            id: words

            color: tap.pressed ? Theme.accentInk : Theme.ink
            font.family: Theme.sans
            font.pixelSize: Theme.bodyText
            opacity: root.offering ? 1 : 0
            text: root.name
            textFormat: Text.PlainText

            Behavior on opacity {
                NumberAnimation {
                    duration: Motion.interfaceChange
                    easing.type: Motion.calm
                }
            }

            anchors {
                left: parent.left
                leftMargin: Theme.gap
                verticalCenter: parent.verticalCenter
            }
        }

        Icon {
            color: tap.pressed ? Theme.accentInk : Theme.ink
            name: "about"

            anchors {
                right: parent.right
                rightMargin: (Theme.control - width) / 2
                verticalCenter: parent.verticalCenter
            }
        }
    }

    FocusRing {
        control: root
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: Motion.longestTap

        onTapped: root.open()
    }
}
