import QtQuick
import Kiosk.Bridge
import Kiosk.Components
import Kiosk.Theme

// What a visitor reads beside the picture: its label, or one detail after the other.
Plate {
    id: root

    required property Gallery gallery
    required property real most // how tall it may be
    readonly property Guide guide: gallery.closer.guide
    readonly property bool keyCovers: true
    readonly property bool onDetails: guide.page === Guide.DETAILS
    readonly property var detail: onDetails && guide.current >= 0 ? guide.details[guide.current] : null
    readonly property real inset: Theme.gap - Theme.smallGap
    property var lines: [] // they stay while the panel leaves

    function tell(): void {
        if (root.guide.page === Guide.LABEL)
            root.lines = root.gallery.slideshow.subject.label;
        else if (root.detail)
            root.lines = [root.detail];
        else if (root.onDetails)
            root.lines = [
                {
                    role: "medium",
                    words: qsTr("Choose a number in the picture, or go from one to the next."),
                    rightToLeft: root.gallery.visit.rightToLeft,
                    upright: false
                }
            ];
        words.toTop();
    }

    Component.onCompleted: tell()
    onDetailChanged: tell()

    Connections {
        function onChanged(): void {
            root.tell();
        }

        target: root.guide
    }

    Connections {
        function onLanguageChanged(): void {
            root.tell();
        }

        target: root.gallery
    }

    Item {
        implicitHeight: words.height + footer.height + Theme.gap + 2 * root.inset
        implicitWidth: root.width - 2 * Theme.smallGap

        Label {
            id: words

            ground: Theme.raised
            height: Math.min(wanted, root.most - footer.height - Theme.gap - 2 * root.inset - 2 * Theme.smallGap)
            lines: root.lines

            onReadOn: pages => root.gallery.slideshow.subject.readOn(pages)

            anchors {
                left: parent.left
                margins: root.inset
                right: parent.right
                top: parent.top
            }
        }

        Item {
            id: footer

            height: Theme.control

            anchors {
                bottom: parent.bottom
                left: parent.left
                right: parent.right
            }

            Row {
                anchors.left: parent.left
                height: parent.height
                visible: root.guide.page !== Guide.LABEL

                IconButton {
                    framed: false
                    icon: "previous"
                    mirrored: root.gallery.visit.rightToLeft
                    name: qsTr("Previous detail")

                    onTriggered: root.guide.previous()
                }

                Text {
                    color: Theme.ink
                    font.family: Theme.sans
                    font.features: {
                        "tnum": 1
                    }
                    font.pixelSize: Theme.bodyText
                    height: Theme.control
                    horizontalAlignment: Text.AlignHCenter
                    text: root.guide.current >= 0 ? qsTr("%1 of %2", "detail of a picture").arg(root.guide.current + 1).arg(root.guide.details.length) : qsTr("%n detail(s)", "of a picture", root.guide.details.length)
                    textFormat: Text.PlainText
                    verticalAlignment: Text.AlignVCenter
                    width: Math.max(implicitWidth + Theme.gap, 1.2 * Theme.control)
                }

                IconButton {
                    framed: false
                    icon: "next"
                    mirrored: root.gallery.visit.rightToLeft
                    name: qsTr("Next detail")

                    onTriggered: root.guide.next()
                }
            }

            IconButton {
                anchors.right: parent.right
                framed: false
                icon: "close"
                name: root.onDetails ? qsTr("Hide the details") : qsTr("Hide the label")

                onTriggered: root.guide.close()
            }
        }
    }
}
