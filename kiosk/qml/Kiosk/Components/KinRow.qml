pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

// Below a label: the way to more works of its creator and of its themes; where two works hang, first closer to this one.
Flow {
    id: root

    required property list<var> kin // {kind, name, works}
    property string closer: "" // the work that a button leads closer to; empty: none does

    property bool single: false // what has no room in one row is left out
    readonly property real thick: Math.max(Theme.smallControl, Math.min(Math.ceil(Theme.lineHeight * Theme.bodyText), Theme.control))
    readonly property real before: closer !== "" ? thick + spacing : 0
    readonly property int fitting: {
        let room = width - before;
        for (let place = 0; place < chips.count; ++place) {
            room -= (chips.itemAt(place)?.implicitWidth ?? 0) + (place > 0 ? spacing : 0);
            if (room < 0)
                return place;
        }
        return kin.length;
    }

    signal chosen(int place)
    signal closerAsked

    // What the row begins with.
    function start(): Item {
        return (closerLoader.item ?? chips.itemAt(0)) as Item;
    }

    spacing: Theme.chipGap
    visible: kin.length > 0 || closer !== ""

    Loader {
        id: closerLoader

        active: root.closer !== ""
        visible: active

        sourceComponent: IconButton {
            readonly property bool small: true // the bar below has the same, for the first of the two works

            height: root.thick
            icon: "closer"
            name: qsTr("Look closer at %1").arg(root.closer)
            width: root.thick

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
            visible: !root.single || index < root.fitting
            wraps: !root.single
            widest: root.single ? Infinity : root.width - root.before - 3 * Theme.gap - Theme.smallControl // whole, or left out

            onTriggered: root.chosen(index)
        }
    }
}
