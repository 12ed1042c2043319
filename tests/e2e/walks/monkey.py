"""A monkey at the screen: fingers, mouse, keys, drops and menus in any order. The environment says which monkey.

`KIOSK_TEST_MONKEY` is `SEED EVENTS`; what became of memory goes to stdout where `KIOSK_TEST_FIGURES` is set.
"""

from __future__ import annotations

import os
from random import Random
from typing import TYPE_CHECKING

import psutil
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)

from tests.e2e.hand import Hand, Wait, same, soon, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ASKED, FIGURES = "KIOSK_TEST_MONKEY", "KIOSK_TEST_FIGURES"
FINGERS = 10
AT_A_TIME = 40
"""Events between two turns of the program's own loop."""
LOOKED_AFTER = 2_000
Key, Helper, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
HELPERS = (*[Helper.NoModifier] * 3, Helper.ControlModifier, Helper.AltModifier, Helper.ShiftModifier)
HELPERS += (Helper.MetaModifier, Helper.ControlModifier | Helper.ShiftModifier)
KEYS = tuple(Key)
NONE = Helper.NoModifier


class Monkey:
    """Does one thing after another."""

    def __init__(self, hand: Hand, chance: Random) -> None:
        self.hand = hand
        self.chance = chance
        self.down: dict[int, QPoint] = {}
        self.acts: dict[Callable[[], None], int] = {
            self.finger: 60,
            self.drum_in_the_corner: 6,
            self.key: 20,
            self.mouse: 8,
            self.wheel: 4,
            self.menu: 1,
            self.drop: 1,
            self.close: 1,
        }

    def act(self) -> None:
        self.chance.choices(list(self.acts), list(self.acts.values()))[0]()

    def somewhere(self) -> QPoint:
        size = self.hand.window.size()
        return QPoint(self.chance.randrange(size.width()), self.chance.randrange(size.height()))

    def send(self, event: QEvent) -> None:
        QGuiApplication.sendEvent(self.hand.window, event)

    def finger(self) -> None:
        finger = self.chance.randrange(FINGERS)
        if finger not in self.down:
            self.down[finger] = self.somewhere()
            self.hand.touch((finger, self.down[finger]), act="press")
        elif self.chance.random() < 0.5:
            self.down[finger] = self.somewhere()
            self.hand.touch((finger, self.down[finger]), act="move")
        else:
            self.hand.touch((finger, self.down.pop(finger)), act="release")

    def drum_in_the_corner(self) -> None:
        """Where staff come in, who stay for five seconds."""
        finger = FINGERS
        place = QPoint(self.hand.window.width() - self.chance.randrange(40), self.chance.randrange(40))
        self.hand.touch((finger, place), act="press")
        self.hand.touch((finger, place), act="release")

    def key(self) -> None:
        key, helper = self.chance.choice(KEYS), self.chance.choice(HELPERS)
        text = chr(key.value).lower() if 32 <= key.value < 127 else ""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self.send(QKeyEvent(kind, key, helper, text))

    def mouse(self) -> None:
        place = QPointF(self.somewhere())
        button = self.chance.choice((Button.LeftButton, Button.RightButton, Button.MiddleButton, Button.BackButton))
        self.send(QMouseEvent(QEvent.Type.MouseMove, place, place, Button.NoButton, Button.NoButton, NONE))
        self.send(QMouseEvent(QEvent.Type.MouseButtonPress, place, place, button, button, NONE))
        self.send(QMouseEvent(QEvent.Type.MouseButtonRelease, place, place, button, Button.NoButton, NONE))

    def wheel(self) -> None:
        place, far = QPointF(self.somewhere()), QPoint(0, self.chance.choice((-120, 120, 1200)))
        self.send(QWheelEvent(place, place, QPoint(), far, Button.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False))

    def menu(self) -> None:
        reason = self.chance.choice((QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard))
        self.send(QContextMenuEvent(reason, self.somewhere(), self.somewhere()))

    def drop(self) -> None:
        data = QMimeData()
        data.setUrls([QUrl("file:///etc/passwd")])
        data.setText("dropped")
        place, copy = self.somewhere(), Qt.DropAction.CopyAction
        for event in (
            QDragEnterEvent(place, copy, data, Button.LeftButton, NONE),
            QDropEvent(QPointF(place), copy, data, Button.LeftButton, NONE),
        ):
            self.send(event)
            assert not event.isAccepted()

    def close(self) -> None:
        self.hand.window.close()


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    seed, events = map(int, os.environ[ASKED].split())
    monkey = Monkey(hand, Random(seed))
    sizes = [_memory()]
    for number in range(1, events + 1):
        monkey.act()
        if number % AT_A_TIME == 0:
            yield soon()
        if number % LOOKED_AFTER == 0:
            sizes.append(_memory())
            still_inside(hand)
        if number % 500 == 0:
            hand.pass_time(monkey.chance.choice((1, 10, 40)))
    still_inside(hand)
    for finger, place in monkey.down.items():
        if finger:
            hand.touch((finger, place), act="release")
    # One finger of it never leaves.
    if 0 not in monkey.down:
        hand.touch((0, QPoint(300, 300)), act="press")
    yield soon()
    hand.pass_time(121)
    yield soon()
    for _ in range(2):
        hand.pass_time(110)
        yield soon()
    yield hand.at_rest("AttractView")
    if FIGURES in os.environ:
        print(f"{events} events of seed {seed}: memory in MiB {sizes}", flush=True)
    settled = sizes[len(sizes) // 3 :]
    assert max(settled) - min(settled[:3]) < 80, sizes
    hand.ask_to_leave()


def still_inside(hand: Hand) -> None:
    """One window, all over the screen; nobody is where staff are."""
    same(QGuiApplication.topLevelWindows(), [hand.window])
    same(hand.window.windowState(), Qt.WindowState.WindowFullScreen)
    same(hand.window.isVisible(), True)
    panel = hand.desk.panel
    assert panel is None or not panel.is_open


def _memory() -> int:
    return int(psutil.Process().memory_info().rss >> 20)
