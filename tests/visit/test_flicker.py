"""What a turn of a page does to the parts of the stage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pictures.orders import LIGHT_COLUMNS, LIGHT_ROWS
from kiosk.visit.flashes import MOST, flashes
from kiosk.visit.flicker import COLUMNS, DIP, MOST_CHANGES, ROWS, Flicker, on_stage

BLACK, WHITE = (0.0,) * (COLUMNS * ROWS), (1.0,) * (COLUMNS * ROWS)
PALE = (0.9,) * (COLUMNS * ROWS)
CELLS = LIGHT_COLUMNS * LIGHT_ROWS
cells = st.lists(st.floats(0, 1), min_size=COLUMNS * ROWS, max_size=COLUMNS * ROWS)
turns = st.lists(st.tuples(st.floats(0.005, 0.6), cells), max_size=40)


@given(turns)
def test_cuts_that_are_let_through_never_flash_more_than_three_times_a_second(
    asked: list[tuple[float, list[float]]],
) -> None:
    flicker, now, frames = Flicker(), 0.0, []
    for after, view in asked:
        now += after
        then = flicker.turned(now, tuple(view), 0.0)
        if then.harmless():
            flicker = then
            frames.append((now, tuple(view)))
    assert flashes(frames, COLUMNS, field=1) <= MOST


def test_so_many_changes_in_a_second_are_let_through_and_one_more_when_the_first_is_a_second_ago() -> None:
    flicker = Flicker()
    for number in range(MOST_CHANGES):
        flicker = flicker.turned(number / 10, WHITE if number % 2 else BLACK, 0.0)
        assert flicker.harmless()
    other = WHITE if MOST_CHANGES % 2 else BLACK
    assert not flicker.turned(0.7, other, 0.0).harmless()
    assert flicker.next_time(0.7) == pytest.approx(1.0)
    assert flicker.turned(1.0, other, 0.0).harmless()


def test_a_cross_fade_between_pale_pictures_on_a_dark_wall_dims_on_the_way() -> None:
    flicker = Flicker().turned(0, PALE, 0.0).turned(10, PALE, 0.0, 1.0, fading=True)
    assert flicker.coming[0].until == 10 + DIP
    assert max(flicker.coming[0].cells) < 0.8
    assert flicker.calm(10)
    assert not flicker.turned(11.5, PALE, 0.0).calm(11.5)


def test_a_cut_overtakes_a_fade_that_has_hardly_begun() -> None:
    flicker = Flicker().turned(0, BLACK, 0.0).turned(10, WHITE, 0.0, 1.0, fading=True).turned(10.01, BLACK, 0.0)
    assert flicker.calm(10.01)


def test_a_fade_after_an_unfinished_one_shows_what_that_one_led_to() -> None:
    flicker = Flicker().turned(0, BLACK, 0.0).turned(10, WHITE, 0.0, 1.0, fading=True)
    flicker = flicker.turned(10.01, BLACK, 0.0, 1.0, fading=True)
    assert not flicker.calm(10.01)


@pytest.mark.parametrize(("shape", "lit"), [(1.5, 54), (0.75, 30), (6.0, 18)])
def test_a_picture_hangs_in_the_middle_of_the_stage(shape: float, lit: int) -> None:
    there = on_stage(bytes([255] * CELLS), shape, 1.5, 0.25)
    assert len(there) == COLUMNS * ROWS
    assert there.count(1.0) == lit
    assert there.count(0.25) == COLUMNS * ROWS - lit


def test_cells_are_those_of_the_picture_from_left_to_right_and_down() -> None:
    there = on_stage(bytes(range(CELLS)), 1.5, 1.5, 0.0)
    assert [round(255 * cell) for cell in there[:COLUMNS]] == [0, 0, 1, 2, 3, 3, 4, 5, 5]
    assert round(255 * there[-1]) == CELLS - 1


def test_nothing_is_known_of_a_picture_without_light() -> None:
    assert on_stage(b"", 1.5, 1.5, 0.0) == ()
