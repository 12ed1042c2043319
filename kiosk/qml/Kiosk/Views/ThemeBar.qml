pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The themes, as chips in one row that scrolls sideways when it is too long.
Item {
    id: root

    required property Gallery gallery
    readonly property real ring: 4 * Theme.stroke // room for a chip's focus ring
    readonly property bool telling: gallery.about.available

    function keyEntry(): Item {
        for (let place = 0; place < list.count; ++place) {
            const chip = list.itemAtIndex(place) as Chip;
            if (chip?.chosen)
                return chip;
        }
        return list.itemAtIndex(0);
    }

    function toStart(): void {
        list.positionViewAtBeginning();
    }

    implicitHeight: Theme.control

    Item {
        clip: true

        anchors {
            fill: parent
            margins: -root.ring
            rightMargin: about.visible ? about.width + Theme.gap - root.ring : -root.ring
        }

        ListView {
            id: list

            anchors.fill: parent
            anchors.margins: root.ring
            boundsBehavior: Flickable.DragOverBounds
            interactive: contentWidth > width
            keyNavigationEnabled: false
            model: root.gallery.themes
            orientation: ListView.Horizontal
            spacing: Theme.chipGap

            delegate: Chip {
                id: chip

                required property int index
                required property string theme
                required property int works
                required property string kind

                count: works
                undoes: kind !== "theme"
                widest: undoes ? root.width / 3 : Infinity

                // From right to left Qt 6.11 holds the wrong edge of a first one that becomes wider or narrower.
                onWidthChanged: {
                    if (index === 0 && list.effectiveLayoutDirection === Qt.RightToLeft)
                        x = -width;
                }
                onTriggered: undoes ? root.gallery.undo(kind) : root.gallery.choose(theme)
            }
        }

        ScrollCues {
            overhang: root.ring
            view: list
        }
    }

    AboutButton {
        id: about

        gallery: root.gallery
        most: root.width / 2 - Theme.control
        room: root.width - list.contentWidth - Theme.gap - Theme.control

        anchors {
            right: parent.right
            verticalCenter: parent.verticalCenter
        }
    }
}
