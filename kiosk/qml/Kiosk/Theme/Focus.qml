pragma Singleton
import QtQuick

// Whether the control that has the focus is marked: Main binds it to whether the visitor works with keys. And what a screen
// reader asks for, of which no event of the window tells.
QtObject {
    property bool marked: true

    signal asked
}
