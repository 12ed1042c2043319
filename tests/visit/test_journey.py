"""The way to a far part of a picture: it begins and ends where it should, and goes out where that is shorter."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.journey import Journey, middle
from kiosk.visit.viewport import Room, View

ROOM = Room(100, 50, 1000, 600, (6000, 4000))
NEAR = ROOM.centred((0.1, 0.1), ROOM.most)
FAR = ROOM.centred((0.9, 0.9), ROOM.most)

views = st.builds(
    lambda x, y, depth: ROOM.centred((x, y), ROOM.scale_at(depth)), *(st.floats(0, 1, allow_nan=False),) * 3
)


def scales(journey: Journey) -> list[float]:
    return [journey.at(step / 40).scale for step in range(41)]


@given(views, views)
def test_it_leads_from_one_view_to_the_other(start: View, end: View) -> None:
    journey = Journey.of(ROOM, start, end)
    for view, wanted in ((journey.at(0), start), (journey.at(1), end)):
        assert view.scale == pytest.approx(wanted.scale)
        assert math.dist(middle(ROOM, view), middle(ROOM, wanted)) < 1
    assert all(scale >= ROOM.fit * 0.999 for scale in scales(journey)), "never smaller than the whole picture"


def test_between_two_far_details_it_goes_out_and_in_again() -> None:
    seen = scales(Journey.of(ROOM, NEAR, FAR))
    lowest = seen.index(min(seen))
    assert 15 <= lowest <= 25
    assert min(seen) < 0.5 * seen[0]
    assert seen[: lowest + 1] == sorted(seen[: lowest + 1], reverse=True)
    assert seen[lowest:] == sorted(seen[lowest:])


def test_a_short_way_stays_near_and_takes_less() -> None:
    beside = ROOM.centred((0.13, 0.1), ROOM.most)
    short, long = Journey.of(ROOM, NEAR, beside), Journey.of(ROOM, NEAR, FAR)
    assert min(scales(short)) > 0.9 * ROOM.most
    assert short.length < 0.3 * long.length


def test_straight_in_the_scale_grows_evenly() -> None:
    journey = Journey.of(ROOM, ROOM.fitted, ROOM.centred((0.5, 0.5), ROOM.most))
    steps = [later / earlier for earlier, later in pairwise(scales(journey))]
    assert max(steps) == pytest.approx(min(steps))
    assert journey.length == pytest.approx(math.log(ROOM.most / ROOM.fit) / math.sqrt(2))


def test_no_way_at_all_has_no_length() -> None:
    assert Journey.of(ROOM, NEAR, NEAR).length == 0
    assert Journey.of(ROOM, NEAR, NEAR).at(0.5) == pytest.approx(NEAR)


def test_the_eye_moves_evenly() -> None:
    """What the paper promises: in each step the picture changes as much, by its measure."""
    journey = Journey.of(ROOM, NEAR, FAR)
    looks = []
    for step in range(401):
        view = journey.at(step / 400)
        looks.append((middle(ROOM, view), ROOM.width / view.scale))
    changes = []
    for (one, wide), (other, narrow) in pairwise(looks):
        along = math.dist(one, other)
        changes.append(math.hypot(math.sqrt(2) * along, (narrow - wide) / math.sqrt(2)) / wide)
    assert max(changes) / min(changes) < 1.05
