import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

// A hand or a person, drawn as the icons are, as tall as it is told.
Item {
    id: root

    required property string name // of assets/figures
    property color color: Theme.ink
    property real stroke: Math.max(1.4, 0.62 * Theme.unit)
    readonly property var figure: FigurePaths.figures[root.name]

    implicitWidth: height * figure.width / figure.height

    Shape {
        height: root.figure.height
        preferredRendererType: Shape.CurveRenderer
        scale: root.height / root.figure.height
        transformOrigin: Item.TopLeft
        width: root.figure.width

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            strokeColor: root.color
            strokeWidth: root.stroke * root.figure.height / Math.max(1, root.height)

            PathSvg {
                path: root.figure.path
            }
        }
    }
}
