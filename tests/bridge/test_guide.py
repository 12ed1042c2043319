"""What is read beside a picture that is looked at closer, and how large the work really is, as QML sees both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from kiosk.bridge.closer.guide import Page
from kiosk.bridge.closer.sizes import Beside
from kiosk.bridge.look.fonts import ARABIC
from kiosk.exhibition.model import Detail
from kiosk.exhibition.text import Text, plain
from tests.bridge.fakes import exhibition
from tests.bridge.test_closer import LARGE, SCREEN, Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

HAT, HAND = (0.1, 0.2, 0.1, 0.1), (0.7, 0.6, 0.2, 0.1)


def desk_of(size_cm: tuple[float, float] | None = (40, 60), pixels_per_mm: float | None = 4.0) -> Desk:
    shown = exhibition(2, 0)
    first = replace(
        shown.works[0],
        size_cm=size_cm,
        focus=(0.7, 0.7),
        details=(
            Detail(HAT, Text((("en", "The hat"), ("ar", "القبعة")))),
            Detail(HAND, Text((("en", "The hand"),))),
            Detail((0, 0, 1, 1), plain("All of it")),
        ),
    )
    desk = Desk(replace(shown, works=(first, shown.works[1])))
    desk.closer.fit(SCREEN, 1.0, pixels_per_mm)
    desk.look()
    return desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = desk_of()
    yield made
    made.closer.gone()


def in_middle(desk: Desk) -> tuple[float, float]:
    """The part of the picture in the middle of the room."""
    return (600 - desk.closer.x) / desk.closer.width, (400 - desk.closer.y) / desk.closer.height


def test_nothing_is_read_until_it_is_asked_for(desk: Desk) -> None:
    assert (desk.closer.guide.page, desk.closer.guide.current) == (Page.NOTHING, -1)


def test_the_label_comes_and_leaves_and_takes_the_place_of_the_details(desk: Desk) -> None:
    guide = desk.closer.guide
    guide.toggleLabel()
    assert guide.page == Page.LABEL
    guide.toggleDetails()
    assert guide.page == Page.DETAILS
    guide.toggleLabel()
    guide.toggleLabel()
    assert guide.page == Page.NOTHING


def test_a_detail_is_told_in_the_visitors_language_or_else_in_another(desk: Desk) -> None:
    guide = desk.closer.guide
    assert [each["words"] for each in guide.details] == ["The hat", "The hand", "All of it"]
    assert [guide.details[0][side] for side in ("x", "y", "width", "height")] == list(HAT)
    desk.labels.language = "ar"
    desk.closer.retell()
    assert [each["words"] for each in guide.details] == ["القبعة", "The hand", "All of it"]
    assert [each["rightToLeft"] for each in guide.details] == [True, False, True]
    assert [each["family"] for each in guide.details] == [ARABIC, "", ARABIC], "set otherwise than the label is"


def test_a_detail_brings_the_picture_there_on_a_way_of_its_own(desk: Desk) -> None:
    desk.closer.guide.show(0)
    assert (desk.closer.guide.page, desk.closer.guide.current) == (Page.DETAILS, 0)
    assert desk.closer.moving
    assert desk.closer.distance > 0
    desk.closer.fly(1)
    assert in_middle(desk) == pytest.approx((0.15, 0.25), abs=0.01)
    desk.closer.step(1)
    assert desk.closer.distance == 0, "a button's way is straight"


def test_details_follow_one_another_and_begin_again(desk: Desk) -> None:
    guide = desk.closer.guide
    seen = []
    for _ in range(4):
        guide.next()
        seen.append(guide.current)
    assert seen == [0, 1, 2, 0]
    guide.previous()
    assert guide.current == 2
    guide.show(3)
    guide.show(-1)
    assert guide.current == 2, "there is no such detail"


def test_before_any_was_chosen_the_one_before_is_the_last(desk: Desk) -> None:
    desk.closer.guide.toggleDetails()
    desk.closer.guide.previous()
    assert desk.closer.guide.current == 2


def test_a_work_without_details_has_none_to_show(desk: Desk) -> None:
    desk.closer.gone()
    desk.closer.consider(1)
    desk.closer.open(300, 200, 300)
    guide = desk.closer.guide
    assert guide.details == []
    guide.toggleDetails()
    guide.next()
    guide.previous()
    assert guide.page == Page.NOTHING


@pytest.mark.parametrize("leave", ["close", "gone"])
def test_who_leaves_takes_nothing_along(desk: Desk, leave: str) -> None:
    desk.closer.guide.show(1)
    desk.closer.toggleLifeSize()
    getattr(desk.closer, leave)()
    desk.closer.gone()
    desk.look()
    assert (desk.closer.guide.page, desk.closer.guide.current) == (Page.NOTHING, -1)
    assert not desk.closer.sizes.lifeSize
    assert desk.closer.whole


def test_the_scale_bar_says_how_long_it_is_and_follows_the_zoom(desk: Desk) -> None:
    sizes = desk.closer.sizes
    assert sizes.barLength == 0, "nobody said how long it may be"
    sizes.allowBar(120)
    assert (sizes.barLength, sizes.barWords) == (pytest.approx(50 / 600 * 1000), "5\N{NO-BREAK SPACE}cm")
    desk.closer.step(20)
    desk.closer.fly(1)
    assert (sizes.barLength, sizes.barWords) == (pytest.approx(10 / 600 * 6000), "1\N{NO-BREAK SPACE}cm")
    desk.labels.language = "ar"
    desk.closer.retell()
    assert sizes.barWords.endswith("سم")


def test_in_life_size_the_work_has_its_size_on_this_screen(desk: Desk) -> None:
    sizes = desk.closer.sizes
    assert sizes.lifeSizePossible
    desk.closer.toggleLifeSize()
    desk.closer.fly(1)
    assert desk.closer.width == pytest.approx(600 * 4.0)
    assert (sizes.lifeSize, sizes.fits, sizes.isBeside) == (True, False, False)
    assert (sizes.companion, sizes.companionMm) == (Beside.HAND, 180)
    assert (sizes.seenWords, sizes.sizeWords) == ("20 × 25 cm", "40 × 60 cm")
    assert in_middle(desk) == pytest.approx((0.7, 0.7), abs=0.06), "at the work's focus, as far as the edge allows"
    desk.closer.toggleLifeSize()
    desk.closer.fly(1)
    assert not sizes.lifeSize
    assert desk.closer.whole


def test_without_a_size_there_is_neither_bar_nor_life_size() -> None:
    desk = desk_of(size_cm=None)
    sizes = desk.closer.sizes
    sizes.allowBar(120)
    desk.closer.toggleLifeSize()
    assert (sizes.barLength, sizes.barWords, sizes.lifeSizePossible, sizes.lifeSize) == (0, "", False, False)
    assert (sizes.sizeWords, sizes.companion) == ("", Beside.NOTHING)
    desk.closer.gone()


def test_on_a_screen_of_unknown_size_life_size_is_not_offered_but_the_bar_is() -> None:
    desk = desk_of(pixels_per_mm=None)
    desk.closer.sizes.allowBar(120)
    assert not desk.closer.sizes.lifeSizePossible
    assert desk.closer.sizes.barLength > 0
    desk.closer.toggleLifeSize()
    assert desk.closer.whole
    told = []
    desk.closer.sizes.workChanged.connect(lambda: told.append(True))
    desk.closer.fit(SCREEN, 1.0, 4.0)
    assert told
    assert desk.closer.sizes.lifeSizePossible
    desk.closer.gone()


def test_a_tiny_work_has_a_hand_beside_it() -> None:
    desk = desk_of(size_cm=(4, 6), pixels_per_mm=2.0)
    desk.closer.toggleLifeSize()
    desk.closer.fly(1)
    sizes = desk.closer.sizes
    assert desk.closer.width == pytest.approx(60 * 2.0)
    assert (sizes.isBeside, sizes.fits, sizes.companion) == (True, True, Beside.HAND)
    assert not desk.closer.canZoomOut
    assert not desk.closer.whole, "there is a way back to the whole picture"
    desk.closer.step(1)
    desk.closer.fly(1)
    assert desk.closer.whole
    desk.closer.gone()


def test_something_that_comes_beside_the_picture_pushes_it_gently(desk: Desk) -> None:
    sent = []
    desk.closer.sent.connect(lambda: sent.append(True))
    desk.closer.stand(100, 0, 600, 800, *SCREEN)
    assert (sent, desk.closer.width) == ([True], pytest.approx(1000))
    desk.closer.fly(1)
    assert desk.closer.width == pytest.approx(600)
    desk.closer.stand(100, 0, 500, 800, 1100, 800)
    assert (len(sent), desk.closer.width) == (1, pytest.approx(500)), "another window moves nothing slowly"


def test_slider_and_map_move_at_once_or_in_one_move(desk: Desk) -> None:
    closer = desk.closer
    closer.slide(1)
    assert (closer.width, closer.depth, closer.moving) == (pytest.approx(LARGE[0]), 1, False)
    closer.point(0.25, 0.5)
    assert in_middle(desk) == pytest.approx((0.25, 0.5))
    closer.reach(0)
    assert closer.moving
    closer.fly(1)
    assert closer.whole
    closer.slide(1)
    closer.head(0.75, 0.5)
    assert closer.moving
    closer.fly(1)
    assert in_middle(desk) == pytest.approx((0.75, 0.5))


def test_what_tells_of_a_detail_comes_while_the_picture_goes_there(desk: Desk) -> None:
    desk.closer.guide.show(0)
    desk.closer.fly(0.2)
    desk.closer.stand(100, 0, 600, 800, *SCREEN)
    desk.closer.fly(1)
    middle = (400 - desk.closer.x) / desk.closer.width, (400 - desk.closer.y) / desk.closer.height
    assert middle == pytest.approx((0.15, 0.25), abs=0.01), "it is in the middle of what is left of the room"
