"""A closer look: in, along, to the picture's own pixels, to its details, its real size and its label, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from tests.e2e.hand import alike, same, soon, until
from tests.e2e.sized import GREEN, PICTURE, RED, SIDE, SQUARE_CM, SQUARES
from tests.e2e.walks.whole.eyes import inside, longest_run, on_stage, pixel, place_of, run_of, shown_fully
from tests.e2e.whole import SIZED, STRIPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRectF

    from tests.e2e.hand import Hand, Wait
    from tests.e2e.walks.whole.hands import Means

NAME = f"Work {SIZED + 1}"
DENSITY = (1280**2 + 720**2) ** 0.5 / (32 * 25.4)
"""Pixels of the screen for a mm: it has 32 inches and 1280 × 720 pixels."""


def seen_at(hand: Hand) -> QRectF:
    """Where the picture is in the window."""
    return place_of(hand.item("Picture"))


def look_closer(means: Means) -> Iterator[Wait]:
    """A part of the picture comes near; the label leaves."""
    hand = means.hand
    before = seen_at(hand)
    yield from means.enlarge()
    yield hand.at_rest("CloserView")
    assert seen_at(hand).width() > 1.3 * before.width()
    assert not hand.says(NAME)
    assert hand.item("CloserMap")


def square(hand: Hand, colour: tuple[int, int, int]) -> tuple[int, ...]:
    """The colour on the screen where the middle of a square has to be."""
    left, top = SQUARES[colour]
    return pixel(hand.look(), seen_at(hand), left + SIDE / 2 / PICTURE[0], top + SIDE / 2 / PICTURE[1])


def part_at(hand: Hand, point: QPoint) -> tuple[float, float]:
    """The part of the picture at a point of the window, in pixels of the picture as it is now."""
    place = seen_at(hand)
    return (point.x() - place.left()) / place.width(), (point.y() - place.top()) / place.height()


def pinch(hand: Hand) -> Iterator[Wait]:
    """What is between two fingers stays between them, whatever they do."""
    centre = QPoint(640, 360)
    assert alike(square(hand, GREEN), GREEN), "two taps were on it"
    hand.touch((0, centre - QPoint(60, 0)), (1, centre + QPoint(60, 0)), act="press")
    yield soon()
    for half in range(60, 100, 8):
        hand.touch((0, centre - QPoint(half, 0)), (1, centre + QPoint(half, 0)), act="move")
        yield from hand.frame()
    part = part_at(hand, centre)
    for middle, half in ((QPoint(660, 350), 70), (QPoint(600, 380), 110), (QPoint(640, 350), 90)):
        hand.touch((0, middle - QPoint(half, 0)), (1, middle + QPoint(half, 0)), act="move")
        yield from hand.frame()
        here, place = part_at(hand, middle), seen_at(hand)
        assert abs(here[0] - part[0]) * place.width() <= 1, (here, part)
        assert abs(here[1] - part[1]) * place.height() <= 1, (here, part)
    hand.touch((0, middle - QPoint(half, 0)), (1, middle + QPoint(half, 0)), act="release")
    yield hand.at_rest("CloserView")


def drag(hand: Hand) -> Iterator[Wait]:
    """The picture follows the finger and goes on when it is let go; beyond its edge it follows less, and comes back."""
    yield from fling(hand, QPoint(-220, 0))
    for _ in range(12):
        before = seen_at(hand)
        yield from fling(hand, QPoint(300, 0))
        if abs(seen_at(hand).left() - before.left()) < 1:
            break
    edge, start = seen_at(hand).left(), QPoint(500, 400)
    yield from hand.drag(start, QPoint(300, 0))
    yield from hand.frame()
    beyond = seen_at(hand).left() - edge
    assert 10 < beyond < 250, beyond
    yield from hand.lift(start + QPoint(300, 0))
    yield hand.at_rest("CloserView")
    assert abs(seen_at(hand).left() - edge) <= 1, (seen_at(hand).left(), edge)


def fling(hand: Hand, way: QPoint) -> Iterator[Wait]:
    """A finger moves fast and is lifted."""
    start = QPoint(640, 400) - way / 2
    before = seen_at(hand).left()
    hand.clock.stop()
    hand.touch((0, start), act="press")
    for step in range(1, 7):
        hand.clock.ahead += 0.016
        hand.touch((0, start + way * step / 6), act="move")
        yield from hand.frame()
    yield from hand.lift(start + way)
    hand.clock.go_on()
    let_go = seen_at(hand).left()
    yield hand.at_rest("CloserView")
    if way.x() < 0:
        assert let_go <= before, "it follows the finger"
        assert seen_at(hand).left() < before + way.x(), "it goes on by itself"


def slide(hand: Hand) -> Iterator[Wait]:
    """A finger on the slider leads from the whole picture to its own pixels."""
    slider = hand.item("Slider")
    foot, way = hand.place(slider, down=0.92), QPoint(0, -round(slider.height()))
    yield from hand.drag(foot, way)
    yield from hand.lift(foot + way)
    yield hand.at_rest("CloserView")
    same(round(seen_at(hand).width()), PICTURE[0])


def see_the_whole(means: Means) -> Iterator[Wait]:
    """One press, and all of it is seen; no map is needed."""
    hand = means.hand
    yield from means.use(hand.item("IconButton", icon="whole"))
    yield hand.at_rest("CloserView")
    assert hand.window.contentItem().boundingRect().contains(seen_at(hand))
    same(hand.items("CloserMap"), [])


def see_its_pixels(means: Means) -> Iterator[Wait]:
    """Plus leads to where each pixel of the picture is one of the screen, minus back."""
    hand = means.hand
    plus = hand.item("IconButton", icon="plus")
    while plus.property("usable"):
        before = seen_at(hand).width()
        yield from means.use(plus)
        yield hand.at_rest("CloserView")
        assert seen_at(hand).width() > before
    same(round(seen_at(hand).width()), PICTURE[0])
    left, top, right, bottom = STRIPES
    yield from means.go_along((left + right) / 2 / PICTURE[0], (top + bottom) / 2 / PICTURE[1])
    yield hand.at_rest("CloserView")
    assert alternating(hand), "each pixel of the picture is one of the screen"
    yield from means.use(hand.item("IconButton", icon="minus"))
    yield hand.at_rest("CloserView")
    assert seen_at(hand).width() < PICTURE[0]
    assert not alternating(hand), "the pattern is finer than the screen"


def alternating(hand: Hand) -> bool:
    """Whether every other column is dark and every other one light, where the stripes are seen."""
    place, image = seen_at(hand), hand.look()
    left, top, right, bottom = (side * place.width() / PICTURE[0] for side in STRIPES)
    y = round(place.top() + (top + bottom) / 2)
    x = round(max(place.left() + left, 420)) + 8
    assert x + 100 < place.left() + right, "the stripes are out of sight"
    assert 0 < y < image.height()
    greys = [image.pixelColor(x + step, y).lightness() for step in range(100)]
    evens, odds = greys[::2], greys[1::2]
    return max(min(evens), min(odds)) > 180 and min(max(evens), max(odds)) < 70


def see_it_as_large_as_it_is(means: Means) -> Iterator[Wait]:
    """10 cm of the work are 10 cm of the screen."""
    hand = means.hand
    yield from means.use(hand.item("IconButton", icon="life-size"))
    yield hand.at_rest("CloserView")
    image = hand.look()
    length = max(longest_run(image, RED, y) for y in range(0, image.height(), 8))
    assert abs(length - SQUARE_CM * 10 * DENSITY) <= 2, (length, SQUARE_CM * 10 * DENSITY)
    same(hand.item("ScaleFigure").property("name"), "hand")
    yield from means.use(hand.item("IconButton", icon="life-size"))
    yield hand.at_rest("CloserView")
    same(hand.items("ScaleFigure"), [])


def see_the_details(means: Means) -> Iterator[Wait]:
    """A number leads to its part of the picture and tells of it; so does the next one."""
    hand = means.hand
    yield from means.use(hand.item("IconButton", icon="details"))
    yield hand.at_rest("CloserView")
    first, _ = hand.items("CloserPoint")
    yield from means.use(first)
    yield hand.at_rest("CloserView")
    assert hand.says("The green square")
    in_the_middle(hand, GREEN)
    yield from means.use(hand.item("IconButton", icon="next", name="Next detail"))
    yield hand.at_rest("CloserView")
    assert hand.says("The red square")
    in_the_middle(hand, RED)
    yield from means.use(hand.item("IconButton", icon="details"))
    yield hand.at_rest("CloserView")
    same((hand.items("CloserPoint"), hand.items("CloserPanel")), ([], []))


def in_the_middle(hand: Hand, colour: tuple[int, int, int]) -> None:
    """A square is in the middle of what the panel leaves of the picture, and nothing lies on it."""
    image, panel = hand.look(), place_of(hand.item("CloserPanel"))
    left = max(place_of(each).right() for each in inside(hand, "IconButton", hand.item("CloserTools")))
    middle = hand.item("CloserFurniture").property("room").center().toPoint()
    assert alike(image.pixelColor(middle).getRgb()[:3], colour), (middle, image.pixelColor(middle).getRgb())
    reach = [x for x in run_of(image, colour, middle.y()) if left < x]
    assert abs((reach[0] + reach[-1]) / 2 - middle.x()) < 12, (reach, middle)
    assert left < middle.x() < panel.left(), "beside the panel"


def read_its_label(means: Means) -> Iterator[Wait]:
    """One press brings the label back, beside the picture and not over it; another sends it away."""
    hand = means.hand
    yield from means.use(hand.item("IconButton", icon="whole"))
    yield hand.at_rest("CloserView")
    yield from means.use(hand.item("IconButton", icon="label"))
    yield hand.at_rest("CloserView")
    yield shown_fully(hand, "the label is there", "CloserPanel")
    assert hand.says(NAME)
    assert place_of(hand.item("CloserPanel")).left() >= seen_at(hand).right() - 1
    yield from means.use(hand.item("IconButton", icon="label"))
    yield hand.at_rest("CloserView")
    assert not hand.says(NAME)


def come_back(means: Means) -> Iterator[Wait]:
    """The picture goes back to its place, with its label; the slideshow rests, and then goes on."""
    hand = means.hand
    yield from means.use(hand.item("IconButton", icon="close"))
    yield hand.at_rest("StageView")
    on_stage(hand, SIZED)
    assert hand.item("IconButton", icon="play")
    hand.pass_time(46)
    yield until("the slideshow goes on", lambda: bool(hand.items("IconButton", icon="pause")))
