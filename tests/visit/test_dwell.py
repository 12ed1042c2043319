"""How long a work stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.dwell import Dwell, dwell_s


@pytest.mark.parametrize(
    ("words", "configured", "seconds"),
    [(0, None, 12), (20, None, 12), (21, None, 12.3), (80, None, 30), (300, 8, 8), (0, 600, 600)],
)
def test_a_label_gets_time_to_be_read(words: int, configured: float | None, seconds: float) -> None:
    assert dwell_s(words, configured) == pytest.approx(seconds)


def test_a_clock_runs_from_start_to_end() -> None:
    clock = Dwell.start(100, 20)
    assert [clock.progress(now) for now in (100, 105, 120, 130)] == [0, 0.25, 1, 1]
    assert [clock.remaining(now) for now in (100, 105, 120, 130)] == [20, 15, 0, 0]
    assert [clock.due(now) for now in (100, 119.9, 120, 130)] == [False, False, True, True]


def test_a_held_clock_stands_still_and_goes_on_where_it_was() -> None:
    clock = Dwell.start(0, 20).hold(5).hold(9)
    assert (clock.progress(1000), clock.due(1000)) == (0.25, False)
    assert Dwell.start(0, 20).hold(5).resume(100).due(115)
    assert not Dwell.start(0, 20).hold(5).resume(100).resume(101).due(114)


def test_a_clock_without_length_is_over_at_once() -> None:
    assert Dwell.start(3, 0).due(3)
    assert Dwell.start(3, 0).progress(3) == 1


@given(st.floats(0, 1e7), st.floats(0.01, 1e4), st.lists(st.tuples(st.floats(0, 50), st.booleans())))
def test_a_clock_never_runs_backwards(start: float, length: float, waits: list[tuple[float, bool]]) -> None:
    clock, now, seen = Dwell.start(start, length), start, 0.0
    for seconds, held in waits:
        now += seconds
        clock = clock.hold(now) if held else clock.resume(now)
        assert clock.progress(now) >= seen - 1e-6
        assert clock.due(now) == (clock.remaining(now) == 0)
        seen = clock.progress(now)
    assert clock.resume(now).due(now + clock.remaining(now) + 1e-6)
