"""The two ways to use a kiosk: fingers, and the five keys of a keypad. A walk is the same for both but for these."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from tests.e2e.hand import until
from tests.e2e.walks.whole.compass import lead, ways_of
from tests.e2e.walks.whole.eyes import arabic, focus, inside, kind_of, place_of, ringed, scroller_in, work_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem

    from tests.e2e.hand import Hand, Wait

Key = Qt.Key
MOST = 60
"""More presses than any text needs to be read to its end."""


class Means(ABC):
    """What a visitor uses the kiosk with."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand

    @abstractmethod
    def come(self) -> Iterator[Wait]:
        """Into the visit, from the loop."""

    @abstractmethod
    def use(self, control: QQuickItem) -> Iterator[Wait]:
        """Press a control."""

    @abstractmethod
    def turn(self, by: int) -> Iterator[Wait]:
        """To the next page (1) or the one before (-1), without a button."""

    @abstractmethod
    def read(self, label: QQuickItem) -> Iterator[Wait]:
        """Scroll a long text to its end."""

    @abstractmethod
    def shut(self) -> Iterator[Wait]:
        """Close what lies over the screen, without its button."""

    @abstractmethod
    def enlarge(self) -> Iterator[Wait]:
        """Closer to the work on the stage, and a part of it, without a button."""

    @abstractmethod
    def go_along(self, across: float, down: float) -> Iterator[Wait]:
        """To a part of the picture that is looked at, in 0..1, without a button."""

    @abstractmethod
    def pick(self, work: int) -> Iterator[Wait]:
        """A work of the filmstrip, along which it may be."""

    @abstractmethod
    def jump(self, strip: QQuickItem, mark: int) -> Iterator[Wait]:
        """To a mark of the strip beside the wall."""


def in_strip(hand: Hand, strip: QQuickItem) -> list[QQuickItem]:
    """The works of the filmstrip that are wholly seen."""
    return [each for each in inside(hand, "Thumbnail", strip) if place_of(strip).contains(place_of(each))]


class Fingers(Means):
    """Touch alone."""

    def come(self) -> Iterator[Wait]:
        yield from self.hand.tap(QPoint(300, 200))

    def use(self, control: QQuickItem) -> Iterator[Wait]:
        window, place = self.hand.window.contentItem(), place_of(control)
        assert window.contains(place.center()), f"{kind_of(control)} is out of sight: {place}"
        yield from self.hand.tap(control)

    def turn(self, by: int) -> Iterator[Wait]:
        way = QPoint((1 if arabic(self.hand) else -1) * by * 500, 0)
        start = self.hand.place(self.hand.item("StagePage"), 0.25 if way.x() > 0 else 0.75, 0.5)
        yield from self.hand.drag(start, way)
        yield from self.hand.lift(start + way)

    def read(self, label: QQuickItem) -> Iterator[Wait]:
        """A finger drags it, and then its cue is enough."""
        hand, view = self.hand, scroller_in(label)
        before = view.property("contentY")
        start = hand.place(label, 0.5, 0.7)
        yield from hand.drag(start, QPoint(0, -120))
        yield from hand.lift(start + QPoint(0, -120))
        yield until("the text follows the finger", lambda: view.property("contentY") > before + 80)
        yield from hand.still(view, "contentY")
        for _ in range(MOST):
            cues = inside(hand, "ScrollCue", label, more=True, before=False)
            if not cues:
                return
            before = view.property("contentY")
            yield from hand.tap(hand.place(cues[0]))
            yield until("the cue leads on", lambda before=before: view.property("contentY") > before)  # type: ignore[misc]
            yield from hand.still(view, "contentY")

    def shut(self) -> Iterator[Wait]:
        yield from self.hand.tap(QPoint(20, 380))

    def enlarge(self) -> Iterator[Wait]:
        picture = self.hand.item("Picture")
        for _ in range(2):
            for act in ("press", "release"):  # without a pause, however busy the machine is
                self.hand.touch((0, self.hand.place(picture, 0.18, 0.3)), act=act)
        yield from self.hand.frame()

    def go_along(self, across: float, down: float) -> Iterator[Wait]:
        plan = self.hand.item("CloserMap")
        (image,) = [each for each in self.hand.everything() if each.inherits("QQuickImage") and plan.isAncestorOf(each)]
        yield from self.hand.tap(self.hand.place(image, across, down))

    def pick(self, work: int) -> Iterator[Wait]:
        hand, strip = self.hand, self.hand.item("Filmstrip")
        for _ in range(MOST):
            there = [each for each in in_strip(hand, strip) if work_of(each) == work]
            if there:
                yield from hand.tap(there[0])
                return
            ahead = work > max(map(work_of, in_strip(hand, strip)))
            way = QPoint(200 if ahead is arabic(hand) else -200, 0)
            yield from hand.drag(hand.place(strip) - way / 2, way)
            yield from hand.lift(hand.place(strip) + way / 2)
            yield from hand.still(scroller_in(strip), "contentX")
        raise AssertionError(f"work {work} is not in the strip")

    def jump(self, strip: QQuickItem, mark: int) -> Iterator[Wait]:
        yield from self.hand.tap(self.hand.place(strip, 0.5, (mark + 0.5) * strip.property("step") / strip.height()))


