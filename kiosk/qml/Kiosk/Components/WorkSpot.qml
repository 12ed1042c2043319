import QtQuick

// The place of the work on its screen, for keys and screen readers: a picture takes no focus itself.
Item {
    id: root

    required property string name
    required property string words // of its label
    property real within: 0 // by how much the ring lies inside it

    signal triggered

    Accessible.description: root.words
    Accessible.focusable: true
    Accessible.name: root.name
    Accessible.role: Accessible.Graphic
    activeFocusOnTab: true

    Accessible.onPressAction: root.triggered()

    FocusRing {
        control: root
        radius: 0
        within: root.within
    }
}
