pragma Singleton
import QtQuick

// Durations in milliseconds and the one family of curves. Main binds the first properties to the running gallery and window.
QtObject {
    id: root

    property bool reduced: false
    property int slide: 900
    property real tempo: 1 // seconds of the show in a second of the world
    property bool software: false // the processor draws: what is costly and stays as it is is drawn once, in a layer
    property real longestTap: 3 // seconds that a finger may stay on what it taps
    readonly property int press: 120 / tempo
    readonly property int interfaceChange: (reduced ? 160 : 280) / tempo
    readonly property int glide: reduced ? 0 : 380 / tempo
    readonly property int fade: (reduced ? Math.min(300, slide) : slide) / tempo
    readonly property int sharpen: 180 / tempo
    readonly property int zoom: reduced ? 0 : 360 / tempo
    readonly property int travel: reduced ? 0 : 480 / tempo // for each e-fold of the scale, or what looks as far
    readonly property int farthest: 1800 / tempo
    readonly property int grow: reduced ? 0 : 400 / tempo
    readonly property int attractFade: (reduced ? 300 : 2200) / tempo
    readonly property int attractRest: 300 / tempo // from the end of a picture's way to the next fade
    readonly property int drift: 2000 / tempo
    readonly property int rest: 3000 / tempo // what is only there for a mouse goes when that has rested so long
    readonly property int patience: 1500 // the longest that a screen waits for the picture it begins with
    readonly property int calm: Easing.InOutCubic
    readonly property int settle: Easing.OutCubic

    // A picture's way: a fifth to get going, a fifth to come to rest, even between.
    readonly property list<real> stroll: [0.067, 0, 0.133, 0.042, 0.2, 0.125, 0.4, 0.375, 0.6, 0.625, 0.8, 0.875, 0.867, 0.958, 0.933, 1, 1, 1]
}