class FiveKeys(Means):
    """Four arrows, Enter and Back, and nothing else."""

    def come(self) -> Iterator[Wait]:
        yield from self.hand.key(Key.Key_Return)

    def use(self, control: QQuickItem) -> Iterator[Wait]:
        yield from lead(self.hand, control)
        yield from self.hand.key(Key.Key_Return)
        yield until("keys are somewhere, and are seen there", self.seen)

    def seen(self) -> bool:
        """Whether a ring tells where keys are; in the loop they are nowhere."""
        return bool(self.hand.items("AttractView")) or ringed(self.hand, focus(self.hand))

    def turn(self, by: int) -> Iterator[Wait]:
        yield from self.to_the_work()
        yield from self.hand.key(Key.Key_Right if (by > 0) is not arabic(self.hand) else Key.Key_Left)

    def to_the_work(self) -> Iterator[Wait]:
        """Back leads to the work from wherever it is, and no further."""
        if kind_of(focus(self.hand)) != "WorkSpot":
            yield from self.hand.key(Key.Key_Back)
        yield until("the work has the focus", lambda: kind_of(focus(self.hand)) == "WorkSpot")

    def read(self, label: QQuickItem) -> Iterator[Wait]:
        view = scroller_in(label)
        if label.activeFocusOnTab() and not self.hand.items("AboutCard"):
            yield from lead(self.hand, label)
        for _ in range(MOST):
            if view.property("atYEnd"):
                return
            before = view.property("contentY")
            yield from self.hand.key(Key.Key_Down)
            yield until("the key scrolls it", lambda before=before: view.property("contentY") > before)  # type: ignore[misc]
            yield from self.hand.still(view, "contentY")

    def shut(self) -> Iterator[Wait]:
        yield from self.hand.key(Key.Key_Back)

    def enlarge(self) -> Iterator[Wait]:
        yield from self.to_the_work()
        for _ in range(3):
            yield until("a ring is around the work", lambda: ringed(self.hand, focus(self.hand)))
            yield from self.hand.key(Key.Key_Return)
            yield self.hand.at_rest("CloserView")

    def go_along(self, across: float, down: float) -> Iterator[Wait]:
        yield from self.to_the_work()
        yield from ways_of(self.hand, across, down)

    def pick(self, work: int) -> Iterator[Wait]:
        hand = self.hand
        for _ in range(MOST):
            near = min(in_strip(hand, hand.item("Filmstrip")), key=lambda each: abs(work_of(each) - work))
            there = work_of(near)
            yield from self.use(near)
            if there == work:
                return
            yield hand.at_rest("StageView")
            yield from hand.still(scroller_in(hand.item("Filmstrip")), "contentX")
        raise AssertionError(f"work {work} is not in the strip")

    def jump(self, strip: QQuickItem, mark: int) -> Iterator[Wait]:
        yield from lead(self.hand, strip)
        for _ in range(mark - strip.property("current")):
            yield from self.hand.key(Key.Key_Down)
            yield self.hand.at_rest("WallView")
