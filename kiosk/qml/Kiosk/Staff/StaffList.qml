pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// Rows of all kinds, one below the other.
ListView {
    id: root

    required property StaffRows rows
    property real wordsInset: 0 // of rows that are words only

    signal triggered(act: string, arg: string)

    boundsBehavior: Flickable.DragOverBounds
    cacheBuffer: 2 * Math.max(0, height)
    clip: true
    keyNavigationEnabled: false // arrows lead over all that is there, by Compass
    model: root.rows

    delegate: Loader {
        id: place

        required property string kind
        required property var row

        sourceComponent: kind === "fact" ? fact : kind === "work" ? work : kind === "choices" ? choices : kind === "button" ? button : kind === "entry" ? entry : kind === "log" ? log : words
        width: ListView.view.width

        Component {
            id: fact

            FactRow {
                row: place.row
            }
        }

        Component {
            id: work

            WorkRow {
                row: place.row

                onTriggered: (act, arg) => root.triggered(act, arg)
            }
        }

        Component {
            id: entry

            EntryRow {
                row: place.row

                onTriggered: (act, arg) => root.triggered(act, arg)
            }
        }

        Component {
            id: log

            LogRow {
                row: place.row
            }
        }

        Component {
            id: choices

            ChoicesRow {
                row: place.row

                onTriggered: (act, arg) => root.triggered(act, arg)
            }
        }

        Component {
            id: button

            Item {
                implicitHeight: press.height + Theme.gap

                WordButton {
                    id: press

                    anchors.left: parent.left
                    framed: true
                    name: place.row.name

                    onTriggered: root.triggered(place.row.act, "")
                }
            }
        }

        Component {
            id: words

            WordsRow {
                inset: root.wordsInset
                kind: place.kind
                row: place.row
            }
        }
    }
}
