"""Slider, map, details, label and life size by touch, measured in the pixels of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from tests.e2e.hand import Hand, Wait, alike, same, until
from tests.e2e.sized import GREEN, PICTURE, RED, SQUARE_CM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.hand import Colour

DENSITY = (1280**2 + 720**2) ** 0.5 / (32 * 25.4)
"""Pixels of the screen for a mm: it has 32 inches and 1280 × 720 pixels."""


def walk(hand: Hand) -> Iterator[Wait]:
    yield hand.at_rest("AttractView")
    yield from hand.tap(QPoint(300, 200))
    yield hand.at_rest("StageView")
    yield from hand.tap(hand.item("IconButton", icon="closer"))
    yield hand.at_rest("CloserView")
    same(hand.items("CloserMap"), [])
    yield from slide_in(hand)
    yield from go_by_the_map(hand)
    yield from see_the_details(hand)
    yield from read_the_label(hand)
    yield from see_it_as_large_as_it_is(hand)
    yield from be_asked_and_stay(hand)
    yield from be_kept_from_it(hand)
    hand.ask_to_leave()


def slide_in(hand: Hand) -> Iterator[Wait]:
    """The thumb follows the finger, the picture the thumb; a tap on the way sends both."""
    closer = hand.gallery.closer
    whole, slider = closer.width, hand.item("Slider")
    assert slider.width() >= 20 * hand.gallery.look.unit - 1, "as wide as a thumb"
    way = QPoint(0, -round(slider.height()))
    foot = hand.place(slider, down=0.92)
    yield from hand.drag(foot, way)
    yield from hand.lift(foot + way)
    yield hand.at_rest("CloserView")
    same((round(closer.width), slider.property("value")), (PICTURE[0], 100))
    yield from hand.tap(hand.place(slider))
    yield hand.at_rest("CloserView")
    assert abs(slider.property("value") - 50) <= 3
    assert whole * 1.1 < closer.width < PICTURE[0] * 0.9
    yield from hand.tap(hand.place(slider, down=0.05))
    yield hand.at_rest("CloserView")
    same(round(closer.width), PICTURE[0])


def go_by_the_map(hand: Hand) -> Iterator[Wait]:
    """The map comes when something is out of sight; a tap and a finger in it lead to what is there."""
    closer, place = hand.gallery.closer, hand.item("CloserMap")
    for across, colour in ((0.14, GREEN), (0.76, RED)):
        yield from hand.tap(hand.place(place, across, 0.3 if colour == GREEN else 0.66))
        yield hand.at_rest("CloserView")
        assert seen(hand, colour), colour
    x = closer.x
    start = hand.place(place, 0.76, 0.66)
    yield from hand.drag(start, hand.place(place, 0.14, 0.3) - start)
    yield from hand.lift(hand.place(place, 0.14, 0.3))
    yield hand.at_rest("CloserView")
    assert closer.x > x + 200
    assert seen(hand, GREEN)
    yield from hand.tap(hand.item("IconButton", icon="whole"))
    yield hand.at_rest("CloserView")
    same(hand.items("CloserMap"), [])


def see_the_details(hand: Hand) -> Iterator[Wait]:
    """Numbers come when asked for, on the picture and off its borders; each leads to its part and tells of it."""
    closer = hand.gallery.closer
    yield from hand.tap(hand.item("IconButton", icon="details"))
    yield hand.at_rest("CloserView")
    points = hand.items("CloserPoint")
    same(len(points), 2)
    for point in points:
        place = hand.place(point)
        assert closer.x + 12 < place.x() < closer.x + closer.width - 12
        assert closer.y + 12 < place.y() < closer.y + closer.height - 12
    yield from hand.tap(points[0])
    yield hand.at_rest("CloserView")
    assert hand.says("The green square")
    assert hand.says("1 of 2")
    in_the_middle(hand, GREEN)
    yield from hand.tap(hand.item("IconButton", icon="next", name="Next detail"))
    scales = []
    while closer.moving:
        yield from hand.frame()
        scales.append(closer.width)
    assert min(scales) < 0.9 * scales[-1], "out, along and in again"
    yield hand.at_rest("CloserView")
    assert hand.says("The red square")
    in_the_middle(hand, RED)
    yield from hand.tap(hand.item("IconButton", icon="details"))
    yield hand.at_rest("CloserView")
    same((hand.items("CloserPoint"), hand.items("CloserPanel")), ([], []))


def read_the_label(hand: Hand) -> Iterator[Wait]:
    """One tap brings the label back, beside the picture and not over it; another sends it away."""
    closer = hand.gallery.closer
    yield from hand.tap(hand.item("IconButton", icon="whole"))
    yield hand.at_rest("CloserView")
    assert not hand.says("Squares")
    yield from hand.tap(hand.item("IconButton", icon="label"))
    yield hand.at_rest("CloserView")
    assert hand.says("Squares")
    panel = hand.item("CloserPanel")
    assert hand.place(panel, 0).x() >= closer.x + closer.width - 1
    yield from hand.tap(hand.item("IconButton", icon="label"))
    yield hand.at_rest("CloserView")
    assert not hand.says("Squares")


def see_it_as_large_as_it_is(hand: Hand) -> Iterator[Wait]:
    """10 cm of the work are 10 cm of the screen; the hand beside a work that does not fit is drawn to its scale."""
    yield from hand.tap(hand.item("IconButton", icon="life-size"))
    yield hand.at_rest("CloserView")
    yield from hand.tap(hand.place(hand.item("CloserMap"), 0.6, 0.66))
    yield hand.at_rest("CloserView")
    image = hand.look()
    length = max(longest(image, RED, y) for y in range(0, image.height(), 4))
    assert abs(length - SQUARE_CM * 10 * DENSITY) <= 2, (length, SQUARE_CM * 10 * DENSITY)
    assert [text for text in hand.items("CloserCaption") if text.isVisible()]
    same(hand.item("ScaleFigure").property("name"), "hand")
    yield from hand.tap(hand.item("IconButton", icon="life-size"))
    yield hand.at_rest("CloserView")
    same((hand.items("ScaleFigure"), hand.gallery.closer.whole), ([], True))


def be_asked_and_stay(hand: Hand) -> Iterator[Wait]:
    """Who looks long is asked, and finds everything as it was; the slideshow goes on only back on the stage."""
    closer = hand.gallery.closer
    yield from hand.tap(hand.item("IconButton", icon="details"))
    yield hand.at_rest("CloserView")
    yield from hand.tap(hand.items("CloserPoint")[1])
    yield hand.at_rest("CloserView")
    before = closer.x, closer.y, closer.width, closer.guide.page, closer.guide.current
    work = hand.gallery.slideshow.current.work
    hand.pass_time(76)
    yield until("the visitor is asked", lambda: hand.gallery.sitting.session.asking)
    yield from hand.tap(QPoint(500, 20))
    yield until("the visitor stays", lambda: not hand.gallery.sitting.session.asking)
    yield until("the question is gone", lambda: not hand.items("StillThere"))
    yield hand.at_rest("CloserView")
    same((closer.x, closer.y, closer.width, closer.guide.page, closer.guide.current), before)
    same((hand.gallery.slideshow.current.work, hand.gallery.visit.playing), (work, False))
    yield from hand.tap(hand.item("IconButton", icon="close", name="Back to the slideshow"))
    yield hand.at_rest("StageView")
    same(hand.gallery.visit.playing, False)
    hand.pass_time(46)
    yield until("the slideshow goes on", lambda: hand.gallery.visit.playing)


def be_kept_from_it(hand: Hand) -> Iterator[Wait]:
    """The last work allows no closer look: neither fingers nor keys lead to its details."""
    hand.gallery.slideshow.last()
    yield hand.at_rest("StageView")
    same(hand.items("IconButton", icon="closer"), [])
    hand.gallery.closer.guide.show(0)
    hand.gallery.closer.toggleLifeSize()
    yield hand.at_rest("StageView")


def seen(hand: Hand, colour: Colour) -> bool:
    """Whether a good part of the middle of the window has a colour."""
    image = hand.look()
    return sum(count(image, colour, y) for y in range(200, 520, 8)) > 300


def in_the_middle(hand: Hand, colour: Colour) -> None:
    """A square of a colour is in the middle of the room beside the panel."""
    image = hand.look()
    room = hand.item("CloserFurniture").property("room")
    middle = room.center().toPoint()
    assert alike(image.pixelColor(middle).getRgb()[:3], colour), (middle, image.pixelColor(middle).getRgb())
    reach = [x for x in range(image.width()) if alike(image.pixelColor(x, middle.y()).getRgb()[:3], colour)]
    assert abs((reach[0] + reach[-1]) / 2 - middle.x()) < 12, (reach[0], reach[-1], middle)
    assert reach[-1] < room.right(), "nothing lies on it"


def count(image: object, colour: Colour, y: int) -> int:
    """How many pixels of a row have a colour."""
    return sum(alike(image.pixelColor(x, y).getRgb()[:3], colour) for x in range(image.width()))  # type: ignore[attr-defined]


def longest(image: object, colour: Colour, y: int) -> int:
    """How many pixels of a colour stand side by side in a row."""
    best = here = 0
    for x in range(image.width()):  # type: ignore[attr-defined]
        here = here + 1 if alike(image.pixelColor(x, y).getRgb()[:3], colour) else 0  # type: ignore[attr-defined]
        best = max(best, here)
    return best
