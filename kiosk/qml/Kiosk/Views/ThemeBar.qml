pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The themes, as chips in one row that scrolls sideways when it is too long.
Item {
    id: root

    required property Gallery gallery

    function toStart(): void {
        list.positionViewAtBeginning();
    }

    implicitHeight: Theme.control

    ListView {
        id: list

        anchors.fill: parent
        boundsBehavior: Flickable.DragOverBounds
        interactive: contentWidth > width
        model: root.gallery.themes
        orientation: ListView.Horizontal
        spacing: Theme.smallGap

        delegate: Chip {
            id: chip

            required property string theme
            required property int works

            count: works

            onTriggered: root.gallery.choose(theme)
        }
    }

    ScrollCues {
        overhang: Theme.margin
        view: list
    }
}
