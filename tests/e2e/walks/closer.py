"""A closer look by touch: opens at once, sharpens to the picture's own pixels, follows fingers, and leaves no trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from kiosk.bridge.changes import SCREEN
from tests.e2e.hand import Hand, Wait, alike, same, soon, until
from tests.e2e.large import GROUND, PICTURE, STRIPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    yield from open_by_the_button(hand)
    yield from pinch_in(hand)
    yield from go_to_the_corner(hand)
    yield from leave(hand)
    yield from pinch_from_the_stage_and_away(hand)
    yield from come_back_and_walk_away(hand)
    yield from be_kept_from_it(hand)
    yield from be_sent_away(hand)
    hand.ask_to_leave()


def open_by_the_button(hand: Hand) -> Iterator[Wait]:
    """The picture never goes away; the label does; nothing else is on the wall but the controls."""
    place = hand.place(hand.item("Picture"))
    yield until("there is more to see of it", lambda: bool(hand.items("IconButton", icon="closer")))
    yield from hand.tap(hand.item("IconButton", icon="closer"))
    for _ in range(8):
        yield from hand.frame()
        image = hand.look()
        assert alike(image.pixelColor(place).getRgb()[:3], GROUND), "the picture is there in every frame"
    yield hand.at_rest("CloserView")
    same(hand.item("Picture").height(), hand.window.height())
    assert not hand.says("Work 1")
    icons = [button.property("icon") for button in hand.items("IconButton")]
    same(icons, ["label", "plus", "minus", "whole", "close"])
    same(hand.items("Tile"), [])
    same(hand.gallery.visit.playing, False)


def pinch_in(hand: Hand) -> Iterator[Wait]:
    """What is between two fingers stays between them, whatever they do."""
    closer = hand.gallery.closer
    centre = QPoint(700, 400)
    hand.touch((0, centre - QPoint(60, 0)), (1, centre + QPoint(60, 0)), act="press")
    yield soon()
    for half in range(60, 100, 8):
        hand.touch((0, centre - QPoint(half, 0)), (1, centre + QPoint(half, 0)), act="move")
        yield from hand.frame()
    part = part_at(hand, centre)
    for middle, half in ((QPoint(720, 380), 130), (QPoint(640, 420), 240), (QPoint(700, 360), 180)):
        hand.touch((0, middle - QPoint(half, 0)), (1, middle + QPoint(half, 0)), act="move")
        yield from hand.frame()
        here = part_at(hand, middle)
        assert abs(here[0] - part[0]) * closer.width < 1, (here, part)
        assert abs(here[1] - part[1]) * closer.height < 1, (here, part)
    hand.touch((0, middle - QPoint(half, 0)), (1, middle + QPoint(half, 0)), act="release")
    yield hand.at_rest("CloserView")
    assert closer.width > 1.5 * hand.window.width()


def go_to_the_corner(hand: Hand) -> Iterator[Wait]:
    """Buttons lead to the picture's own pixels and drags to its corner; there each of them can be told apart."""
    closer = hand.gallery.closer
    while hand.item("IconButton", icon="plus").property("usable"):
        yield from hand.tap(hand.item("IconButton", icon="plus"))
        yield hand.at_rest("CloserView")
    same((round(closer.width), round(closer.height)), PICTURE)
    start, way = QPoint(1000, 600), QPoint(-900, -500)
    corner = None
    while corner != (closer.x, closer.y):
        corner = closer.x, closer.y
        yield from hand.drag(start, way, steps=6)
        yield from hand.lift(start + way)
        yield hand.at_rest("CloserView")
    stripes = seen(hand, STRIPES)
    assert stripes.width() > 200, stripes
    assert stripes.height() > 200, stripes
    assert alternating(hand.look(), stripes), "each pixel of the picture is one of the screen"
    assert 0 < len(hand.items("Tile")) <= 40
    yield from hand.tap(hand.item("IconButton", icon="whole"))
    yield hand.at_rest("CloserView")
    assert not alternating(hand.look(), seen(hand, STRIPES)), "the pattern is finer than the screen"
    same(hand.items("Tile"), [])


def leave(hand: Hand) -> Iterator[Wait]:
    """The picture goes back to its place on the stage."""
    yield from hand.tap(hand.item("IconButton", icon="plus"))
    yield hand.at_rest("CloserView")
    yield from hand.tap(hand.item("IconButton", icon="close"))
    yield hand.at_rest("StageView")
    same(hand.items("Tile"), [])
    assert hand.says("Work 1")
    assert hand.share(hand.item("Picture"), GROUND) > 0.5
    assert hand.item("Picture").height() < hand.window.height()


