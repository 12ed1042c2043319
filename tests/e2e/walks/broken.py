"""An exhibition in which most pictures are broken: the sound ones are shown, the others are cards, and it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from tests.e2e.hand import Hand, Wait, same, until

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPO = 1.0
"""Of two pages, each with a tap at the same place: faster they would be the two taps that look closer."""
WORKS = 12
SOUND = (8, 10)
NOTICE = "The picture of this work cannot be shown at the moment."


def walk(hand: Hand) -> Iterator[Wait]:
    yield until("the exhibition is in its window", lambda: hasattr(hand, "gallery"))
    gallery = hand.gallery
    yield hand.at_rest("AttractView")
    for _ in range(3):
        front = gallery.attract.front
        shown = set(gallery.attract.scenes[front].works)
        assert shown <= set(SOUND), f"the loop shows {shown}"
        yield until("the next scene comes", gallery.loop.advance)
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    gallery.slideshow.first()
    for work in range(WORKS):
        yield hand.at_rest("StageView")
        same(gallery.slideshow.current.work, work)
        same(gallery.slideshow.current.broken, work not in SOUND)
        assert hand.says(f"Work {work + 1}"), "the label is there"
        same(hand.says(NOTICE), work not in SOUND)
        if work in SOUND:
            assert hand.shows(hand.item("Picture"), work % 8)
        yield from play_to_the_next(hand)
    gallery.visit.showWall()
    yield hand.at_rest("WallView")
    cards = {item.property("title") for item in hand.items("Thumbnail", card=True)}
    same(cards, {f"Work {work + 1}" for work in range(WORKS) if work not in SOUND})
    hand.ask_to_leave()


def play_to_the_next(hand: Hand) -> Iterator[Wait]:
    """The show goes on by itself."""
    page = hand.gallery.slideshow.page
    yield from hand.tap(hand.item("StagePage"))
    yield from hand.tap(hand.item("IconButton", icon="play"))
    hand.pass_time(20)
    yield until("the next work comes", lambda: hand.gallery.slideshow.page == page + 1)
