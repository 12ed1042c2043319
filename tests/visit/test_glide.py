"""A picture let go in motion comes to rest within its limits, without a jump."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.glide import AT_REST, MOST_SPEED, SLOWING_S, STILL_S, Glide, Run, Trace
from kiosk.visit.viewport import Room, View

ROOM = Room(100, 0, 1720, 1080, (12000, 8000))
NEAR = ROOM.settled(View(-3000, -2000, 1.0))
SPEEDS = st.floats(-9000, 9000)
PLACES = st.floats(-4000, 4000)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    low, high = sorted((draw(PLACES), draw(PLACES)))
    return Run(draw(PLACES), draw(SPEEDS), low, high)


def test_a_fling_goes_on_in_its_direction_and_slows_down() -> None:
    glide = Glide.of(ROOM, NEAR, (-2000, 500))
    assert glide.rest == View(NEAR.x - 2000 * SLOWING_S, NEAR.y + 500 * SLOWING_S, 1.0)
    steps = [glide.at(moment / 60) for moment in range(60)]
    ways = [before.x - after.x for before, after in itertools.pairwise(steps)]
    assert ways == sorted(ways, reverse=True)
    assert ways[0] == pytest.approx(2000 / 60, rel=0.05)


def test_a_fling_beyond_a_limit_goes_a_little_over_it_and_comes_back() -> None:
    glide = Glide.of(ROOM, NEAR._replace(x=0.0), (2500, 0))
    steps = [glide.at(moment / 60).x for moment in range(120)]
    assert glide.rest.x == ROOM.left
    assert ROOM.left < max(steps) < ROOM.left + ROOM.width * 0.1
    assert steps[-1] == ROOM.left


def test_what_is_let_go_still_beyond_a_limit_comes_back() -> None:
    pulled = ROOM.pulled(NEAR._replace(x=700.0, y=-9000.0))
    glide = Glide.of(ROOM, pulled, (0, 0))
    steps = [glide.at(moment / 60) for moment in range(60)]
    assert [view.x for view in steps] == sorted((view.x for view in steps), reverse=True)
    assert glide.rest == ROOM.settled(pulled)


def test_a_picture_that_fits_has_nowhere_to_go() -> None:
    glide = Glide.of(ROOM, ROOM.fitted, (900, -900))
    assert glide.rest == ROOM.fitted
    assert Glide.of(ROOM, ROOM.fitted, (0, 0)).seconds == 0


def test_no_fling_is_faster_than_can_be_seen() -> None:
    assert Glide.of(ROOM, NEAR, (1e6, -1e6)) == Glide.of(ROOM, NEAR, (MOST_SPEED * 1720, -MOST_SPEED * 1720))


def test_a_finger_is_as_fast_as_its_last_way() -> None:
    trace = Trace()
    for step in range(10):
        trace = trace.moved(7 + step * 0.01, (step * 10.0, -step * 5.0))
    assert trace.speed(7.09) == (pytest.approx(1000), pytest.approx(-500))
    assert len(trace.points) <= 1 + STILL_S / 0.01


def test_a_finger_that_rests_before_it_is_lifted_is_not_fast() -> None:
    trace = Trace().moved(7, (0, 0)).moved(7.02, (90, 0))
    assert trace.speed(7.02)[0] == pytest.approx(4500)
    assert trace.speed(7.02 + STILL_S * 1.01) == (0, 0)
    assert Trace().moved(7, (0, 0)).speed(7) == (0, 0)
    assert Trace().moved(7, (0, 0)).moved(7, (50, 0)).speed(7) == (0, 0)


@given(runs())
def test_it_comes_to_rest_within_the_limits(run: Run) -> None:
    assert run.low <= run.rest <= run.high
    for late in (0, 0.01, 0.1, 1, 10):
        assert abs(run.at(run.seconds + late) - run.rest) <= AT_REST + 1e-6


@given(runs())
def test_it_begins_where_it_was_let_go_and_never_jumps(run: Run) -> None:
    assert run.at(0) == pytest.approx(run.start)
    frames = [run.at(moment / 240) for moment in range(round(run.seconds * 240) + 2)]
    fastest = max(abs(run.speed), 14.0 * max(0.0, run.low - run.start, run.start - run.high)) / 240
    for before, after in itertools.pairwise(frames):
        assert abs(after - before) <= fastest * 1.2 + 0.01


@given(runs())
def test_it_never_goes_further_beyond_a_limit_than_it_was_let_go_or_its_speed_carries_it(run: Run) -> None:
    most = max(0.0, run.low - run.start, run.start - run.high) + abs(run.speed) / 14.0
    for moment in range(round(run.seconds * 60) + 2):
        place = run.at(moment / 60)
        assert run.low - most - 0.01 <= place <= run.high + most + 0.01
