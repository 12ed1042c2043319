import QtQuick
import Kiosk.Theme

// One line of a label, set as its role asks.
Text {
    id: root

    required property string role
    required property string words
    required property bool rightToLeft
    required property bool upright
    property real size: 1 // a card sets its label larger
    property color ink: Theme.ink
    property color quiet: Theme.quiet
    readonly property bool isTitle: role === "title"
    readonly property bool isCreator: role === "creator"
    readonly property bool isDescription: role === "description"
    readonly property bool isSmall: ["credit", "accession", "rights"].includes(role)

    color: isTitle || isCreator || isDescription ? ink : quiet
    horizontalAlignment: Text.AlignLeft
    lineHeight: Math.round(font.pixelSize * (isTitle ? 1.25 : isSmall ? 1.4 : Theme.lineHeight))
    lineHeightMode: Text.FixedHeight
    text: (rightToLeft ? "\u200f" : "\u200e") + words.replace(/ × /g, "\u00a0×\u00a0")
    textFormat: Text.PlainText
    wrapMode: Text.Wrap

    font {
        family: (isTitle || isDescription) && !upright ? Theme.serif : Theme.sans
        italic: isTitle && !upright
        pixelSize: Math.round(size * (isTitle ? Theme.titleText : isCreator ? Theme.leadText : isSmall ? Theme.captionText : Theme.bodyText))
        weight: isCreator ? Font.DemiBold : Font.Normal
    }
}
