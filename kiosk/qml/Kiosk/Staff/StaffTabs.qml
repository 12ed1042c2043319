pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The pages, by name: all of them are seen at once, on a low screen by being as low as a finger allows.
Flickable {
    id: root

    required property StaffPanel panel
    readonly property real lowest: Math.max(Theme.leastTouch, Math.ceil(1.2 * Theme.bodyText))

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
                readonly property bool small: true // gives way where the screen is low

                chosen: index === root.panel.page
                height: Math.max(root.lowest, Math.min(Theme.control, Math.floor(root.height / root.panel.pages.length)))
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
