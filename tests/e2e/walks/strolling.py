"""A visitor who goes through all screens again and again, without end: to be listened to from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator

REST_S = 400.0
"""So much time passes at once between two visits: the loop goes on, and what was counted is written."""


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    gallery, turn = hand.gallery, 0
    works, languages = len(gallery._exhibition.works), gallery._exhibition.languages
    while True:
        turn += 1
        yield hand.at_rest("AttractView")
        gallery.open(turn % works)
        for _ in range(3):
            yield hand.at_rest("StageView")
            gallery.slideshow.next()
        gallery.visit.showWall()
        yield hand.at_rest("WallView")
        gallery.visit.speak(languages[turn % len(languages)])
        yield hand.at_rest("WallView")
        gallery.sitting.go_home()
        yield hand.at_rest("AttractView")
        hand.pass_time(REST_S)
