"""What a turn of a page does to the parts of the stage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pictures.orders import LIGHT_COLUMNS, LIGHT_ROWS
from kiosk.visit.flashes import MOST, flashes
from kiosk.visit.flicker import COLUMNS, DIP, MOST_CHANGES, ROWS, Flicker, Hung, Place, on_stage

BLACK, WHITE = (0.0,) * (COLUMNS * ROWS), (1.0,) * (COLUMNS * ROWS)
PALE = (0.9,) * (COLUMNS * ROWS)
CELLS = LIGHT_COLUMNS * LIGHT_ROWS
LIGHT = bytes([255] * CELLS)
cells = st.lists(st.floats(0, 1), min_size=COLUMNS, max_size=COLUMNS).map(lambda row: row * ROWS)
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


WHOLE = COLUMNS * ROWS


@pytest.mark.parametrize(("shape", "lit"), [(1.5, WHOLE), (0.85, round(WHOLE * 0.85 / 1.5)), (6.0, 3 * COLUMNS)])
def test_a_picture_hangs_in_the_middle_of_the_stage(shape: float, lit: int) -> None:
    there = on_stage((Place(1.5).hang(LIGHT, shape),), 0.25)
    assert len(there) == WHOLE
    assert abs(there.count(1.0) - lit) <= ROWS
    assert there.count(0.25) == WHOLE - there.count(1.0)
    assert there == there[::-1], "as much wall on either side"


def test_cells_are_those_of_the_picture_from_left_to_right_and_down() -> None:
    there = on_stage((Place(1.5).hang(bytes(range(CELLS)), 1.5),), 0.0)
    first = [round(255 * cell) for cell in there[:COLUMNS]]
    assert first == sorted(first)
    assert set(first) == set(range(LIGHT_COLUMNS))
    assert round(255 * there[-1]) == CELLS - 1


def test_a_picture_alone_hangs_in_its_part_of_the_stage() -> None:
    there = on_stage((Place(3.0, 0.0, 0.0, 0.5, 1.0).hang(LIGHT, 1.5),), 0.0)
    for row in range(ROWS):
        cells = there[row * COLUMNS : (row + 1) * COLUMNS]
        assert cells == (1.0,) * (COLUMNS // 2) + (0.0,) * (COLUMNS // 2)


def test_two_pictures_light_their_own_places_and_every_part_of_each_is_seen() -> None:
    first = Hung(bytes(range(CELLS)), 0.0, 0.0, 0.4, 0.5)
    second = Hung(bytes(range(200, 200 + CELLS)), 0.6, 0.0, 0.4, 0.5)
    there = [round(255 * cell) for cell in on_stage((first, second), 1.0)]
    assert set(there) >= set(range(CELLS)) | set(range(200, 200 + CELLS))
    assert set(there[-COLUMNS:]) == {255}, "the wall below them"
    assert there[8] == 255, "the wall between them"


def test_nothing_is_known_of_a_stage_with_a_picture_without_light() -> None:
    dark = Hung(b"", 0.5, 0.0, 0.5, 1.0)
    assert on_stage((dark,), 0.0) == ()
    assert on_stage((Hung(LIGHT, 0.0, 0.0, 0.5, 1.0), dark), 0.0) == ()
