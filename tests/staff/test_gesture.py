"""The hidden way to the staff panel: what opens it, and what never does."""

from __future__ import annotations

from random import Random

import pytest

from kiosk.exhibition.config_sections import Corner
from kiosk.staff.gesture import STUCK_S, Hold

SIZE = (600.0, 340.0)
CORNERS = {
    Corner.TOP_LEFT: (10.0, 10.0),
    Corner.TOP_RIGHT: (590.0, 10.0),
    Corner.BOTTOM_LEFT: (10.0, 330.0),
    Corner.BOTTOM_RIGHT: (590.0, 330.0),
}
HERE = CORNERS[Corner.TOP_RIGHT]


@pytest.fixture
def hold():
    return Hold(Corner.TOP_RIGHT, 5, SIZE)


@pytest.mark.parametrize("corner", CORNERS)
def test_one_finger_in_the_configured_corner_holds_it_and_in_no_other(corner):
    for other, place in CORNERS.items():
        hold = Hold(corner, 5, SIZE)
        hold.press(1, place, now=100)
        assert hold.due == (105 if other is corner else None)


@pytest.mark.parametrize("place", [(560.0, 10.0), (590.0, 40.0), (300.0, 170.0), (610.0, 10.0), (590.0, -1.0)])
def test_beside_the_corner_is_not_in_it(hold, place):
    hold.press(1, place, now=0)
    assert hold.due is None


def test_a_finger_may_tremble_but_not_stray(hold):
    hold.press(1, HERE, now=0)
    hold.move(1, (HERE[0] - 7, HERE[1] + 7))
    assert hold.due == 5
    hold.move(1, (HERE[0] - 7.2, HERE[1] + 7.2))
    assert hold.due is None
    hold.move(1, HERE)
    assert hold.due is None


@pytest.mark.parametrize("place", [HERE, (300.0, 170.0)])
def test_a_second_finger_anywhere_ends_it(hold, place):
    hold.press(1, HERE, now=0)
    hold.press(2, place, now=1)
    assert hold.due is None
    hold.lift(2)
    assert hold.due is None


def test_beside_a_finger_that_is_down_none_begins(hold):
    hold.press(1, (300, 170), now=0)
    hold.press(2, HERE, now=1)
    assert hold.due is None
    hold.lift(1)
    hold.lift(2)
    hold.press(2, HERE, now=2)
    assert hold.due == 7


def test_gum_on_the_glass_does_not_keep_staff_out(hold):
    hold.press(1, (300, 170), now=0)
    hold.press(2, HERE, now=STUCK_S - 1)
    assert hold.due is None
    hold.lift(2)
    hold.press(2, HERE, now=STUCK_S)
    assert hold.due == STUCK_S + 5


def test_what_the_system_takes_for_itself_ends_it(hold):
    hold.press(1, HERE, now=0)
    hold.forget()
    assert hold.due is None


@pytest.mark.parametrize("drumming", [False, True])
def test_twenty_thousand_random_touches_never_open_it(hold, drumming):
    """All over the screen, or all ten fingers drumming on the corner itself."""
    chance = Random(7)
    down: set[int] = set()
    now, held = 0.0, 0
    for _ in range(20_000):
        now += chance.expovariate(20)
        due = hold.due
        held += due is not None and due <= now
        finger = chance.randrange(10)
        place = tuple(HERE[n] + chance.uniform(-12, 9) if drumming else chance.uniform(0, SIZE[n]) for n in (0, 1))
        if finger not in down:
            hold.press(finger, place, now)
            down.add(finger)
        elif chance.random() < 0.5:
            hold.move(finger, place)
        else:
            hold.lift(finger)
            down.discard(finger)
    assert held == 0
