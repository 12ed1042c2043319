import QtQuick
import Kiosk.Bridge
import Kiosk.Components

// What there is to know of the picture: its label, its details, how large it really is.
Plate {
    id: root

    required property Closer closer

    IconButton {
        chosen: root.closer.guide.page === Guide.LABEL
        framed: false
        icon: "label"
        name: chosen ? qsTr("Hide the label") : qsTr("Show the label")

        onTriggered: root.closer.guide.toggleLabel()
    }

    IconButton {
        chosen: root.closer.guide.page === Guide.DETAILS
        framed: false
        icon: "details"
        name: chosen ? qsTr("Hide the details") : qsTr("Show the details")
        visible: root.closer.guide.details.length > 0

        onTriggered: root.closer.guide.toggleDetails()
    }

    IconButton {
        chosen: root.closer.sizes.lifeSize
        framed: false
        icon: "life-size"
        name: qsTr("Life size")
        visible: root.closer.sizes.lifeSizePossible

        onTriggered: root.closer.toggleLifeSize()
    }
}
