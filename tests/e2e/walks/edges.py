"""Swipes from all four edges with one to ten fingers, a long press on every kind of thing: nothing comes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from tests.e2e.hand import Hand, Wait, same, soon, until
from tests.e2e.walks.chaos.people import CONTROLS

if TYPE_CHECKING:
    from collections.abc import Iterator

STEPS = 2


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    yield from from_the_edges(hand)
    visit = hand.gallery.visit
    visit.showStage()
    yield hand.at_rest("StageView")
    yield from from_the_edges(hand)
    visit.showStage()
    yield hand.at_rest("StageView")
    yield from long_presses(hand)
    visit.showWall()
    yield hand.at_rest("WallView")
    yield from long_presses(hand)
    hand.pass_time(76)
    yield soon()
    hand.pass_time(31)
    yield hand.at_rest("AttractView")
    still_inside(hand)
    hand.ask_to_leave()


def from_the_edges(hand: Hand) -> Iterator[Wait]:
    size = hand.window.size()
    far, low = size.width() - 1, size.height() - 1
    edges = {
        "left": (QPoint(0, 60), QPoint(0, 55), QPoint(160, 0)),
        "right": (QPoint(far, 60), QPoint(0, 55), QPoint(-160, 0)),
        "top": (QPoint(60, 0), QPoint(100, 0), QPoint(0, 120)),
        "bottom": (QPoint(60, low), QPoint(100, 0), QPoint(0, -120)),
    }
    for start, beside, way in edges.values():
        for fingers in range(1, 11):
            places = [start + beside * finger for finger in range(fingers)]
            hand.touch(*enumerate(places), act="press")
            for step in range(1, STEPS + 1):
                hand.touch(*enumerate(place + way * step for place in places), act="move")
            hand.touch(*enumerate(place + way * STEPS for place in places), act="release")
            yield soon()
    still_inside(hand)


def long_presses(hand: Hand) -> Iterator[Wait]:
    """Five seconds on one of each kind that is there."""
    for kind in CONTROLS:
        found = [item for item in hand.items(kind) if item.width() > 0]
        if found:
            place = hand.place(found[0])
            hand.touch((0, place), act="press")
            yield soon()
            hand.pass_time(5)
            yield soon()
            still_inside(hand)
            hand.touch((0, QPoint(hand.window.width() // 2, 1)), act="move")  # not a tap
            hand.touch((0, QPoint(hand.window.width() // 2, 1)), act="release")
            yield soon()


def still_inside(hand: Hand) -> None:
    same(QGuiApplication.topLevelWindows(), [hand.window])
    same(hand.window.windowState(), Qt.WindowState.WindowFullScreen)
    same(hand.desk.panel, None)
