pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The pages, by name.
Flickable {
    id: root

    required property StaffPanel panel

    boundsBehavior: Flickable.DragOverBounds
    clip: interactive
    contentHeight: column.height
    flickableDirection: Flickable.VerticalFlick
    implicitWidth: Math.max(2 * Theme.control, widest.width + 2 * Theme.gap)
    interactive: contentHeight > height

    // The widest name sets the width of all.
    Column {
        id: widest

        visible: false

        Repeater {
            model: root.panel.pages

            Text {
                required property string modelData

                font.family: Theme.sans
                font.pixelSize: Theme.bodyText
                text: modelData
                textFormat: Text.PlainText
            }
        }
    }

    Column {
        id: column

        width: root.width

        Repeater {
            model: root.panel.pages

            Choice {
                id: tab

                required property int index
                required property string modelData

                chosen: index === root.panel.page
                name: modelData
                width: column.width

                onTriggered: root.panel.turnTo(index)

                Text {
                    color: tab.ink
                    font.family: Theme.sans
                    font.pixelSize: Theme.bodyText
                    horizontalAlignment: Text.AlignLeft
                    text: tab.modelData
                    textFormat: Text.PlainText

                    anchors {
                        left: parent.left
                        leftMargin: Theme.gap
                        right: parent.right
                        verticalCenter: parent.verticalCenter
                    }
                }
            }
        }
    }
}
