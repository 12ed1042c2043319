"""Where a picture stands while a visitor looks closer: what the fingers hold stays between them, and limits hold."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.visit.viewport import (
    INSIDE,
    LEAVE_BELOW,
    MAGNIFIED,
    MOST_GIVE,
    MOST_STRETCH,
    NEARLY,
    STEP,
    Room,
    View,
    held,
)

LARGE = Room(100, 0, 1720, 1080, (12000, 8000))
LENGTHS = st.floats(50, 8000)
ROOMS = st.builds(
    Room,
    left=st.floats(0, 500),
    top=st.floats(0, 500),
    width=LENGTHS,
    height=LENGTHS,
    picture=st.tuples(st.integers(1, 60_000), st.integers(1, 60_000)),
    density=st.sampled_from([1.0, 1.25, 2.0, 3.0]),
)
POINTS = st.tuples(st.floats(-500, 5000), st.floats(-500, 5000))
SHARES = st.floats(0, 1)
FACTORS = st.floats(0.02, 50)


@st.composite
def views(draw: st.DrawFn, room: Room) -> View:
    """Any view, within the limits or far beyond."""
    scale = room.fit * draw(st.floats(0.05, 40))
    return View(draw(st.floats(-9000, 9000)), draw(st.floats(-9000, 9000)), scale)


def part_at(view: View, at: tuple[float, float]) -> tuple[float, float]:
    """The pixel of the picture at a point of the window."""
    return (at[0] - view.x) / view.scale, (at[1] - view.y) / view.scale


def same_place(one: View, other: View, at: tuple[float, float], to: tuple[float, float] | None = None) -> bool:
    """Whether the pixel at `at` in one view is at `to` in another, within a hundredth of a pixel of the window."""
    x, y = part_at(one, at)
    there = other.x + x * other.scale, other.y + y * other.scale
    return math.dist(there, to or at) < 0.01 + 1e-9 * max(abs(x), abs(y)) * other.scale


@pytest.mark.parametrize(
    ("picture", "density", "fit", "most"),
    [
        ((12000, 8000), 1.0, 0.135, 1.0),
        ((12000, 8000), 2.0, 0.135, 0.5),
        ((3440, 1000), 1.0, 0.5, 1.0),
        ((2000, 1000), 1.0, 0.86, 2.0),
        ((860, 540), 1.0, 2.0, 4.0),
        ((17, 1), 1.0, 1720 / 17, 3440 / 17),
    ],
    ids=["large", "large on a dense screen", "just large", "small", "tiny", "a line"],
)
def test_a_picture_is_shown_up_to_its_own_pixels_and_a_small_one_larger(
    picture: tuple[int, int], density: float, fit: float, most: float
) -> None:
    room = Room(100, 0, 1720, 1080, picture, density)
    assert room.fit == pytest.approx(fit)
    assert room.most == pytest.approx(most)


def test_the_whole_picture_is_in_the_middle_of_the_room() -> None:
    assert LARGE.fitted == View(pytest.approx(150), pytest.approx(0), 0.135)
    assert LARGE.seen(LARGE.fitted, (1920, 1080)) == pytest.approx((-150 / 1620, 0, 1770 / 1620, 1))


def test_presses_go_from_the_whole_picture_to_its_own_pixels_and_back() -> None:
    scales = [LARGE.fit]
    while scales[-1] < LARGE.most:
        scales.append(LARGE.stepped(scales[-1], 1))
    assert scales == [pytest.approx(LARGE.fit * STEP**step) for step in range(4)] + [1.0]
    back = [1.0]
    while back[-1] > LARGE.fit:
        back.append(LARGE.stepped(back[-1], -1))
    assert back == [pytest.approx(STEP**-step) for step in range(4)] + [LARGE.fit]
    assert back[-1] == LARGE.fit
    assert LARGE.stepped(LARGE.fit, -1) == LARGE.fit
    assert LARGE.stepped(LARGE.most, 1) == LARGE.most


def test_a_double_tap_goes_in_where_it_is_and_back_to_the_whole() -> None:
    at = (700.0, 400.0)
    near = LARGE.tapped(LARGE.fitted, at)
    assert near.scale == pytest.approx(INSIDE * LARGE.fit)
    assert same_place(LARGE.fitted, near, at)
    assert LARGE.tapped(near, at) == LARGE.fitted
    assert LARGE.tapped(near.zoomed(LARGE.most, at), at) == LARGE.fitted


def test_a_pinch_that_leaves_little_of_it_leaves() -> None:
    assert LARGE.leaves(LARGE.fit * LEAVE_BELOW * 0.99, 0.9)
    assert not LARGE.leaves(LARGE.fit * LEAVE_BELOW * 1.01, 0.9)
    assert not LARGE.leaves(LARGE.fit * LEAVE_BELOW * 0.99, 1.1), "it comes from the stage, where it was smaller"


@given(ROOMS, st.data(), POINTS, POINTS, FACTORS)
def test_what_is_between_the_fingers_stays_between_them(
    room: Room, data: st.DataObject, at: tuple[float, float], to: tuple[float, float], factor: float
) -> None:
    view = data.draw(views(room))
    assume(max(map(abs, part_at(view, at))) < 1e7)
    wanted = held(view, at, to, factor)
    assert wanted.scale == pytest.approx(view.scale * factor)
    assert same_place(view, wanted, at, to)
    assert same_place(view, room.stretched(wanted, to, view.scale), at, to)


@given(ROOMS, st.data(), POINTS)
def test_a_view_within_the_limits_is_one(room: Room, data: st.DataObject, at: tuple[float, float]) -> None:
    settled = room.settled(data.draw(views(room)), at)
    assert room.fit <= settled.scale <= room.most
    left, top, right, bottom = room.seen(settled, (room.left + room.width, room.top + room.height))
    beyond = 1e-6
    for begin, end, start, length, whole in (
        (left, right, room.left, room.width, room.picture[0] * settled.scale),
        (top, bottom, room.top, room.height, room.picture[1] * settled.scale),
    ):
        first = begin + start / whole  # what the room itself sees
        if whole > length:
            assert first >= -beyond
            assert end <= 1 + beyond
        else:
            assert first + end == pytest.approx(1)
            assert first <= beyond
    again = room.settled(settled, at)
    assert again == pytest.approx(settled)


@given(ROOMS, st.data(), POINTS)
def test_limits_give_way_less_and_less_and_never_far(room: Room, data: st.DataObject, at: tuple[float, float]) -> None:
    view = data.draw(views(room))
    inside, seen = room.settled(view), room.pulled(view)
    near, far = room.limits(view.scale)
    for shown, wanted, (low, high), side in (
        (seen.x, view.x, near, room.width),
        (seen.y, view.y, far, room.height),
    ):
        rest = min(max(wanted, low), high)
        assert abs(shown - rest) <= min(abs(wanted - rest), MOST_GIVE * side) + 1e-6
        assert (shown - rest) * (wanted - rest) >= 0
    stretched = room.stretched(view, at, room.fit)
    assert abs(math.log(stretched.scale / inside.scale)) <= MOST_STRETCH
    assert (stretched.scale - inside.scale) * (view.scale - inside.scale) >= 0


def test_a_picture_smaller_than_it_fits_grows_with_the_fingers() -> None:
    on_stage = View(300, 200, LARGE.fit * 0.6)
    at = (500.0, 400.0)
    for factor in (1.0, 1.3, 2.0, 5.0):
        seen = LARGE.stretched(held(on_stage, at, at, factor), at, on_stage.scale)
        assert seen.scale == pytest.approx(on_stage.scale * factor)


@given(ROOMS, st.data(), st.floats(0, 3000), st.floats(0, 3000))
def test_the_further_a_finger_pulls_the_further_it_goes(
    room: Room, data: st.DataObject, one: float, other: float
) -> None:
    view = room.settled(data.draw(views(room)))
    less, more = sorted((one, other))
    assert room.pulled(view.moved((less, 0))).x <= room.pulled(view.moved((more, 0))).x + 1e-9


@given(ROOMS, st.data(), st.tuples(st.floats(-800, 800), st.floats(-800, 800)), st.floats(0.4, 2.5), POINTS)
def test_fingers_take_hold_of_a_picture_beyond_its_limits_without_a_jump(
    room: Room, data: st.DataObject, by: tuple[float, float], factor: float, at: tuple[float, float]
) -> None:
    view = room.settled(data.draw(views(room)))
    near = by[0] * room.width / 1000, by[1] * room.height / 1000
    pulled = room.pulled(view.moved(near))
    assert room.pulled(room.unpulled(pulled)) == pytest.approx(pulled, abs=1e-3)
    stretched = room.stretched(view.zoomed(view.scale * factor, at), at, room.fit)
    assert room.stretched(room.unstretched(stretched, at), at, stretched.scale) == pytest.approx(
        stretched, rel=1e-6, abs=1e-3
    )


@given(ROOMS, st.data(), SHARES)
def test_the_way_between_two_views_begins_at_one_ends_at_the_other_and_never_turns(
    room: Room, data: st.DataObject, way: float
) -> None:
    start, end = room.settled(data.draw(views(room))), room.settled(data.draw(views(room)))
    assert start.towards(end, 0) == pytest.approx(start)
    assert start.towards(end, 1) == pytest.approx(end, abs=1e-6)
    between = start.towards(end, way)
    for one, here, other in zip(start, between, end, strict=True):
        assert min(one, other) - 1e-6 <= here <= max(one, other) + 1e-6


@given(ROOMS, st.data(), POINTS, SHARES)
def test_on_a_zooming_way_one_point_stays(room: Room, data: st.DataObject, at: tuple[float, float], way: float) -> None:
    start = data.draw(views(room))
    end = start.zoomed(start.scale * 4, at)
    assert same_place(start, start.towards(end, way), at)


@given(ROOMS, st.data(), st.floats(-20, 20))
def test_presses_stay_within_the_limits_and_go_their_way(room: Room, data: st.DataObject, steps: float) -> None:
    scale = room.settled(data.draw(views(room))).scale
    stepped = room.stepped(scale, steps)
    assert room.fit <= stepped <= room.most
    assert (stepped - scale) * steps >= -1e-9 or abs(stepped / scale - 1) < NEARLY


@given(ROOMS)
def test_every_picture_can_be_enlarged(room: Room) -> None:
    assert room.most >= min(MAGNIFIED, 2) * room.fit
    assert room.most >= 1 / room.density
