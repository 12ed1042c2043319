pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

// One of the drawings of the guide, in the colours of the wall, as large as it fits; mirrored where one reads so.
Item {
    id: root

    required property int step
    readonly property size grid: Qt.size(360, 260)
    readonly property real enlarged: Math.min(width / grid.width, height / grid.height)

    function colour(name: string): color {
        switch (name) {
        case "none":
            return "transparent";
        case "ink":
            return Theme.ink;
        case "accent":
            return Theme.accent;
        case "raised":
            return Theme.raised;
        case "quiet":
            return Theme.quiet;
        case "line":
            return Theme.line;
        default:
            return Theme.wall;
        }
    }

    Item {
        anchors.centerIn: parent
        height: root.grid.height
        scale: root.enlarged
        width: root.grid.width

        transform: Scale {
            origin.x: root.grid.width / 2
            xScale: root.LayoutMirroring.enabled ? -1 : 1
        }

        Repeater {
            model: StepPaths.drawings[root.step]

            Shape {
                id: part

                required property var modelData

                anchors.fill: parent
                preferredRendererType: Shape.CurveRenderer

                transform: Scale {
                    origin.x: part.modelData.middle
                    xScale: root.LayoutMirroring.enabled && part.modelData.middle >= 0 ? -1 : 1
                }

                ShapePath {
                    capStyle: ShapePath.RoundCap
                    fillColor: root.colour(part.modelData.ground)
                    joinStyle: ShapePath.RoundJoin
                    strokeColor: root.colour(part.modelData.line)
                    strokeWidth: part.modelData.line === "none" ? -1 : 2.4

                    PathSvg {
                        path: part.modelData.path
                    }
                }
            }
        }
    }
}
