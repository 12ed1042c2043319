pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Bridge
import Kiosk.Components

// Where the works of the page hang, for keys and screen readers. The one that has the focus is the page's subject.
Item {
    id: root

    required property Slideshow slideshow
    required property Slides slides
    readonly property Slide slide: slideshow.current
    readonly property WorkSpot at: slide.paired && slideshow.subject === slide.second ? second : first

    signal closerAsked(int work)

    // From the first of two works to the second (1) or back (-1), along the line or down; whether it is there.
    // Up leads over what is between them, which is reached in no other way.
    function beside(by: int, down: bool): bool {
        const from = by > 0 ? first : second;
        if (!root.slide.paired || root.slides.portrait !== down || root.at !== from)
            return false;
        const to = by > 0 ? second : first;
        (down && by < 0 ? root.slides.current.between() ?? to : to).forceActiveFocus(Qt.OtherFocusReason);
        return true;
    }

    // The focus stays on the subject when a page turns.
    onAtChanged: {
        if (first.activeFocus || second.activeFocus)
            at.forceActiveFocus(Qt.OtherFocusReason);
    }

    WorkSpot {
        id: first

        readonly property HungWork work: root.slide
        readonly property rect place: root.slides.current?.workRect ?? Qt.rect(0, 0, 0, 0)

        height: place.height
        moving: root.slides.moving
        name: work.name
        news: root.slide.paired ? qsTr("%1. Beside it: %2", "two works").arg(name).arg(second.name) : name
        telling: root.enabled && root.visible
        width: place.width
        words: work.label.map(line => line.words).join("\n")
        x: place.x
        y: place.y

        onActiveFocusChanged: {
            if (activeFocus)
                root.slideshow.attend(work.work);
        }
        onTriggered: root.closerAsked(work.work)
    }

    WorkSpot {
        id: second

        readonly property HungWork work: root.slide.second
        readonly property rect place: root.slides.current?.secondRect ?? Qt.rect(0, 0, 0, 0)

        height: place.height
        moving: root.slides.moving
        name: work.name
        visible: root.slide.paired
        width: place.width
        words: work.label.map(line => line.words).join("\n")
        x: place.x
        y: place.y

        onActiveFocusChanged: {
            if (activeFocus)
                root.slideshow.attend(work.work);
        }
        onTriggered: root.closerAsked(work.work)
    }
}
