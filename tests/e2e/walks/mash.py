"""Ten fingers at once, two thousand touches at random, and a finger that never leaves: it lives, and comes home."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from tests.e2e.hand import Hand, Wait, same, soon, until

if TYPE_CHECKING:
    from collections.abc import Iterator

FINGERS = 10
TOUCHES = 2_000


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    yield from ten_fingers(hand)
    yield from mash(hand, Random(11))
    same(QGuiApplication.topLevelWindows(), [hand.window])
    same(hand.window.windowState(), Qt.WindowState.WindowFullScreen)
    hand.pass_time(1)
    hand.pass_time(300)
    yield hand.at_rest("AttractView")
    yield from a_finger_that_never_leaves(hand)
    hand.ask_to_leave()


def ten_fingers(hand: Hand) -> Iterator[Wait]:
    """A whole hand and another one, sliding across attract and stage."""
    for view in ("StageView", "StageView"):
        places = [QPoint(100 + 110 * finger, 150 + 40 * (finger % 5)) for finger in range(FINGERS)]
        hand.touch(*enumerate(places), act="press")
        yield soon()
        for step in range(8):
            hand.touch(*enumerate(place + QPoint(30, 20) * step for place in places), act="move")
            yield from hand.frame()
        hand.touch(*enumerate(places), act="release")
        yield hand.at_rest(view)


def mash(hand: Hand, chance: Random) -> Iterator[Wait]:
    """Fingers that come, move and go anywhere, in any order."""
    size = hand.window.size()
    down: set[int] = set()
    for number in range(TOUCHES):
        finger = chance.randrange(FINGERS)
        place = QPoint(chance.randrange(size.width()), chance.randrange(size.height()))
        act = chance.choice(("move", "release")) if finger in down else "press"
        hand.touch((finger, place), act=act)
        down = down - {finger} if act == "release" else down | {finger}
        if number % 8 == 0:
            yield soon()
    for finger in down:
        hand.touch((finger, QPoint(0, 0)), act="release")


def a_finger_that_never_leaves(hand: Hand) -> Iterator[Wait]:
    """Gum on the glass does not keep the next visitor away."""
    hand.touch((0, QPoint(300, 200)), act="press")
    yield hand.at_rest("StageView")
    hand.touch((0, QPoint(301, 200)), act="move")
    yield until("the finger counts", lambda: hand.gallery.sitting.session.touching)
    hand.pass_time(119)
    hand.pass_time(2 + 75 + 30)
    yield hand.at_rest("AttractView")
    hand.touch((0, QPoint(301, 200)), act="release")
    yield hand.at_rest("AttractView")
