"""The wall of thumbnails."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.wall import HIGHEST, LOWEST, Row, justify

ASPECTS = st.lists(st.floats(0.1, 12), max_size=80)
USUAL = st.lists(st.floats(0.6, 1.8), max_size=80)
WIDTHS = st.floats(900, 4000)


def width_of(row: Row, gap: float) -> float:
    return sum(row.widths) + gap * (row.count - 1)


@given(ASPECTS, st.floats(200, 4000), st.floats(80, 500), st.floats(0, 20))
def test_the_wall_has_every_work_once_in_order_and_true_to_shape(
    aspects: list[float], width: float, target: float, gap: float
) -> None:
    rows = justify(aspects, width, target, gap)
    assert [row.first + n for row in rows for n in range(row.count)] == list(range(len(aspects)))
    for row in rows:
        assert row.count == len(row.widths) > 0
        for n, drawn in enumerate(row.widths):
            shape = min(max(aspects[row.first + n], 0.25), 5)
            assert drawn == pytest.approx(shape * row.height, abs=1 + shape / 2)  # to whole pixels
            assert drawn == round(drawn)
    for row, below in pairwise(rows):
        assert below.top == pytest.approx(row.top + row.height + gap)


@given(ASPECTS, st.floats(200, 4000), st.floats(80, 500), st.floats(0, 20))
def test_every_row_but_the_last_is_as_wide_as_the_wall(
    aspects: list[float], width: float, target: float, gap: float
) -> None:
    *full, last = justify([*aspects, 1.0], width, target, gap)
    assert all(width_of(row, gap) == pytest.approx(width, abs=0.5 + 1e-6) for row in full)
    assert width_of(last, gap) <= width + 0.5 + 1e-6
    assert last.height <= target + 0.5


@given(USUAL, WIDTHS)
def test_rows_of_usual_pictures_are_near_the_target_height(aspects: list[float], width: float) -> None:
    for row in justify(aspects, width, 220, 12)[:-1]:
        assert LOWEST <= row.height / 220 <= HIGHEST


@given(ASPECTS, ASPECTS, st.integers(0, 80), WIDTHS)
def test_what_comes_later_moves_no_row_above(aspects: list[float], later: list[float], at: int, width: float) -> None:
    kept = aspects[: at + 1]
    rows, changed = justify(aspects, width, 200, 10), justify(kept + later, width, 200, 10)
    above = [row for row in rows if row.first + row.count <= len(kept) - 1]
    assert list(changed[: len(above)]) == above


def test_a_panorama_has_a_row_for_itself() -> None:
    rows = justify([1.5, 1.5, 1.5, 1.5, 5, 1.5, 1.5], 1200, 220, 10)
    assert [row.count for row in rows] == [4, 1, 2]
    assert rows[1].widths == (1200,)


@pytest.mark.parametrize(
    ("aspects", "gap", "count"),
    [
        ([1.5, 1.5, 1.5], 0, 3),  # 333 or 222 high: 222 is nearer to 250
        ([1.5, 1.5, 1.5], 100, 2),  # 300 or 178 high, between wide gaps
        ([1.5, 1.5, 2.9], 0, 2),  # 333 or 169 high: 169 is too low
        ([2.9, 2.8, 1.0], 0, 2),  # 345 or 175 high: 345 is too high
    ],
)
def test_a_row_takes_the_next_work_if_that_brings_it_nearer(aspects: list[float], gap: float, count: int) -> None:
    assert justify([*aspects, 1.0, 1.0], 1000, 250, gap)[0].count == count


def test_the_last_row_keeps_the_target_height() -> None:
    (row,) = justify([1, 1], 1000, 200, 10)
    assert row == Row(0, 200, 0, 2, (200, 200))


def test_a_wall_without_works_has_no_rows() -> None:
    assert list(justify([], 1000, 200, 10)) == []


@given(ASPECTS, st.integers(-5, 90))
def test_a_work_is_found_in_its_row(aspects: list[float], place: int) -> None:
    rows = justify(aspects, 1000, 200, 10)
    expected = [n for n, row in enumerate(rows) if row.first <= place < row.first + row.count]
    assert rows.with_work(place) == (expected[0] if expected else -1)
    assert rows[::-1] == tuple(reversed(list(rows)))
