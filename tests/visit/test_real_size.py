"""How large a work really is: the scale bar, life size, and what a screen must tell for it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.real_size import Companion, RealSize, measured_density, rounded_down
from kiosk.visit.viewport import Room, View

PICTURE = (6000, 4000)
WORK = RealSize((400.0, 600.0), PICTURE, 4.0)
ROOM = Room(100, 0, 1700, 1080, PICTURE)


@given(st.floats(1e-3, 1e6))
def test_a_round_length_is_1_2_or_5_with_zeros_and_fills_at_least_two_fifths(length: float) -> None:
    found = rounded_down(length)
    figure = found / 10 ** math.floor(math.log10(found) + 1e-9)
    assert min(abs(figure - step) for step in (1, 2, 5)) < 1e-6
    assert 0.399 * length <= found <= length * (1 + 1e-6)


@given(st.floats(0.01, 4), st.floats(40, 400))
def test_a_bar_is_as_long_in_the_picture_as_it_says(scale: float, longest: float) -> None:
    bar = WORK.bar(scale, longest)
    assert bar is not None
    assert bar.pixels <= longest * 1.000001
    assert bar.pixels == pytest.approx(bar.mm / 600 * PICTURE[0] * scale)


def test_the_bar_follows_the_zoom() -> None:
    assert [bar.mm for scale in (0.1, 0.25, 1, 4) if (bar := WORK.bar(scale, 100))] == [100, 20, 10, 2]


def test_in_life_size_a_mm_of_the_work_is_one_of_the_screen() -> None:
    assert WORK.life == pytest.approx(0.4)
    assert (WORK.life or 0) * PICTURE[0] == pytest.approx(600 * 4)


@pytest.mark.parametrize(
    ("work", "why"),
    [
        (RealSize((400, 600), PICTURE), "nothing is known of the screen"),
        (RealSize((600, 400), PICTURE, 4), "height and width are exchanged"),
        (RealSize((40_000, 60_000), (1200, 800), 4), "it would be squares"),
    ],
)
def test_life_size_is_not_claimed(work: RealSize, why: str) -> None:
    assert work.life is None, why


def test_of_a_picture_of_another_shape_no_length_is_told() -> None:
    assert RealSize((600, 400), PICTURE, 4).bar(1, 100) is None
    assert RealSize((420, 600), PICTURE, 4).bar(1, 100) is not None, "a little frame does not matter"


@pytest.mark.parametrize(
    ("size_mm", "companion", "beside", "fits"),
    [
        ((130, 100), Companion.HAND, True, True),
        ((260, 200), Companion.HAND, False, True),
        ((600, 400), Companion.HAND, False, False),
        ((2000, 6000), Companion.PERSON, False, False),
    ],
)
def test_a_small_work_has_a_hand_and_a_large_one_a_person(
    size_mm: tuple[float, float], companion: Companion, beside: bool, fits: bool
) -> None:
    picture = (round(10 * size_mm[1]), round(10 * size_mm[0]))
    work = RealSize(size_mm, picture, 3.6)
    assert work.companion is companion
    assert work.stands_beside(ROOM) is beside
    assert (work.share(ROOM) <= 1) is fits


def test_a_hand_that_has_no_room_does_not_stand_there() -> None:
    narrow = Room(0, 0, 500, 1080, PICTURE)
    assert not RealSize((130, 100), (1000, 1300), 3.6).stands_beside(narrow)


def test_it_is_told_how_much_is_seen() -> None:
    whole = WORK.seen(ROOM, View(400, 100, 0.1))
    assert whole == pytest.approx((400, 600))
    half = WORK.seen(ROOM, View(-200, 0, 0.1))
    assert half == pytest.approx((400, 600 - 300))
    assert WORK.seen(ROOM, View(5000, 5000, 0.1)) == (0, 0)


@pytest.mark.parametrize(
    ("pixels", "millimetres", "inches", "density"),
    [
        ((1920, 1080), (531, 299), None, 1920 / 531),
        ((1920, 1080), (508, 286), None, None),
        ((1920, 1080), (488, 274), None, None),
        ((3840, 2160), (1016, 572), None, None),
        ((1920, 1080), (160, 90), None, 12.0),
        ((1920, 1080), (16, 9), None, None),
        ((1920, 1080), (1600, 900), None, 1.2),
        ((1920, 1080), (520, 320), None, None),
        ((1920, 1080), (0, 0), None, None),
        ((1920, 1080), (508, 286), 24.0, 3.614),
    ],
    ids=["told", "96 dpi", "100 dpi", "96 dpi at 4K", "dense", "cm for mm", "wall", "oblong", "unknown", "by staff"],
)
def test_a_screen_that_makes_its_size_up_is_not_believed(
    pixels: tuple[int, int], millimetres: tuple[int, int], inches: float | None, density: float | None
) -> None:
    found = measured_density(pixels, millimetres, inches)
    assert found == (pytest.approx(density, rel=1e-3) if density else None)
