pragma Singleton
import QtQuick
import Kiosk.Bridge

// Every size and colour by its role. Main hands over the running gallery's look, its type and the visitor's text size.
QtObject {
    id: root

    property Look look: null
    property Typography typography: null
    property real textScale: 1
    readonly property real unit: look ? look.unit : 2.7 // pixels of one millimetre as the visitor sees it
    readonly property color wall: look ? look.wall : "black"
    readonly property color ink: look ? look.ink : "white"
    readonly property color quiet: look ? look.quiet : "white"
    readonly property color accent: look ? look.accent : "white"
    readonly property color accentInk: look ? look.accentInk : "black"
    readonly property color line: look ? look.line : "white"
    readonly property color raised: look ? look.raised : "black"
    readonly property color paper: look ? look.paper : "black"
    readonly property color paperInk: look ? look.paperInk : "white"
    readonly property color paperQuiet: look ? look.paperQuiet : "white"
    readonly property string sans: "Source Sans Pro"
    readonly property string serif: look ? look.serif : "Source Serif 4"
    readonly property real beyondTop: look ? look.beyondTop : 0 // out of everybody's reach, from the window's top on
    readonly property real beyondBottom: look ? look.beyondBottom : 0
    readonly property bool low: beyondTop > margin // what is usually touched at the top is at the bottom
    readonly property real foot: Math.max(margin, Math.ceil(beyondBottom + (thumbnail - control) / 2)) // from the window's bottom to the lowest controls
    readonly property real smallestCapital: 4.8 // mm: U.S. Section 508, 402.4
    readonly property real sansCapital: typography ? typography.sansCapital : 0.656 // of an em
    readonly property real serifCapital: typography ? typography.serifCapital : 0.67
    readonly property real arabicAscent: typography ? typography.arabicAscent : 1.374
    readonly property real arabicDescent: typography ? typography.arabicDescent : 0.738
    readonly property real control: Math.round(20 * unit)
    readonly property real smallControl: Math.max(Math.round(13 * unit), leastTouch)
    readonly property int leastTouch: look ? look.leastTouch : 33
    readonly property real icon: Math.round(9.5 * unit)
    readonly property real stroke: Math.max(1, Math.round(0.62 * unit))
    readonly property real hairline: Math.max(1, Math.round(0.3 * unit))
    readonly property real margin: Math.round(12 * unit)
    readonly property real resting: raised === wall ? 0.62 : 0.45 // the opacity of what cannot be used now: seen, and seen to be off; more of it in high contrast
    readonly property real chipGap: Math.round(Math.max(smallGap, 0.4 * bodyText)) // between words that each have an outline
    readonly property real gap: Math.round(8 * unit)
    readonly property real smallGap: Math.round(3.2 * unit)
    readonly property real radius: Math.round(2 * unit)
    readonly property real thumbnail: Math.round(24 * unit)
    readonly property real point: Math.round(12 * unit) // a number in a picture
    readonly property real map: Math.round(56 * unit)
    readonly property real wallRow: Math.round(84 * unit)
    readonly property real captionText: Math.ceil(smallestCapital / sansCapital * unit * textScale)
    readonly property real bodyText: Math.ceil(Math.max(7.6, smallestCapital / Math.min(sansCapital, serifCapital)) * unit * textScale)
    readonly property real leadText: Math.round(9 * unit * textScale)
    readonly property real titleText: Math.round(12 * unit * textScale)
    readonly property real headingText: Math.round(21 * unit * Math.sqrt(textScale))
    readonly property real displayText: Math.round(30 * unit)
    readonly property real lineHeight: 1.5
    readonly property real paragraphSpace: 0.75 // em: from paragraph to paragraph one and a half times as far as from line to line
    readonly property real labelWidth: Math.ceil(bodyText * (typography ? typography.lineEms : 24))
    readonly property real pictureShare: Math.max(0.33, 0.45 - 0.12 * (textScale - 1)) // of the stage's width: the larger the text, the more the picture gives way
}
