import QtQuick
import Kiosk.Theme

// A thin line that fills while a work is shown. It moves by whole pixels, so a still screen stays still in between.
Item {
    id: root

    required property bool running
    required property real seconds
    required property var progress // () => real: 0..1 of the time that has passed
    property real shown: 0
    readonly property real value: shown // what screen readers ask for
    readonly property real minimumValue: 0
    readonly property real maximumValue: 1

    function refresh(): void {
        root.shown = root.progress();
    }

    Accessible.name: qsTr("Time until the next work")
    Accessible.role: Accessible.ProgressBar
    implicitHeight: Math.max(2, Math.round(0.9 * Theme.unit))

    onRunningChanged: refresh()
    onSecondsChanged: refresh()

    Rectangle {
        anchors.fill: parent
        color: Theme.line
        radius: height / 2
    }

    Rectangle {
        color: Theme.accent
        radius: height / 2
        width: Math.round(parent.width * root.shown)

        anchors {
            bottom: parent.bottom
            left: parent.left
            top: parent.top
        }
    }

    Timer {
        interval: Math.max(33, 1000 * root.seconds / Math.max(1, root.width))
        repeat: true
        running: root.running && root.visible

        onTriggered: root.refresh()
    }
}
