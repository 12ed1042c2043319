pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The names of the pages, the rows of the one that is open, and what came of what was done.
Item {
    id: root

    required property StaffPanel panel

    StaffTabs {
        id: tabs

        anchors.left: parent.left
        height: parent.height
        panel: root.panel
        width: implicitWidth
    }

    Rectangle {
        id: line

        anchors.left: tabs.right
        anchors.leftMargin: Theme.gap
        color: Theme.line
        height: parent.height
        width: Theme.hairline
    }

    StaffList {
        id: list

        enabled: !root.panel.busy && root.panel.question === ""
        rows: root.panel.rows

        onTriggered: (act, arg) => root.panel.act(act, arg)

        anchors {
            bottom: bar.top
            left: line.right
            leftMargin: Theme.gap
            right: parent.right
            top: parent.top
        }
    }

    ScrollCues {
        sideways: false
        view: list
    }

    ScrollCues {
        sideways: false
        view: tabs
    }

    Connections {
        function onPageChanged(): void {
            list.positionViewAtBeginning();
        }

        target: pages
    }

    QtObject {
        id: pages

        readonly property int page: root.panel.page
    }

    StaffBar {
        id: bar

        panel: root.panel

        anchors {
            bottom: parent.bottom
            left: list.left
            right: parent.right
        }
    }

    // Counts frames while somebody looks at the count.
    FrameAnimation {
        running: root.panel.measuring

        onTriggered: root.panel.frame(frameTime)
    }
}
