"""What a turn of a page does to the parts of the stage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pictures.orders import LIGHT_COLUMNS, LIGHT_ROWS
from kiosk.visit.flashes import MOST, flashes
from kiosk.visit.flicker import COLUMNS, MOST_CHANGES, MOVING, ROWS, WARY, Flicker, Hung, Place, between, on_stage

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
        then = flicker.turned(now, tuple(view))
        if then.harmless():
            flicker = then.drawn(now)
            frames.append((now, tuple(view)))
    assert flashes(frames, COLUMNS, field=1) <= MOST


TICK_S = 0.02
events = st.lists(st.tuples(st.integers(1, 30), st.integers(0, 6), st.integers(0, 3), st.booleans()), max_size=60)
SHADES = (0.0, 0.05, 0.1, 0.3, 0.5, 0.9, 1.0)


@given(events)
def test_however_presses_bunch_and_frames_stall_no_second_that_is_shown_has_more_than_three(
    asked: list[tuple[int, int, int, bool]],
) -> None:
    """Each event: so many ticks of standing still, a press for this picture, so many frames, by a fade or a cut."""
    flicker, now, at = Flicker(), 0.0, 0.0
    going, coming, share = 0.0, 0.0, 1.0
    frames: list[tuple[float, tuple[float, ...]]] = []
    for stall, shade, drawn, fading in asked:
        now += stall * TICK_S
        view = (SHADES[shade],) * (COLUMNS * ROWS)
        way = (between(flicker.shown, view, 0.0),) if fading else ()
        then = flicker.turned(now, *way, view, moving=fading)
        if then.harmless():
            flicker, going, coming, at, share = then, coming, SHADES[shade], now, 0.0 if fading else 1.0
        for _ in range(drawn):
            now += TICK_S
            if share < 1:
                share = min(1.0, share + (now - at))
                flicker = flicker if share < 1 else flicker.over()
            frames.append((now, (blended(going, coming, share),)))
            flicker = flicker.drawn(now)
    assert flashes(frames, 1, field=1) <= MOST


def blended(going: float, coming: float, share: float, ground: float = 0.0) -> float:
    """What a cross-fade shows: colours as they are encoded, the one that comes over the one that goes."""
    old, new, wall = (each ** (1 / 2.2) for each in (going, coming, ground))
    through = 1 - max(0.0, (share - 0.35) / 0.65)
    return (share * new + (1 - share) * (through * old + (1 - through) * wall)) ** 2.2


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_a_cross_fade_is_never_darker_or_brighter_than_it_is_reckoned(
    going: float, coming: float, ground: float, share: float
) -> None:
    seen = blended(going, coming, share, ground)
    (way,) = between((going,), (coming,), ground)
    low, high = min(going, coming, way), max(going, coming, way)
    assert seen >= low - 1e-9
    assert seen <= high + WARY


def test_so_many_changes_in_a_second_are_let_through_and_one_more_when_the_first_was_seen_a_second_ago() -> None:
    flicker = Flicker()
    for number in range(MOST_CHANGES):
        flicker = flicker.turned(number / 10, WHITE if number % 2 else BLACK).drawn(number / 10 + 0.05)
        assert flicker.harmless()
    other = WHITE if MOST_CHANGES % 2 else BLACK
    assert not flicker.turned(0.7, other).harmless()
    assert flicker.next_time(0.7) == pytest.approx(1.05)
    assert not flicker.turned(1.0, other).harmless()
    assert flicker.turned(1.05, other).harmless()


def test_what_no_frame_has_shown_yet_counts_however_long_ago_it_was_decided() -> None:
    flicker = Flicker()
    for number in range(MOST_CHANGES):
        flicker = flicker.turned(0.0, WHITE if number % 2 else BLACK)
    other = WHITE if MOST_CHANGES % 2 else BLACK
    assert not flicker.turned(5.0, other).harmless()
    assert not flicker.drawn(6.0).turned(6.9, other).harmless()
    assert flicker.drawn(6.0).turned(7.0, other).harmless()


def test_a_cross_fade_between_pale_pictures_on_a_dark_wall_dims_on_the_way() -> None:
    flicker = Flicker().turned(0, PALE).drawn(0)
    assert max(between(PALE, PALE, 0.0)) < 0.8
    assert flicker.calm(10)
    assert not flicker.turned(10, between(PALE, PALE, 0.0), PALE, moving=True).calm(11.5)


def test_a_fade_counts_until_its_last_frame_and_one_that_is_overtaken_until_the_next() -> None:
    fading = Flicker().turned(0, BLACK).drawn(0).turned(10, WHITE, moving=True)
    assert not fading.drawn(10.5).calm(20)
    assert not fading.drawn(10.5).over().calm(20)
    assert fading.drawn(10.5).over().drawn(11).calm(12)
    overtaken = fading.turned(10.2, BLACK, moving=True).drawn(10.3)
    assert [cell.times[-2:] for cell in overtaken.cells[:1]] == [(10.3, MOVING)]


def test_a_picture_that_comes_on_late_ends_no_move() -> None:
    flicker = Flicker().turned(0, (), moving=True).also(WHITE).drawn(1)
    assert flicker.moving
    assert not flicker.calm(9)


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


def test_a_card_whose_picture_has_come_since_covers_nothing_yet() -> None:
    assert on_stage((Hung(LIGHT, 0.2, 0.2, 0.0, 0.0),), 0.25) == (0.25,) * (COLUMNS * ROWS)


def test_nothing_is_known_of_a_stage_with_a_picture_without_light() -> None:
    dark = Hung(b"", 0.5, 0.0, 0.5, 1.0)
    assert on_stage((dark,), 0.0) == ()
    assert on_stage((Hung(LIGHT, 0.0, 0.0, 0.5, 1.0), dark), 0.0) == ()
