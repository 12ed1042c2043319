import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// All of the picture, small, with what is seen of it. A tap or a finger in it goes there. In life size, where the work is
// larger than the screen, it hangs beside somebody.
Plate {
    id: root

    required property Closer closer
    required property url preview
    required property rect clear // the part of the window that shows the picture
    readonly property Sizes sizes: closer.sizes
    readonly property bool compared: sizes.lifeSize && !sizes.fits
    readonly property bool withPerson: sizes.companion === Sizes.PERSON
    readonly property bool mirrored: LayoutMirroring.enabled

    // The scene in mm, or in heights of the picture: the work, a gap, and who stands beside it on the floor.
    readonly property size work: compared ? Qt.size(sizes.widthMm, sizes.heightMm) : Qt.size(closer.width / closer.height, 1)
    readonly property real beside: compared ? sizes.companionMm : 0
    readonly property real between: 0.16 * beside
    readonly property real companionWidth: compared ? beside * FigurePaths.figures[companionName].width / FigurePaths.figures[companionName].height : 0
    readonly property string companionName: withPerson ? "person" : "hand"
    readonly property real hung: !compared ? 0 : withPerson ? Math.max(250, 1500 - work.height / 2) : Math.max(0, (beside - work.height) / 2)
    readonly property size scene: Qt.size(work.width + between + companionWidth, Math.max(beside, hung + work.height))
    readonly property real factor: Math.min(Theme.map * (compared ? 1.3 : 1) / scene.width, Theme.map / scene.height)

    Item {
        id: stage

        implicitHeight: Math.round(root.scene.height * root.factor)
        implicitWidth: Math.round(root.scene.width * root.factor)

        Image {
            id: picture

            readonly property int tall: Math.round(root.sizes.companionMm / 10)

            Accessible.name: root.compared ? (root.withPerson ? qsTr("The work beside a person of %1 cm, and what you see of it").arg(tall) : qsTr("The work beside a hand of %1 cm, and what you see of it").arg(tall)) : qsTr("Where you are in the picture")
            Accessible.role: Accessible.Graphic
            asynchronous: true
            height: Math.max(1, Math.round(root.work.height * root.factor))
            mipmap: true
            source: root.preview
            width: Math.max(1, Math.round(root.work.width * root.factor))
            x: root.mirrored ? stage.width - width : 0
            y: Math.round((root.scene.height - root.hung - root.work.height) * root.factor)
        }

        // What is seen, in the picture and never so small that it is lost.
        Rectangle {
            readonly property real startsAt: (root.clear.x - root.closer.x) / root.closer.width
            readonly property real beginsAt: (root.clear.y - root.closer.y) / root.closer.height
            readonly property real across: root.clear.width / root.closer.width
            readonly property real down: root.clear.height / root.closer.height
            readonly property real start: Math.max(0, Math.min(1, startsAt)) * picture.width
            readonly property real begin: Math.max(0, Math.min(1, beginsAt)) * picture.height
            readonly property real least: 3 * Theme.stroke

            border.color: Theme.wall
            border.width: Theme.stroke
            color: "transparent"
            height: Math.round(Math.max(least, Math.max(0, Math.min(1, beginsAt + down)) * picture.height - begin)) + 2 * Theme.stroke
            width: Math.round(Math.max(least, Math.max(0, Math.min(1, startsAt + across)) * picture.width - start)) + 2 * Theme.stroke
            x: picture.x + Math.round(start) - Theme.stroke
            y: picture.y + Math.round(begin) - Theme.stroke

            Rectangle {
                anchors.fill: parent
                anchors.margins: Theme.stroke
                border.color: Theme.accent
                border.width: Theme.stroke
                color: "transparent"
            }
        }

        ScaleFigure {
            height: root.beside * root.factor
            name: root.companionName
            stroke: Math.max(1.2, 0.5 * Theme.unit)
            visible: root.compared
            width: root.companionWidth * root.factor
            x: root.mirrored ? 0 : stage.width - width
            y: stage.height - height
        }

        Rectangle {
            color: Theme.line
            height: Theme.hairline
            visible: root.compared && root.withPerson
            width: parent.width
            y: parent.height
        }
    }

    Item {
        id: fingers

        function go(at: point, fly: bool): void {
            const inside = picture.mapFromItem(fingers, at.x, at.y);
            const x = Math.max(0, Math.min(1, inside.x / picture.width));
            const y = Math.max(0, Math.min(1, inside.y / picture.height));
            if (fly)
                root.closer.head(x, y);
            else
                root.closer.point(x, y);
        }

        height: root.height
        parent: root
        width: root.width

        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
            longPressThreshold: Motion.longestTap

            onTapped: point => fingers.go(point.position, true)
        }

        DragHandler {
            dragThreshold: Math.round(Theme.unit)
            target: null

            onCentroidChanged: {
                if (active)
                    fingers.go(centroid.position, false);
            }
        }
    }
}
