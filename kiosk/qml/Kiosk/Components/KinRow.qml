pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

// Below a label: the way to more works of its creator and of its themes.
Flow {
    id: root

    required property list<var> kin // {kind, name, works}

    signal chosen(int place)

    spacing: Theme.smallGap
    visible: kin.length > 0

    Repeater {
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
