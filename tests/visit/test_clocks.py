"""A clock that runs faster than the world's."""

from __future__ import annotations

from kiosk.visit.clocks import Hastened


def test_it_runs_so_many_times_as_fast_from_where_it_was() -> None:
    seconds = iter((100.0, 100.0, 100.1, 100.3))
    now = Hastened(lambda: next(seconds), speed=60, most_s=0.25)
    assert [round(now(), 6) for _ in range(3)] == [100, 106, 118]


def test_what_stood_still_has_not_lived() -> None:
    seconds = iter((0.0, 900.0, 900.1))
    now = Hastened(lambda: next(seconds), speed=60, most_s=0.25)
    assert [round(now(), 6) for _ in range(2)] == [15, 21]
