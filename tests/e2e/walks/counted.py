"""A short visit by touch, of which it is known what it did: two works, a language, a closer look, start again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    visit = hand.gallery.visit
    hand.pass_time(10)
    yield from hand.tap(hand.item("IconButton", icon="next"))
    yield hand.at_rest("StageView")
    yield from hand.tap(hand.item("Chip", theme=hand.gallery.theme_ids[1]))
    yield hand.at_rest("StageView")
    visit.speak("ar")
    yield hand.at_rest("StageView")
    yield from hand.tap(hand.item("IconButton", icon="closer"))
    yield hand.at_rest("CloserView")
    hand.gallery.closer.step(1)
    yield until("it is larger", lambda: not hand.gallery.closer.moving)
    hand.pass_time(20)
    visit.startAgain()
    yield hand.at_rest("AttractView")
    hand.ask_to_leave()
