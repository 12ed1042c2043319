"""What grows, told from what goes up and down."""

from __future__ import annotations

from random import Random

import pytest

from kiosk.staff.soak.trend import growth, slope, step


def test_a_line_has_its_slope() -> None:
    assert slope([(x, 3 + 2 * x) for x in range(10)]) == 2
    assert growth([(x, 3 + 2 * x) for x in range(10)]) == 18


def test_a_quarter_of_the_points_may_lie_anywhere() -> None:
    chance = Random(1)
    points = [(x, 5.0 * x + (chance.uniform(0, 10_000) if x % 4 == 0 else 0)) for x in range(200)]
    assert slope(points) == pytest.approx(5, rel=0.15)


def test_of_very_many_points_some_are_enough() -> None:
    assert slope([(x, x) for x in range(20_000)]) == 1


def test_one_that_comes_late_and_stays_is_a_step_and_no_slope() -> None:
    points = [(x, 17.0 + (x >= 70)) for x in range(100)]
    assert growth(points) < 1
    assert step(points) == 1


def test_nothing_is_told_of_nothing() -> None:
    assert (slope([]), growth([]), step([]), slope([(1, 2)]), step([(1, 2)])) == (0, 0, 0, 0, 0)
