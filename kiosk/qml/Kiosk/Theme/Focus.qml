pragma Singleton
import QtQuick

// Whether the control that has the focus is marked. Main binds it to whether the visitor works with keys.
QtObject {
    property bool marked: true
}
