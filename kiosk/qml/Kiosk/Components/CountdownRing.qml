import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

// Time that runs out, as a ring that opens clockwise, with the seconds in it. It moves by whole pixels of its own line, so
// that it costs little to draw, and by seconds where there shall be less motion.
Item {
    id: root

    required property bool running
    required property real seconds // all of them
    required property var remaining // () => real: those that are left
    property real shown: root.seconds
    readonly property real line: 2 * Theme.stroke
    readonly property real radius: (width - line) / 2
    readonly property real share: Math.max(0, Math.min(1, root.shown / root.seconds))

    function refresh(): void {
        root.shown = Motion.reduced ? Math.ceil(root.remaining()) : root.remaining();
    }

    // 7, or 2:05 where there is more than a minute and a half.
    function told(seconds: int): string {
        return seconds < 100 ? `${seconds}` : `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, "0")}`;
    }

    Accessible.ignored: true
    implicitHeight: implicitWidth
    implicitWidth: Math.round(2.4 * Theme.control)

    Component.onCompleted: refresh()
    onRunningChanged: refresh()

    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.line
            strokeWidth: root.line

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.radius
                radiusY: root.radius
                startAngle: 0
                sweepAngle: 360
            }
        }

        ShapePath {
            capStyle: ShapePath.FlatCap
            fillColor: "transparent"
            strokeColor: root.share > 0 ? Theme.accent : "transparent"
            strokeWidth: root.line

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.radius
                radiusY: root.radius
                startAngle: 270 - sweepAngle
                sweepAngle: 360 * root.share
            }
        }
    }

    Text {
        anchors.centerIn: parent
        color: Theme.ink
        font.family: Theme.sans
        font.features: {
            "tnum": 1
        }
        font.pixelSize: Math.max(Math.round(0.3 * root.width), Math.ceil(Theme.smallestCapital / Theme.sansCapital * Theme.unit))
        text: root.told(Math.ceil(root.shown))
        textFormat: Text.PlainText
    }

    Timer {
        interval: Motion.reduced ? 250 : Math.max(33, 1000 * root.seconds / (2 * Math.PI * Math.max(1, root.radius)))
        repeat: true
        running: root.running && root.visible

        onTriggered: root.refresh()
    }
}
