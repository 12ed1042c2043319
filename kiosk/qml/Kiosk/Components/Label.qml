pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

// A museum label. Taller than its place, it scrolls, and shows that it does.
Item {
    id: root

    required property list<var> lines // {role, words, rightToLeft, upright}
    property real size: 1
    property color ink: Theme.ink
    property color quiet: Theme.quiet
    property color ground: Theme.wall
    readonly property real wanted: column.implicitHeight

    function spaceBefore(role: string, before: string): real {
        const group = name => name === "creator" || name === "creator-bio" ? 1 : name === "title" ? 2 : name === "description" ? 4 : ["credit", "accession", "rights"].includes(name) ? 5 : 3;
        return group(role) === group(before) ? 0 : root.size * (group(role) >= 4 ? Theme.gap : Theme.smallGap);
    }

    function toTop(): void {
        flick.contentY = 0;
    }

    clip: column.implicitHeight > height

    Flickable {
        id: flick

        anchors.fill: parent
        boundsBehavior: Flickable.DragOverBounds
        contentHeight: column.implicitHeight
        flickableDirection: Flickable.VerticalFlick
        interactive: contentHeight > height

        Column {
            id: column

            width: flick.width

            Repeater {
                model: root.lines

                LabelLine {
                    required property int index
                    required property var modelData
                    readonly property string before: index > 0 ? root.lines[index - 1]?.role ?? "" : ""

                    ink: root.ink
                    rightToLeft: modelData.rightToLeft
                    upright: modelData.upright
                    quiet: root.quiet
                    role: modelData.role
                    size: root.size
                    topPadding: index === 0 ? 0 : root.spaceBefore(role, before)
                    width: column.width
                    words: modelData.words
                }
            }
        }
    }

    ScrollCues {
        ground: root.ground
        ink: root.ink
        sideways: false
        view: flick
    }
}
