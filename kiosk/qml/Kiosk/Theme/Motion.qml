pragma Singleton
import QtQuick

// Durations in milliseconds and the one family of curves. Main binds `reduced` and `slide` to the running gallery.
QtObject {
    id: root

    property bool reduced: false
    property int slide: 900
    readonly property int press: 120
    readonly property int interfaceChange: reduced ? 160 : 280
    readonly property int glide: reduced ? 0 : 380
    readonly property int fade: reduced ? Math.min(300, slide) : slide
    readonly property int sharpen: 180
    readonly property int zoom: reduced ? 0 : 360
    readonly property int grow: reduced ? 0 : 400
    readonly property int attractFade: reduced ? 300 : 2200
    readonly property int calm: Easing.InOutCubic
    readonly property int settle: Easing.OutCubic
}
