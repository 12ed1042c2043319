"""The show begins, a visitor looks at two works and the wall, and it leaves: nothing more, and nothing is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    yield hand.at_rest("AttractView")
    hand.gallery.open(0)
    for _ in range(2):
        yield hand.at_rest("StageView")
        hand.gallery.slideshow.next()
    hand.gallery.visit.showWall()
    yield hand.at_rest("WallView")
    hand.gallery.sitting.go_home()
    yield hand.at_rest("AttractView")
    hand.ask_to_leave()
