pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

// Lines of a label below each other, those that belong together closer.
Column {
    id: root

    required property list<var> lines
    required property real size
    required property color ink
    required property color quiet

    function group(role: string): int {
        if (role === "exhibition" || role === "subtitle")
            return role === "exhibition" ? 6 : 7;
        if (["dates", "venue", "works"].includes(role))
            return 8;
        return role === "creator" || role === "creator-bio" ? 1 : role === "title" ? 2 : role === "description" ? 4 : ["credit", "accession", "rights"].includes(role) ? 5 : 3;
    }

    function spaceBefore(role: string, before: string): real {
        if (role === "description" && before === "description")
            return Math.round(root.size * Theme.bodyText * Theme.paragraphSpace);
        const space = root.group(role) >= 4 ? Theme.gap : Theme.smallGap;
        return root.group(role) === root.group(before) ? 0 : Math.round(root.size * Math.sqrt(Theme.textScale) * space);
    }

    Repeater {
        model: root.lines

        LabelLine {
            required property int index
            required property var modelData
            readonly property string before: index > 0 ? root.lines[index - 1]?.role ?? "" : ""

            bound: modelData.bound || modelData.words
            family: modelData.family ?? ""
            ink: root.ink
            quiet: root.quiet
            rightToLeft: modelData.rightToLeft
            role: modelData.role
            size: root.size
            topPadding: index === 0 ? Math.round(0.25 * font.pixelSize) : root.spaceBefore(role, before) // room for marks above capitals
            upright: modelData.upright
            width: root.width
            words: modelData.words
        }
    }
}
