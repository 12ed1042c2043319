"""A closer look under fingers, keys and time."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from kiosk.visit.glide import Glide
from kiosk.visit.looking import Flight, Hold, Looking
from kiosk.visit.viewport import LEAVE_BELOW, STEP, Room, View

ROOM = Room(100, 0, 1720, 1080, (12000, 8000))
WHOLE = Looking(ROOM, ROOM.fitted)
NEAR = Looking(ROOM, ROOM.settled(View(-3000, -2000, 1.0)))


def arrive(looking: Looking) -> Looking:
    """Let time bring it to rest."""
    return looking.fly(1).glide(1e9)


def test_buttons_count_from_where_it_will_be() -> None:
    twice = WHOLE.step(1).fly(0.2).step(1)
    assert arrive(twice).view.scale == pytest.approx(ROOM.fit * STEP**2)
    assert (WHOLE.can_enlarge, WHOLE.can_reduce) == (True, False)
    full = WHOLE.step(20)
    assert (full.can_enlarge, full.can_reduce) == (False, True)


def test_a_flight_ends_where_it_was_sent() -> None:
    flight = WHOLE.tap((700, 500))
    assert isinstance(flight.course, Flight)
    half = flight.fly(0.5)
    assert ROOM.fit < half.view.scale < flight.next.scale
    assert half.fly(1) == Looking(ROOM, flight.next)


def test_a_finger_stops_it_and_holds_it() -> None:
    held = NEAR.step(-1).fly(0.5).hold((500, 500), 10)
    assert isinstance(held.course, Hold)
    assert held.fly(0.7) == held
    moved = held.drag((520, 470), 10.01)
    assert moved.view == View(held.view.x + 20, held.view.y - 30, held.view.scale)


def test_a_flung_picture_glides_and_a_still_one_does_not() -> None:
    held = NEAR.hold((500, 500), 10)
    for step in range(1, 6):
        held = held.drag((500 - 20 * step, 500), 10 + 0.016 * step)
    flung = held.release(10.08, coasting=True)
    assert isinstance(flung.course, Glide)
    assert flung.moving
    assert arrive(flung).view.x < held.view.x - 200
    assert held.release(10.08, coasting=False).course is None
    assert held.release(10.5, coasting=True).course is None, "the finger rested before it was lifted"


def test_two_fingers_change_its_scale_and_it_returns_from_beyond_its_limits() -> None:
    held = NEAR.grip((600, 400)).pinch((600, 400), 2.0)
    assert 1.0 < held.view.scale < 2.0
    assert arrive(held.ungrip((600, 400))).view.scale == 1.0
    small = WHOLE.grip((600, 400)).pinch((600, 400), 0.9)
    assert small.view.scale < ROOM.fit
    assert not small.pinched_away(0.9)
    assert arrive(small.ungrip((600, 400))).view == ROOM.fitted
    assert small.pinched_away(LEAVE_BELOW * 0.99)


@pytest.mark.parametrize("factor", [0.0, -3.0, math.inf, math.nan])
def test_fingers_that_meet_in_one_point_tell_no_factor(factor: float) -> None:
    held = NEAR.grip((600, 400)).pinch((600, 400), factor)
    assert 0 < held.view.scale < 2
    assert all(map(math.isfinite, held.view))


def test_a_finger_put_down_on_its_way_from_the_stage_lets_it_go_on_to_the_whole() -> None:
    on_stage = Looking(ROOM, View(100, 300, ROOM.fit * 0.6))
    stopped = on_stage.whole().fly(0.3).hold((500, 500), 1)
    assert arrive(stopped.release(2, coasting=True)).view.scale == pytest.approx(ROOM.fit)


def test_a_wheel_zooms_at_once_and_stays_within_the_limits() -> None:
    nearer = WHOLE.roll(2, (800, 500))
    assert nearer.course is None
    assert nearer.view.scale == pytest.approx(ROOM.fit * STEP)
    assert nearer.roll(-50, (800, 500)).view == ROOM.fitted


def test_arrows_see_what_lies_further_in_their_direction() -> None:
    assert arrive(NEAR.pan(1, 0)).view.x < NEAR.view.x
    assert arrive(NEAR.pan(0, 1)).view.y < NEAR.view.y
    assert arrive(WHOLE.pan(1, 1)).view == WHOLE.view


def test_another_room_keeps_the_whole_whole_and_the_rest_within_its_limits() -> None:
    upright = replace(ROOM, left=0, top=100, width=1080, height=1720)
    assert WHOLE.refit(upright).view == upright.fitted
    assert NEAR.refit(upright).view == upright.settled(NEAR.view)


PLACES = st.tuples(st.floats(0, 1920), st.floats(0, 1080))


class Looks(RuleBasedStateMachine):
    """Anything done at any time, in any order."""

    @initialize(picture=st.tuples(st.integers(1, 30_000), st.integers(1, 30_000)))
    def open(self, picture: tuple[int, int]) -> None:
        self.room = replace(ROOM, picture=picture)
        self.looking = Looking(self.room, View(200, 200, self.room.fit * 0.6)).whole()
        self.now = 0.0

    @rule(at=PLACES)
    def hold(self, at: tuple[float, float]) -> None:
        self.looking = self.looking.hold(at, self.now)

    @rule(to=PLACES, seconds=st.floats(0, 0.2))
    def drag(self, to: tuple[float, float], seconds: float) -> None:
        self.now += seconds
        self.looking = self.looking.drag(to, self.now)

    @rule(coasting=st.booleans())
    def release(self, coasting: bool) -> None:
        self.looking = self.looking.release(self.now, coasting=coasting)

    @rule(at=PLACES)
    def grip(self, at: tuple[float, float]) -> None:
        self.looking = self.looking.grip(at)

    @rule(to=PLACES, factor=st.floats(0.05, 20))
    def pinch(self, to: tuple[float, float], factor: float) -> None:
        self.looking = self.looking.pinch(to, factor)

    @rule(at=PLACES)
    def ungrip(self, at: tuple[float, float]) -> None:
        self.looking = self.looking.ungrip(at)

    @rule(steps=st.floats(-5, 5), at=PLACES)
    def press(self, steps: float, at: tuple[float, float]) -> None:
        for pressed in (self.looking.step(steps), self.looking.tap(at), self.looking.pan(steps, -steps)):
            assert isinstance(pressed.course, Flight)
            self.looking = pressed
        self.looking = self.looking.fly(0.5).roll(steps, at)

    @rule(way=st.floats(0, 1), seconds=st.floats(0, 2))
    def wait(self, way: float, seconds: float) -> None:
        self.now += seconds
        self.looking = self.looking.fly(way).glide(seconds)

    @invariant()
    def let_go_it_comes_to_rest_within_its_limits(self) -> None:
        rest = arrive(self.looking.release(self.now, coasting=True))
        rest = arrive(rest.hold((0, 0), self.now).release(self.now + 1, coasting=True))
        assert not rest.moving
        settled = self.room.settled(rest.view)
        assert rest.view == pytest.approx(settled, rel=1e-6, abs=1.0)


TestLooks = Looks.TestCase


@given(PLACES, st.floats(0.3, 4), PLACES)
def test_the_point_between_two_fingers_stays_between_them(
    at: tuple[float, float], factor: float, to: tuple[float, float]
) -> None:
    held = NEAR.grip(at).pinch(to, factor)
    part = (at[0] - NEAR.view.x) / NEAR.view.scale, (at[1] - NEAR.view.y) / NEAR.view.scale
    assert held.view.x + part[0] * held.view.scale == pytest.approx(to[0], abs=1e-6)
    assert held.view.y + part[1] * held.view.scale == pytest.approx(to[1], abs=1e-6)


# Slider, map, details, life size


def test_a_slider_goes_as_far_in_as_it_stands() -> None:
    for depth in (0, 0.3, 1):
        there = WHOLE.slide(depth)
        assert there.depth == pytest.approx(depth)
        assert there.course is None
    assert WHOLE.slide(0).is_whole
    assert WHOLE.slide(1).view.scale == pytest.approx(ROOM.most)
    assert WHOLE.slide(7).view == WHOLE.slide(1).view


def test_a_tap_on_the_slider_leads_where_a_finger_would() -> None:
    going = WHOLE.reach(0.6)
    assert going.moving
    assert going.view == WHOLE.view
    assert going.fly(1).view == WHOLE.slide(0.6).view


def test_a_point_of_the_map_comes_into_the_middle_as_far_as_it_may() -> None:
    near = WHOLE.slide(1)
    there = near.point((0.5, 0.4))
    part = (
        (ROOM.centre[0] - there.view.x) / (ROOM.picture[0] * there.view.scale),
        (ROOM.centre[1] - there.view.y) / (ROOM.picture[1] * there.view.scale),
    )
    assert part == pytest.approx((0.5, 0.4))
    corner = near.point((0, 0)).view
    assert (corner.x, corner.y) == pytest.approx((ROOM.left, ROOM.top))
    assert near.head((0.2, 0.2)).fly(1).view == near.point((0.2, 0.2)).view


def test_a_detail_is_seen_with_something_around_it() -> None:
    box = (0.6, 0.5, 0.1, 0.1)
    there = WHOLE.show(box).fly(1)
    _, top, right, bottom = ROOM.seen(there.view, (ROOM.left + ROOM.width, ROOM.top + ROOM.height))
    left = (ROOM.left - there.view.x) / (ROOM.picture[0] * there.view.scale)
    assert (left < 0.6, right > 0.7) == (True, True)
    assert (top < 0.5, bottom > 0.6) == (True, True)


def test_a_detail_larger_than_the_picture_is_the_whole_of_it() -> None:
    assert WHOLE.show((0, 0, 1, 1)).next == pytest.approx(ROOM.fitted)


@pytest.mark.parametrize("scale", [ROOM.fit / 4, ROOM.most * 3])
def test_life_size_may_be_out_of_the_limits_and_any_other_scale_is_back_in_them(scale: float) -> None:
    there = WHOLE.enter_life_size(scale, (0.3, 0.3)).fly(1)
    assert there.view.scale == pytest.approx(scale)
    assert there.in_life_size
    assert not there.is_whole
    held = there.hold((400, 300), 0).drag((420, 310), 0.1).release(5, coasting=False)
    assert held.next.scale == pytest.approx(scale), "it can be moved"
    for other in (there.step(1), there.step(-1), there.tap((300, 300)), there.whole(), there.slide(0.5)):
        assert not other.in_life_size
        assert ROOM.fit * 0.999 <= other.next.scale <= ROOM.most * 1.001
    pinched = there.grip((400, 300)).pinch((400, 300), 1.1).ungrip((400, 300))
    assert ROOM.fit * 0.999 <= pinched.next.scale <= ROOM.most * 1.001


def test_a_whole_picture_larger_than_the_screen_begins_at_its_focus() -> None:
    there = WHOLE.enter_life_size(ROOM.most * 3, (0.8, 0.6)).fly(1).view
    assert (ROOM.centre[0] - there.x) / (ROOM.picture[0] * there.scale) == pytest.approx(0.8)


def test_no_other_room_takes_the_picture_out_of_the_hand_that_holds_it() -> None:
    less = replace(ROOM, width=ROOM.width * 0.6)
    held = WHOLE.grip((960, 540)).pinch((960, 540), 1.5).make_way(less)
    assert not held.moving
    assert held.pinch((960, 540), 2).view.scale == pytest.approx(2 * WHOLE.view.scale)
    assert held.ungrip((960, 540)).fly(1).view == less.settled(held.view, (960, 540))


def test_what_needs_part_of_the_room_makes_the_picture_move_over() -> None:
    less = replace(ROOM, width=ROOM.width * 0.6)
    there = WHOLE.make_way(less)
    assert there.moving
    assert there.view == WHOLE.view, "it does not jump"
    assert there.fly(1).view == less.fitted
    back = there.fly(1).make_way(ROOM).fly(1)
    assert back.view == pytest.approx(ROOM.fitted)
