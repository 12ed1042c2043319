import QtQuick
import Kiosk.Theme

// The place of the work on its screen, for keys and screen readers: a picture takes no focus itself.
Item {
    id: root

    required property string name
    required property string words // of its label
    property string news: name // what is told when another work takes this place
    property bool telling: false
    property bool moving: false // the ring waits until the work has come to rest
    property bool inside: false // the ring lies on the picture, which may fill the screen

    signal triggered

    Accessible.description: root.words
    Accessible.focusable: true
    Accessible.name: root.name
    Accessible.role: Accessible.Graphic
    activeFocusOnTab: true

    Accessible.onPressAction: {
        Focus.asked();
        root.triggered();
    }
    onNewsChanged: {
        if (root.telling)
            Accessible.announce(root.news, Accessible.Polite);
    }

    FocusRing {
        control: root
        opacity: root.moving ? 0 : 1
        over: root.inside
        radius: 0
        within: root.inside ? line + 2 * gap : 0
    }
}
