pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

// Below a label: the way to more works of its creator and of its themes; where two works hang, first closer to this one.
Flow {
    id: root

    required property list<var> kin // {kind, name, works}
    property string closer: "" // the work that a button leads closer to; empty: none does

    signal chosen(int place)
    signal closerAsked

    // What the row begins with.
    function start(): Item {
        return (closerLoader.item ?? chips.itemAt(0)) as Item;
    }

    spacing: Theme.smallGap
    visible: kin.length > 0 || closer !== ""

    Loader {
        id: closerLoader

        active: root.closer !== ""
        visible: active

        sourceComponent: IconButton {
            height: Theme.smallControl
            icon: "closer"
            name: qsTr("Look closer at %1").arg(root.closer)
            width: Theme.smallControl

            onTriggered: root.closerAsked()
        }
    }

    Repeater {
        id: chips

        model: root.kin

        Chip {
            required property int index
            required property var modelData

            chosen: false
            count: modelData.works
            name: modelData.kind === "creator" ? qsTr("Same creator") : modelData.name
            small: true
            widest: root.width - 3 * Theme.gap - Theme.smallControl

            onTriggered: root.chosen(index)
        }
    }
}
