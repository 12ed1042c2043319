import QtQuick
import Kiosk.Theme

// One line of a label, set as its role asks.
Text {
    id: root

    required property string role
    required property string words
    property string bound: words // as they are drawn: what belongs together is not parted at the end of a line
    required property bool rightToLeft
    required property bool upright
    property string family: "" // what its language has to be set in; empty: the usual
    property real size: 1 // a card sets its label larger
    property color ink: Theme.ink
    property color quiet: Theme.quiet
    readonly property bool isTitle: role === "title"
    readonly property bool isCreator: role === "creator"
    readonly property bool isDescription: role === "description"
    readonly property bool isSmall: ["credit", "accession", "rights"].includes(role)
    readonly property bool isHeading: role === "exhibition"
    readonly property bool isSubtitle: role === "subtitle"
    readonly property real spacing: isHeading ? 1.15 : isTitle ? 1.25 : Theme.lineHeight

    // All lines stand at the same distance, whichever fonts lend them letters. One that is higher than can be told takes
    // the room that it needs.
    function place(line: var): void {
        const height = line.height;
        const pitch = Math.round(font.pixelSize * root.spacing);
        const alone = height <= face.height + 1;
        const high = alone ? face.ascent : Math.max(face.ascent, Theme.arabicAscent * font.pixelSize);
        const deep = alone ? face.descent : Math.max(face.descent, Theme.arabicDescent * font.pixelSize);
        if (line.number === 0)
            lines.end = 0;
        if (alone || Math.abs(height - high - deep) <= 2) {
            line.height = pitch;
            line.y = lines.end + Math.round(0.72 * pitch - high);
        } else {
            line.height = Math.max(pitch, height);
            line.y = lines.end + Math.round((line.height - height) / 2);
        }
        lines.end += line.height;
    }

    Accessible.name: words
    Accessible.role: Accessible.StaticText
    color: isTitle || isCreator || isDescription || isHeading || isSubtitle ? ink : quiet
    horizontalAlignment: Text.AlignLeft
    text: (rightToLeft ? "\u200f" : "\u200e") + bound
    textFormat: Text.PlainText
    wrapMode: Text.Wrap

    onLineLaidOut: line => root.place(line)

    font {
        family: root.family || ((isTitle || isDescription || isHeading || isSubtitle) && !upright ? Theme.serif : Theme.sans)
        italic: isTitle && !upright
        pixelSize: Math.round(size * (isHeading ? Theme.headingText : isTitle ? Theme.titleText : isCreator || isSubtitle ? Theme.leadText : isSmall ? Theme.captionText : Theme.bodyText))
        weight: isCreator ? Font.DemiBold : Font.Normal
    }

    QtObject {
        id: lines

        property real end: 0
    }

    FontMetrics {
        id: face

        font: root.font

        onFontChanged: root.forceLayout() // it may have been laid out by the measures of the font before
    }
}
