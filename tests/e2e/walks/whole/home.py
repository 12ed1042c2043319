"""Home again: who is asked stays or leaves, and the next visitor finds nothing of the one before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.e2e.hand import Wait, same, until
from tests.e2e.walks.whole.aloud import USUAL, loudness, speaks
from tests.e2e.walks.whole.comfort import open_comforts
from tests.e2e.walks.whole.eyes import (
    arabic,
    asked,
    focus,
    ground,
    hanging,
    inside,
    letters,
    place_of,
    ringed,
    scroller_in,
    work_here,
)
from tests.e2e.walks.whole.hands import FiveKeys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtQuick import QQuickItem

    from tests.e2e.hand import Colour, Hand
    from tests.e2e.walks.whole.hands import Means

MIDDLE = 40
"""A work far from those that a visit leads to: what has been seen closely may have a sharper preview."""
SLACK = 12
"""What red, green or blue of the same colour may differ by."""
STILL = 8
"""Frames in which nothing changes, after which nothing will."""


@dataclass(frozen=True)
class Found:
    """What a visitor finds who has just come in, whatever work it is at."""

    mirrored: bool
    wall: str
    letters: int
    buttons: tuple[str, ...]
    themes: tuple[str, ...]
    offered: bool
    label_at: float
    open: int


def found(hand: Hand) -> Found:
    """What is seen on the stage now."""
    labels = [each for each in hand.items("Label") if inside(hand, "LabelLine", each)]
    return Found(
        mirrored=arabic(hand),
        wall=ground(hand),
        letters=letters(hand),
        buttons=tuple(each.property("icon") for each in hand.items("IconButton")),
        themes=tuple(each.property("name") for each in hand.items("Chip", chosen=True)),
        offered=hand.says("About the exhibition"),
        label_at=max(scroller_in(each).property("contentY") for each in labels),
        open=sum(bool(hand.items(each)) for each in ("ComfortPanel", "LanguagePanel", "AboutCard", "ReadingControls")),
    )


def stay(means: Means) -> Iterator[Wait]:
    """Who is asked and answers stays where they were."""
    hand = means.hand
    work, before = work_here(hand), found(hand)
    yield from asked(hand)
    keep = hand.item("AnswerButton", leading=True)
    if isinstance(means, FiveKeys):
        same(focus(hand), keep)
        assert ringed(hand, keep)
    yield from means.use(keep)
    yield until("the question is gone", lambda: not hand.items("StillThere"))
    yield hand.at_rest("StageView")
    same((work_here(hand), found(hand)), (work, before))


def leave(means: Means, again: bool) -> Iterator[Wait]:
    """Who is asked and starts `again`, or does not answer, comes home."""
    hand = means.hand
    yield from asked(hand)
    if again:
        yield from means.use(hand.item("AnswerButton", leading=False))
    else:
        hand.pass_time(31)
    yield hand.at_rest("AttractView")
    assert hand.says("Drawn for a test")


def find_nothing_left(means: Means, first: Found) -> Iterator[Wait]:
    """The screens, the panel and the closer look of the next visitor are those of the first."""
    hand = means.hand
    yield until("there is more to see of it", lambda: bool(hand.items("IconButton", icon="closer")))
    same(found(hand), first)
    yield from means.use(hand.item("IconButton", icon="closer"))
    yield hand.at_rest("CloserView")
    assert hand.window.contentItem().boundingRect().contains(place_of(hand.item("Picture")))
    same((hand.items("CloserPanel"), hand.items("CloserPoint"), hand.items("ScaleFigure")), ([], [], []))
    yield from means.use(hand.item("IconButton", icon="close"))
    yield hand.at_rest("StageView")
    yield from open_comforts(means)
    sizes = inside(hand, "Choice", hand.item("ComfortPanel"))
    same([each.property("chosen") for each in sizes], [True, False, False])
    same([each.property("icon") for each in hand.items("SwitchRow", on=True)], [])
    if speaks():
        yield from means.use(hand.item("SwitchRow", icon="speech"))
        yield until("the controls are there", lambda: bool(hand.items("ReadingControls")))
        same(loudness(hand), USUAL)
        yield from means.use(hand.item("SwitchRow", icon="speech"))
    yield from means.shut()
    yield until("the panel is gone", lambda: not hand.items("ComfortPanel"))
    yield hand.at_rest("StageView")
    yield from means.use(hand.item("IconButton", icon="wall"))
    yield hand.at_rest("WallView")
    same(hanging(hand), sorted(hanging(hand)))
    same((hand.items("TouchKeyboard"), hand.items("JumpStrip"), hand.items("Chip", undoes=True)), ([], [], []))


def screens(hand: Hand) -> Iterator[Wait]:
    """What somebody finds who comes in at a work, and on the wall, point by point; ends in the loop."""
    looks: dict[str, QImage] = {}
    hand.gallery.explore(MIDDLE)
    yield from at_rest(hand, "StageView", looks)
    hand.gallery.visit.showWall()
    yield from at_rest(hand, "WallView", looks)
    hand.gallery.visit.go_home()
    yield hand.at_rest("AttractView")
    return looks


def at_rest(hand: Hand, view: str, looks: dict[str, QImage]) -> Iterator[Wait]:
    """A screen is at rest, its thumbnails have faded in, and nothing changes any more."""
    yield hand.at_rest(view)
    yield until("all thumbnails are there", lambda: loaded(hand.items("Thumbnail")))
    still, before = 0, hand.look()
    while still < STILL:
        yield from hand.frame()
        now = hand.look()
        still = still + 1 if now == before and hand.window.property("settled") else 0
        before = now
    looks[view] = before


def loaded(thumbnails: list[QQuickItem]) -> bool:
    """Whether every picture that was asked for is there, and has faded in."""
    images = [child for each in thumbnails for child in each.childItems() if child.inherits("QQuickImage")]
    wanted = [image for image in images if image.property("source").toString()]
    return all(image.property("progress") == 1 and image.opacity() == 1 for image in wanted)


def unlike(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """What one look shows and the other does not; neither the last step of a fade nor a sharper preview is seen."""
    places = [(x, y) for y in range(1, one.height() - 1, 4) for x in range(1, one.width() - 1, 4)]
    new = [place for place in places if one.pixel(*place) != other.pixel(*place)]
    return [place for place in new if not among(colour(one, place), around(other, place))]


def among(seen: Colour, others: list[Colour]) -> bool:
    """Whether a colour is one of these or between them, as on an edge half a pixel further."""
    channels = zip(seen, zip(*others, strict=True), strict=True)
    return all(min(theirs) - SLACK <= ours <= max(theirs) + SLACK for ours, theirs in channels)


def around(image: QImage, place: tuple[int, int]) -> list[Colour]:
    """The colours at a place and beside it."""
    x, y = place
    return [colour(image, (x + across, y + down)) for across in (-1, 0, 1) for down in (-1, 0, 1)]


def colour(image: QImage, place: tuple[int, int]) -> Colour:
    return image.pixelColor(*place).getRgb()[:3]
