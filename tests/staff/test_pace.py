from __future__ import annotations

import pytest

from kiosk.staff.pace import Pace, in_words


def test_the_rest_takes_as_long_as_the_last_half_minute_tells():
    pace = Pace(1000, now=0)
    assert pace.left_s(1, now=1) is None
    assert pace.left_s(40, now=4) == pytest.approx(96)
    for second in range(5, 80):
        left = pace.left_s(40 + second, now=second)
    assert left == pytest.approx(1000 - 119)


def test_what_was_found_at_once_does_not_make_the_rest_look_quick():
    pace = Pace(10_000, now=0)
    pace.left_s(5000, now=0.5)
    for second in range(1, 70):
        left = pace.left_s(5000 + 2 * second, now=second)
    assert left == pytest.approx((5000 - 138) / 2, rel=0.01)


def test_nothing_is_left_of_what_is_done_and_nothing_known_of_what_stands_still():
    pace = Pace(10, now=0)
    assert pace.left_s(0, now=20) is None
    assert pace.left_s(10, now=21) == 0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0.4, ""),
        (42.2, "about 42 s left"),
        (89, "about 89 s left"),
        (150, "about 2 min left"),
        (5390, "about 90 min left"),
        (9000, "about 2.5 h left"),
    ],
)
def test_a_time_is_told_as_people_tell_it(seconds, words):
    assert in_words(seconds) == words