def pinch_from_the_stage_and_away(hand: Hand) -> Iterator[Wait]:
    """One pinch leads from the stage into the picture; another, the other way, back."""
    for wider, view in ((200, "CloserView"), (-150, "StageView")):
        middle, half = QPoint(420, 330), 180 - wider / 2
        for act, by in (("press", 0.0), *(("move", step / 12) for step in range(1, 13)), ("release", 1.0)):
            way = QPoint(round(half + wider / 2 * by * (2 if wider < 0 else 1)), 0)
            hand.touch((0, middle - way), (1, middle + way), act=act)
            yield from hand.frame()
        if view == "CloserView":
            yield from hand.tap(hand.item("IconButton", icon="whole"))
        yield hand.at_rest(view)


def come_back_and_walk_away(hand: Hand) -> Iterator[Wait]:
    """Two taps lead in, too, also where that waits; nothing of a visitor who walks away is left for the next."""
    place = hand.place(hand.item("Picture"))
    for _ in range(2):
        hand.gallery.show._pace.count(SCREEN, stage=True)
    for _ in range(2):
        yield from hand.tap(place)
    yield hand.at_rest("CloserView")
    assert hand.items("Tile")
    hand.pass_time(76)
    yield until("the visitor is asked", lambda: hand.gallery.sitting.session.asking)
    same(hand.gallery.nearer.work, 0)
    hand.pass_time(31)
    yield hand.at_rest("AttractView")
    same(hand.gallery.nearer.work, None)
    same(hand.items("Tile"), [])
    yield from hand.tap(QPoint(300, 200))
    for _ in range(3):
        yield from hand.frame()
        same(hand.items("CloserView"), [])
    yield hand.at_rest("StageView")
    assert hand.says("Work 1")
    assert hand.share(hand.item("Picture"), GROUND) > 0.5
    yield from hand.tap(hand.item("IconButton", icon="closer"))
    yield hand.at_rest("CloserView")
    same(hand.item("Picture").height(), hand.window.height())
    yield from hand.tap(hand.item("IconButton", icon="close"))
    yield hand.at_rest("StageView")


def be_kept_from_it(hand: Hand) -> Iterator[Wait]:
    """The second work may not be looked at closer."""
    yield from hand.tap(hand.item("IconButton", icon="next"))
    yield hand.at_rest("StageView")
    assert hand.says("Work 2")
    same(hand.items("IconButton", icon="closer"), [])
    place = hand.place(hand.item("Picture"))
    for _ in range(2):
        yield from hand.tap(place)
    yield hand.at_rest("StageView")


def be_sent_away(hand: Hand) -> Iterator[Wait]:
    """The program may be asked to leave at any time."""
    yield from hand.tap(hand.item("IconButton", icon="previous"))
    yield hand.at_rest("StageView")
    yield from hand.tap(hand.item("IconButton", icon="closer"))
    yield until("the closer look has begun", lambda: bool(hand.items("IconButton", icon="plus")))
    yield from hand.frame()
    yield from hand.tap(hand.item("IconButton", icon="plus"))
    yield from hand.frame()


def part_at(hand: Hand, point: QPoint) -> tuple[float, float]:
    """The part of the picture at a point of the window, in 0..1."""
    closer = hand.gallery.closer
    return (point.x() - closer.x) / closer.width, (point.y() - closer.y) / closer.height


def seen(hand: Hand, part: tuple[int, int, int, int]) -> QRect:
    """Where pixels of the picture (left, top, right, bottom) are in the window, without a rim."""
    closer = hand.gallery.closer
    scale = closer.width / PICTURE[0]
    left, top, right, bottom = (side * scale for side in part)
    rim = 8
    whole = QRect(round(closer.x + left), round(closer.y + top), round(right - left), round(bottom - top))
    return whole.adjusted(rim, rim, -rim, -rim).intersected(hand.window.contentItem().boundingRect().toRect())


def alternating(image: QImage, place: QRect) -> bool:
    """Whether every other column there is dark and every other one light."""
    row = place.center().y()
    greys = [image.pixelColor(place.left() + x, row).lightness() for x in range(100)]
    evens, odds = greys[::2], greys[1::2]
    return max(min(evens), min(odds)) > 180 and min(max(evens), max(odds)) < 70
