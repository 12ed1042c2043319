"""A visitor's hand and eyes inside the program, and a clock that can be put on."""

from __future__ import annotations

import os
import re
import signal
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import isValid

from kiosk.bridge.soaking.fingers import Fingers
from tests.exhibitions import colour_of

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from weakref import ref

    from kiosk.bridge.gallery import Gallery

Colour = tuple[int, int, int]

_DIRECTION = re.compile("[\u200e\u200f\u2066-\u2069]")
VIEWS = ("AttractView", "StageView", "WallView", "CloserView")
STILL_FRAMES = 6
LIKENESS = 40
"""The most that a pixel's red, green and blue may differ in sum from a colour that it shows."""


class Clock:
    """The monotonic clock, put on at will."""

    def __init__(self) -> None:
        self.ahead = 0.0
        self.stopped_at: float | None = None

    def __call__(self) -> float:
        return (time.monotonic() if self.stopped_at is None else self.stopped_at) + self.ahead

    def stop(self) -> None:
        """Let time pass by `ahead` alone, for what has to be as fast on a busy machine."""
        self.stopped_at = time.monotonic()

    def go_on(self) -> None:
        """Let time pass by itself again."""
        self.stopped_at = None


@dataclass(frozen=True)
class Wait:
    """Something to wait for: in words, and whether it holds now."""

    what: str
    holds: Callable[[], bool]


def until(what: str, holds: Callable[[], bool]) -> Wait:
    """For a walk to yield: it goes on when `holds` does."""
    return Wait(what, holds)


def soon() -> Wait:
    """For a walk to yield: it goes on when the program has handled what has happened so far."""
    return Wait("the next turn of the event loop", lambda: True)


def same(got: object, wanted: object) -> None:
    """Raises AssertionError with both, if they differ."""
    if got != wanted:
        raise AssertionError(f"it is {got!r} and not {wanted!r}")


