import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

// One of our icons, drawn on a grid of 24 with lines of one width.
Item {
    id: root

    required property string name
    property color color: Theme.ink
    property bool mirrored: false
    readonly property list<string> leaning: ["backspace", "label", "life-size", "louder", "motion", "softer", "speech"] // as one reads
    readonly property bool turned: root.mirrored !== (root.LayoutMirroring.enabled && root.leaning.includes(root.name))

    implicitHeight: Theme.icon
    implicitWidth: Theme.icon

    Shape {
        anchors.centerIn: parent
        height: 24
        preferredRendererType: Shape.CurveRenderer
        scale: root.width / 24
        width: 24

        transform: Scale {
            origin.x: 12
            xScale: root.turned ? -1 : 1
        }

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            strokeColor: root.color
            strokeWidth: 24 * Math.max(1.4, 0.62 * Theme.unit) / Math.max(1, root.width)

            PathSvg {
                path: IconPaths.paths[root.name]
            }
        }
    }
}
