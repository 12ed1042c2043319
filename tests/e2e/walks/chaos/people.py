"""What strangers do to a screen: each act is a generator of waits, chosen and aimed by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent

from tests.e2e.hand import Hand, Wait, soon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from PySide6.QtQuick import QQuickItem

FINGERS = 10
CONTROLS = (
    "IconButton",
    "Chip",
    "WordButton",
    "Choice",
    "SwitchRow",
    "Slider",
    "Thumbnail",
    "CloserPoint",
    "AnswerButton",
    "Key",
    "JumpStrip",
    "AboutButton",
    "Filmstrip",
    "CloserMap",
    "Label",
    "StageWork",
    "SearchField",
)
"""What strangers aim at."""
KEYS = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return) * 4,
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Backspace) * 2,
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_F3, Qt.Key.Key_Shift, Qt.Key.Key_Menu, Qt.Key.Key_Q),
)
SIZES = ((1280, 720), (720, 1280), (1366, 768), (1920, 1080), (1080, 1920), (1024, 600), (3840, 2160))
WRITTEN = ("work", "maker 3", "9" * 44, "작품", "  ", "عمل", "x\t", "\\", "Œuvre")


class Stranger:
    """One who has a hand and no patience."""

    def __init__(self, hand: Hand, chance: Random, *, resizes: bool) -> None:
        self.hand = hand
        self.chance = chance
        self.acts: dict[Callable[[], Iterator[Wait]], int] = {
            self.tap: 14,
            self.tap_twice: 4,
            self.drum: 2,
            self.swipe: 6,
            self.hesitate: 3,
            self.pinch: 5,
            self.palm: 1,
            self.slide_and_pinch: 2,
            self.scroll: 2,
            self.press_keys: 6,
            self.write: 2,
            self.choose: 8,
            self.wait_a_little: 3,
            self.wait_for_the_question: 4,
            self.go_away: 1,
            self.settle_down: 2,
            self.escape: 2,
        }
        if resizes:
            self.acts[self.turn_the_screen] = 2

    def pick(self) -> Callable[[], Iterator[Wait]]:
        """Something to do next."""
        return self.chance.choices(list(self.acts), list(self.acts.values()))[0]

    def somewhere(self) -> QPoint:
        """A point of the screen; rather one of what can be touched."""
        size = self.hand.window.size()
        if self.chance.random() < 0.75:
            found = [item for kind in CONTROLS for item in self.hand.items(kind)]
            kinds = sorted({item.metaObject().className() for item in found})
            if kinds:
                kind = self.chance.choice(kinds)
                item = self.chance.choice([each for each in found if each.metaObject().className() == kind])
                place = self.hand.place(item, self.chance.random(), self.chance.random())
                if 0 <= place.x() < size.width() and 0 <= place.y() < size.height():
                    return place
        return QPoint(self.chance.randrange(size.width()), self.chance.randrange(size.height()))

    def way(self, most: float = 0.6) -> QPoint:
        """A way across the screen, at any angle."""
        size = self.hand.window.size()
        return QPoint(
            round(self.chance.uniform(-most, most) * size.width()),
            round(self.chance.choice((0, 0, self.chance.uniform(-most, most))) * size.height()),
        )

    def pace(self) -> Iterator[Wait]:
        """Between two moves: at once, or after a frame or a few."""
        yield soon()
        for _ in range(self.chance.choice((0, 0, 0, 1, 2))):
            yield from self.hand.frame()

    def tap(self) -> Iterator[Wait]:
        yield from self.hand.tap(self.somewhere())

    def tap_twice(self) -> Iterator[Wait]:
        place = self.somewhere()
        for _ in range(self.chance.choice((2, 2, 3, 5))):
            yield from self.hand.tap(place)
            yield from self.pace()

    def drum(self) -> Iterator[Wait]:
        """Ten fingers, each on its own."""
        down: dict[int, QPoint] = {}
        for _ in range(self.chance.randrange(20, 80)):
            finger = self.chance.randrange(FINGERS)
            if finger in down and self.chance.random() < 0.6:
                self.hand.touch((finger, down.pop(finger)), act="release")
            elif finger in down:
                down[finger] += self.way(0.1)
                self.hand.touch((finger, down[finger]), act="move")
            else:
                down[finger] = self.somewhere()
                self.hand.touch((finger, down[finger]), act="press")
            if self.chance.random() < 0.3:
                yield from self.pace()
        for finger, place in down.items():
            self.hand.touch((finger, place), act="release")
            yield soon()

    def swipe(self) -> Iterator[Wait]:
        start, way = self.somewhere(), self.way()
        for _ in range(self.chance.choice((1, 1, 3))):
            yield from self.hand.drag(start, way, self.chance.choice((3, 8, 20)))
            yield from self.pace()
            yield from self.hand.lift(start + way)

    def hesitate(self) -> Iterator[Wait]:
        """There, and back again."""
        start, way = self.somewhere(), self.way(0.4)
        yield from self.hand.drag(start, way)
        yield from self.hand.frame()
        for step in range(12, -1, -1):
            self.hand.touch((0, start + way * step / 12), act="move")
            yield soon()
        yield from self.pace()
        yield from self.hand.lift(start)

    def pinch(self) -> Iterator[Wait]:
        middle = self.somewhere()
        ways = self.way(0.2), self.way(0.2)
        self.hand.touch((0, middle - ways[0]), (1, middle + ways[0]), act="press")
        yield from self.pace()
        for step in range(1, 9):
            way = ways[0] + (ways[1] - ways[0]) * step / 8
            self.hand.touch((0, middle - way), (1, middle + way), act="move")
            yield from self.pace()
        if self.chance.random() < 0.5:
            self.hand.touch((0, middle - ways[1]), (1, middle + ways[1]), act="release")
        else:
            self.hand.touch((0, middle - ways[1]), act="release")
            yield from self.pace()
            self.hand.touch((1, middle + ways[1]), act="release")
        yield soon()

    def palm(self) -> Iterator[Wait]:
        """Five points at once that hardly move, and stay for a while."""
        middle = self.somewhere()
        points = [(finger, middle + QPoint(30 * finger, 20 * (finger % 3))) for finger in range(5)]
        self.hand.touch(*points, act="press")
        for _ in range(4):
            yield from self.hand.frame()
            points = [(finger, place + QPoint(1, 0)) for finger, place in points]
            self.hand.touch(*points, act="move")
        if self.chance.random() < 0.4:
            self.hand.pass_time(self.chance.choice((20, 90, 130)))
            yield soon()
        self.hand.touch(*points, act="release")
        yield soon()

    def slide_and_pinch(self) -> Iterator[Wait]:
        """One finger on a slider, or wherever, while two others pinch; one taps besides."""
        sliders = self.hand.items("Slider")
        place = self.hand.place(sliders[0], 0.5, self.chance.random()) if sliders else self.somewhere()
        self.hand.touch((5, place), act="press")
        yield soon()
        middle = self.somewhere()
        self.hand.touch((0, middle - QPoint(60, 0)), (1, middle + QPoint(60, 0)), act="press")
        for step in range(8):
            self.hand.touch((5, place + QPoint(0, 12) * step), act="move")
            half = QPoint(60 + 15 * step, 5)
            self.hand.touch((0, middle - half), (1, middle + half), act="move")
            yield from self.pace()
        there = self.somewhere()
        self.hand.touch((7, there), act="press")
        self.hand.touch((7, there), act="release")
        for finger in self.chance.sample((0, 1, 5), 3):
            self.hand.touch((finger, place), act="release")
            yield from self.pace()

    def scroll(self) -> Iterator[Wait]:
        """The wheel, or a touchpad."""
        for _ in range(self.chance.randrange(1, 6)):
            place, far = QPointF(self.somewhere()), QPoint(0, self.chance.choice((-120, 120, 360, -360)))
            none, still = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
            wheel = QWheelEvent(place, place, QPoint(), far, none, still, Qt.ScrollPhase.NoScrollPhase, False)
            QGuiApplication.sendEvent(self.hand.window, wheel)
            yield from self.pace()

    def press_keys(self) -> Iterator[Wait]:
        for _ in range(self.chance.randrange(1, 12)):
            yield from self.hand.key(self.chance.choice(KEYS))
            yield from self.pace()

    def escape(self) -> Iterator[Wait]:
        """Back, wherever that leads; out of a window it would end the program."""
        if self.hand.items("CloserView") or self.hand.items("WallView") or not self.hand.items("StageView"):
            yield from self.hand.key(Qt.Key.Key_Back)

    def write(self) -> Iterator[Wait]:
        """On a keyboard that is connected."""
        yield from self.hand.write(self.chance.choice(WRITTEN))
        for _ in range(self.chance.randrange(4)):
            yield from self.hand.key(Qt.Key.Key_Backspace)

    def choose(self) -> Iterator[Wait]:
        """One of the buttons that change much."""
        icons = (
            "language",
            "comfort",
            "wall",
            "closer",
            "search",
            "next",
            "previous",
            "plus",
            "speech",
            "pause",
            "play",
        )
        for _ in range(self.chance.randrange(1, 4)):
            found = [item for icon in icons for item in self.hand.items("IconButton", icon=icon)]
            found += [item for kind in ("AboutButton", "Choice", "SwitchRow") for item in self.hand.items(kind)]
            if found:
                yield from self.hand.tap(self.chance.choice(found))
            yield from self.pace()

    def wait_a_little(self) -> Iterator[Wait]:
        self.hand.pass_time(self.chance.choice((3, 13, 46, 60)))
        yield from self.pace()

    def wait_for_the_question(self) -> Iterator[Wait]:
        """And at the last moment answer, or not quite."""
        self.hand.pass_time(76)
        yield from self.hand.frame()
        left = self.chance.choice((0.0, 29.0, 29.9, 30.1))
        self.hand.pass_time(left)
        yield from self.pace()
        buttons = self.hand.items("AnswerButton")
        place = self.hand.place(self.chance.choice(buttons)) if buttons and self.chance.random() < 0.5 else None
        for _ in range(self.chance.choice((1, 2, 2))):
            yield from self.hand.tap(place or self.somewhere())

    def go_away(self) -> Iterator[Wait]:
        self.hand.pass_time(76)
        yield from self.pace()
        self.hand.pass_time(300)
        yield from self.pace()

    def settle_down(self) -> Iterator[Wait]:
        for _ in range(30):
            yield from self.hand.frame()

    def turn_the_screen(self) -> Iterator[Wait]:
        """From landscape to portrait, to a larger one, in the middle of anything."""
        width, height = self.chance.choice(SIZES)
        self.hand.window.resize(width, height)
        yield from self.pace()


def seen(item: QQuickItem) -> bool:
    """Whether nothing that an item lies in is faded out."""
    shown, above = 1.0, item
    while above is not None:
        shown, above = shown * above.opacity(), above.parentItem()
    return shown > 0.05
