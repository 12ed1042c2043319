pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// The exhibition's languages, each by its own name.
Sheet {
    id: root

    required property Gallery gallery
    readonly property real widest: Math.max(Theme.control * 4, measure.width + 2 * Theme.gap)

    name: qsTr("Language")

    // The widest name sets the width of all.
    Column {
        id: measure

        visible: false

        Repeater {
            model: root.gallery.languages

            Text {
                required property var modelData

                font.family: Theme.sans
                font.pixelSize: Theme.leadText
                text: modelData.words
                textFormat: Text.PlainText
            }
        }
    }

    Repeater {
        model: root.gallery.languages

        Choice {
            id: choice

            required property var modelData

            chosen: modelData.language === root.gallery.visit.language
            name: modelData.words
            width: Math.min(root.room, root.widest)

            onTriggered: {
                root.gallery.visit.speak(modelData.language);
                root.open = false;
            }

            Text {
                color: choice.ink
                elide: Text.ElideRight
                font.family: Theme.sans
                font.pixelSize: Theme.leadText
                horizontalAlignment: Text.AlignLeft
                text: choice.modelData.words
                textFormat: Text.PlainText

                anchors {
                    left: parent.left
                    leftMargin: Theme.gap
                    right: parent.right
                    rightMargin: Theme.gap
                    verticalCenter: parent.verticalCenter
                }
            }
        }
    }
}
