"""Flashes are counted as WCAG defines them."""

from __future__ import annotations

import math

import pytest

from kiosk.visit.flashes import flashes

COLUMNS = ROWS = 8


def frames(values: list[float], share: float = 1.0, hz: float = 30) -> list[tuple[float, tuple[float, ...]]]:
    """Frames of one luminance after the other, on that share of the cells; the others stay black."""
    lit = round(share * COLUMNS * ROWS)
    return [(i / hz, tuple([value] * lit + [0.0] * (COLUMNS * ROWS - lit))) for i, value in enumerate(values)]


def blinking(hz: float, low: float = 0.0, high: float = 1.0) -> list[float]:
    """Two seconds of light that comes and goes `hz` times a second, thirty frames each."""
    return [high if (i * 2 * hz // 30) % 2 else low for i in range(60)]


@pytest.mark.parametrize(("hz", "most"), [(0, 0), (1, 1), (3, 3), (5, 5)])
def test_each_pair_of_changes_is_a_flash(hz: float, most: int) -> None:
    assert flashes(frames(blinking(hz)), COLUMNS) == most


def test_a_change_of_less_than_a_tenth_is_none() -> None:
    assert flashes(frames(blinking(5, 0.5, 0.59)), COLUMNS) == 0
    assert flashes(frames(blinking(5, 0.5, 0.61)), COLUMNS) == 5


def test_between_bright_and_brighter_there_is_none() -> None:
    assert flashes(frames(blinking(5, 0.81, 1.0)), COLUMNS) == 0


def test_a_slow_change_counts_once_however_many_frames_it_takes() -> None:
    wave = [0.5 + 0.5 * math.sin(2 * math.pi * i / 30) for i in range(60)]
    assert flashes(frames(wave), COLUMNS) == 1


def test_a_staircase_is_no_flash() -> None:
    assert flashes(frames([i / 60 for i in range(60)]), COLUMNS) == 0


def test_a_small_part_of_a_field_is_harmless() -> None:
    assert flashes(frames(blinking(5), share=1 / 64), COLUMNS) == 0
    assert flashes(frames(blinking(5), share=0.5), COLUMNS) == 5


def test_no_frames_show_none() -> None:
    assert flashes([], COLUMNS) == 0
