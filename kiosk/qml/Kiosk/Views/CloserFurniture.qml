pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// All that stands around a picture that is looked at closer, and the room it leaves. Controls are where the stage has
// them: across the bottom in portrait, else at the sides, which are equally wide so that the picture stays in the middle.
Item {
    id: root

    required property Gallery gallery
    required property bool upright // the picture has its controls beside it
    required property bool open
    readonly property Closer closer: gallery.closer
    readonly property Guide guide: closer.guide
    readonly property real edge: Theme.control + 2 * Theme.margin
    readonly property real inset: Theme.margin - Theme.smallGap // of the plates, so that what is on them is at the margin
    readonly property real foot: Theme.foot - Theme.smallGap // the same of the lowest
    readonly property bool mirrored: LayoutMirroring.enabled
    readonly property bool guiding: guide.page !== Guide.NOTHING
    readonly property bool narrow: !upright && width < 18 * Theme.control // the tools have a row of their own
    readonly property real panelWidth: Math.round(upright ? Math.min(Theme.labelWidth * 1.06, 0.36 * width) : Math.min(width - 2 * inset, Theme.labelWidth * 1.5))
    readonly property real panelHeight: Math.round(Math.min(0.5, 0.34 + 0.06 * Theme.textScale) * height)
    readonly property real below: edge - Theme.margin + Theme.foot + (narrow ? Theme.control + 3 * Theme.smallGap : 0)
    readonly property rect whole: closer.aimed ? Qt.rect(0, 0, width, height) : upright ? Qt.rect(edge, 0, width - 2 * edge, height) : Qt.rect(0, Theme.margin, width, height - Theme.margin - below)
    property real captionHeight: 0
    readonly property real across: guiding && upright ? panelWidth + Theme.gap : 0
    readonly property real down: captionHeight + (guiding && !upright ? panelHeight + Theme.gap : 0)
    readonly property real air: 15 * closer.sizes.pixelsPerMm // between a work and what stands beside it
    readonly property real aside: closer.sizes.isBeside ? (air + beside.width) / 2 : 0 // both together are in the middle
    readonly property rect room: Qt.rect(whole.x + (mirrored ? across + aside : -aside), whole.y, whole.width - across, whole.height - down)
    readonly property rect clear: {
        const across = guiding && upright ? panelWidth + edge : 0;
        const down = guiding && !upright ? panelHeight + below : 0;
        return Qt.rect(mirrored ? across : 0, 0, width - across, height - down);
    }
    readonly property real underMap: upright ? height - (scale.visible ? scale.y : tools.y) : below - Theme.margin + Theme.smallGap + captionHeight + (guiding ? panel.height + Theme.gap : 0)
    readonly property bool settled: panel.settled && map.settled && points.settled && beside.settled && shade.settled

    signal closed

    function covers(x: real, y: real): bool {
        return (points.item as Points)?.covers(root, x, y) ?? false;
    }

    // Later, because what it says depends on the room, and the room on how tall it is.
    Binding {
        delayed: true
        property: "captionHeight"
        target: root
        value: root.closer.sizes.lifeSize ? caption.height + 2 * Theme.gap : 0
    }

    Part {
        id: points

        anchors.fill: parent
        wanted: root.open && root.guide.page === Guide.DETAILS

        sourceComponent: Points {
            closer: root.closer
        }
    }

    Part {
        id: beside

        wanted: root.open && root.closer.sizes.isBeside

        sourceComponent: ScaleFigure {
            height: root.closer.sizes.companionMm * root.closer.sizes.pixelsPerMm
            name: root.closer.sizes.companion === Sizes.HAND ? "hand" : "person"
            width: implicitWidth
            x: root.mirrored ? root.closer.x - root.air - width : root.closer.x + root.closer.width + root.air
            y: root.closer.y + (root.closer.height - height) / 2
        }
    }

    Item {
        id: shade

        readonly property bool settled: opacity === (root.open ? 1 : 0)

        anchors.fill: parent
        enabled: root.open
        opacity: root.open ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.interfaceChange
                easing.type: Motion.calm
            }
        }

        CloserCaption {
            id: caption

            most: root.whole.width - root.across - 2 * Theme.gap
            opacity: root.closer.sizes.lifeSize ? 1 : 0
            sizes: root.closer.sizes
            visible: opacity > 0
            x: root.room.x + (root.mirrored ? -root.aside : root.aside) + (root.room.width - width) / 2
            y: root.room.y + root.room.height + (root.guiding && !root.upright ? root.panelHeight - panel.height : 0) + (root.captionHeight - height) / 2

            Behavior on opacity {
                NumberAnimation {
                    duration: Motion.interfaceChange
                    easing.type: Motion.calm
                }
            }
        }

        CloserScale {
            id: scale

            height: root.upright ? implicitHeight : Math.max(implicitHeight, tools.height) // one row with the tools
            most: Theme.control
            narrow: true
            sizes: root.closer.sizes

            anchors {
                bottom: parent.bottom
                bottomMargin: tools.anchors.bottomMargin + (root.upright ? tools.height + Theme.gap : 0)
                left: parent.left
                leftMargin: root.upright ? root.inset : tools.anchors.leftMargin + tools.width + Theme.gap
            }
        }

        CloserTools {
            id: tools

            closer: root.closer
            upright: root.upright

            anchors {
                bottom: parent.bottom
                bottomMargin: root.narrow ? root.foot + Theme.control + 3 * Theme.smallGap : root.foot
                left: parent.left
                leftMargin: root.upright || root.narrow ? root.inset : root.inset + controls.zoomWidth + Theme.gap
            }
        }

        CloserControls {
            id: controls

            closer: root.closer
            height: implicitHeight
            most: root.upright ? parent.height - root.foot - Math.max(root.inset, Theme.beyondTop) : parent.width - 2 * root.inset - (root.narrow ? 0 : tools.width + Theme.gap + (scale.visible ? scale.width + Theme.gap : 0))
            upright: root.upright
            width: root.upright ? implicitWidth : parent.width - 2 * root.inset

            onClosed: root.closed()

            anchors {
                bottom: parent.bottom
                bottomMargin: root.foot
                right: parent.right
                rightMargin: root.inset
            }
        }

        Part {
            id: map

            wanted: root.open && root.closer.canZoomOut && root.height - root.underMap - Theme.map >= Theme.beyondTop // else beyond reach

            sourceComponent: CloserMap {
                clear: root.clear
                closer: root.closer
                preview: root.gallery.slideshow.subject.preview
            }

            anchors {
                bottom: parent.bottom
                bottomMargin: root.underMap + Theme.gap
                left: parent.left
                leftMargin: root.inset

                Behavior on bottomMargin {
                    NumberAnimation {
                        duration: Motion.interfaceChange
                        easing.type: Motion.calm
                    }
                }
            }
        }

        Part {
            id: panel

            wanted: root.open && root.guiding
            width: root.panelWidth

            sourceComponent: CloserPanel {
                gallery: root.gallery
                most: root.upright ? root.height - root.foot - Math.max(root.inset, Theme.beyondTop) : root.panelHeight
                width: root.panelWidth
            }

            anchors {
                bottom: parent.bottom
                bottomMargin: root.upright ? root.foot : root.below - Theme.margin + Theme.smallGap + Theme.gap
                right: parent.right
                rightMargin: root.upright ? root.edge : Math.round((root.width - root.panelWidth) / 2)
            }
        }
    }

    // Something that is made when it is first asked for, and comes and goes softly.
    component Part: Loader {
        property bool wanted: false
        property bool used: false
        readonly property bool settled: opacity === (wanted ? 1 : 0)

        active: used
        enabled: wanted
        opacity: wanted ? 1 : 0
        visible: opacity > 0

        Behavior on opacity {
            NumberAnimation {
                duration: Motion.interfaceChange
                easing.type: Motion.calm
            }
        }

        Component.onCompleted: used = wanted
        onWantedChanged: used = used || wanted
    }
    component Points: Item {
        id: numbers

        required property Closer closer

        // Whether a number is at a point of an item.
        function covers(item: Item, x: real, y: real): bool {
            for (let place = 0; place < hung.count && numbers.closer.guide.page === Guide.DETAILS; ++place)
                if (hung.itemAt(place).contains(hung.itemAt(place).mapFromItem(item, x, y)))
                    return true;
            return false;
        }

        Repeater {
            id: hung

            model: numbers.closer.guide.details

            CloserPoint {
                closer: numbers.closer
            }
        }
    }
}