class Hand(Fingers):
    """Touches the program's window with fingers and keys, and looks at it."""

    gallery: Gallery
    desk: Any  # of the show, or of the card that we are back soon

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.galleries: list[ref[Gallery]] = []

    def find_window(self) -> bool:
        """Whether the program's window is on the screen; it is `window` from now on."""
        shown = [each for each in QGuiApplication.topLevelWindows() if each.isVisible() and each.isExposed()]
        if shown:
            (window,) = shown
            assert isinstance(window, QQuickWindow)
            self.window = window
        return bool(shown)

    # What is there

    def items(self, kind: str, **told: Any) -> list[QQuickItem]:
        """The visible items of a QML type whose properties are as told, those drawn first first."""
        return [
            item
            for item in _below(self.window.contentItem())
            if item.metaObject().className().startswith(f"{kind}_QMLTYPE_")
            and all(item.property(name) == value for name, value in told.items())
        ]

    def everything(self) -> list[QQuickItem]:
        """All that can be seen, drawn first first."""
        return list(_below(self.window.contentItem()))

    def item(self, kind: str, **told: Any) -> QQuickItem:
        """The one visible item of a QML type whose properties are as told."""
        found = self.items(kind, **told)
        assert len(found) == 1, f"{len(found)} visible items are {kind} {told}"
        return found[0]

    def place(self, item: QQuickItem, across: float = 0.5, down: float = 0.5) -> QPoint:
        """A point of the window, inside an item: its middle unless told otherwise."""
        return item.mapToScene(QPointF(item.width() * across, item.height() * down)).toPoint()

    def says(self, words: str) -> bool:
        """Whether these words stand somewhere on the screen."""
        return bool(self.texts(words))

    def texts(self, words: str) -> list[QQuickItem]:
        """The visible pieces of text that say these words; signs that only steer them do not count."""
        return [
            item
            for item in _below(self.window.contentItem())
            if item.inherits("QQuickText") and _said(item.property("text")) == _said(words)
        ]

    def at_rest(self, view: str) -> Wait:
        """For a walk to yield: one view alone is shown and drawn, nothing in it moves, waits or is to be loaded."""
        drawn = self._drawn_since()
        next(drawn)
        return until(f"{view} is at rest", lambda: drawn.send(self._rests(view)))

    def _drawn_since(self) -> Generator[bool, bool, None]:
        """Whether a frame has been drawn, and with it all laid out, since what is sent is true."""
        frames: list[None] = []
        rests = yield False
        while True:
            while not rests:
                rests = yield False
            frames.clear()
            window = self.window
            connection = window.afterAnimating.connect(lambda: frames.append(None))
            while rests and not frames:
                window.update()
                rests = yield False
            window.disconnect(connection)
            if rests:
                rests = yield True

    def _rests(self, view: str) -> bool:
        shown = [(each, item.opacity()) for each in VIEWS for item in self.items(each)]
        return shown == [(view, 1.0)] and self.window.property("settled") and not self._awaits()

    def _awaits(self) -> bool:
        return self.gallery.waiting_for_pictures or self.gallery.changes.waiting

    # What it looks like

    def look(self) -> QImage:
        """The window's pixels."""
        image = self.window.grabWindow()
        assert not image.isNull()
        return image

    def share(self, item: QQuickItem, colour: Colour, image: QImage | None = None) -> float:
        """How much of an item's place shows a colour, 0..1, by a grid of points."""
        image = image or self.look()
        points = [self.place(item, (x + 0.5) / 48, (y + 0.5) / 24) for x in range(48) for y in range(24)]
        inside = [image.pixelColor(point) for point in points if image.rect().contains(point)]
        return sum(alike(pixel.getRgb()[:3], colour) for pixel in inside) / max(1, len(inside))

    def shows(self, item: QQuickItem, picture: int, image: QImage | None = None) -> bool:
        """Whether an item's place shows a picture of `tests.exhibitions`: its colour and its number in white."""
        image = image or self.look()
        return self.share(item, colour_of(picture), image) > 0.5 and self.share(item, (255, 255, 255), image) > 0.01

    # What a finger does

    def tap(self, target: QQuickItem | QPoint) -> Iterator[Wait]:
        """One finger, down and up."""
        place = target if isinstance(target, QPoint) else self.place(target)
        self.touch((0, place), act="press")
        yield soon()
        self.touch((0, place), act="release")
        yield soon()

    def drag(self, start: QPoint, way: QPoint, steps: int = 12) -> Iterator[Wait]:
        """One finger, down and along; it stays down."""
        self.touch((0, start), act="press")
        yield soon()
        for step in range(1, steps + 1):
            self.touch((0, start + way * step / steps), act="move")
            yield soon()

    def slide(self, start: QPoint, by: int) -> Iterator[Wait]:
        """The finger moves to `by` pixels beside where it came down, and a frame shows what that does."""
        self.touch((0, start + QPoint(by, 0)), act="move")
        yield from self.frame()

    def frame(self) -> Iterator[Wait]:
        """The window is drawn; until then moves of a finger wait."""
        drawn: list[None] = []

        def twice() -> bool:
            self.window.update()
            return len(drawn) > 1

        connection = self.window.afterAnimating.connect(lambda: drawn.append(None))
        yield until("a frame is drawn", twice)
        self.window.disconnect(connection)

    def lift(self, place: QPoint) -> Iterator[Wait]:
        """The finger goes up."""
        self.touch((0, place), act="release")
        yield soon()

    def key(self, key: Qt.Key, helper: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Iterator[Wait]:
        """A key, down and up. `press` alone is for one with which the program may end."""
        self.press(key, helper)
        yield soon()

    def write(self, text: str) -> Iterator[Wait]:
        """Keys that write, one after another."""
        for sign in text:
            self.type(sign)
            yield soon()

    def still(self, item: QQuickItem, name: str) -> Iterator[Wait]:
        """A property of an item has not changed for some frames."""
        seen: list[Any] = []
        while len(seen) < STILL_FRAMES or len(set(seen[-STILL_FRAMES:])) > 1:
            yield from self.frame()
            seen.append(item.property(name))

    # Time, and the end

    def pass_time(self, seconds: float) -> None:
        """Let so much time pass at once for the visit and the slideshow."""
        self.clock.ahead += seconds
        living = [gallery for each in self.galleries if (gallery := each()) and isValid(gallery)]
        for part in (part for gallery in living for part in (gallery.visit, gallery.slideshow)):
            for timer in part.findChildren(QTimer):
                if timer.isActive():
                    timer.start(max(0, timer.remainingTime() - round(1000 * seconds)))

    def ask_to_leave(self) -> None:
        """What the system does when it is shut down."""
        os.kill(os.getpid(), signal.SIGTERM)


def _said(words: str) -> str:
    return _DIRECTION.sub("", words).replace("\N{NO-BREAK SPACE}", " ")


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from _below(child)


def alike(one: Any, other: Any) -> bool:
    """Whether two colours, red, green and blue, are the same but for the rounding of blends and JPEG."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) < LIKENESS
