from __future__ import annotations

from datetime import time

import pytest

from kiosk.exhibition.hours import OpeningRule, opening_rule


@pytest.mark.parametrize(
    ("days", "hours", "rule"),
    [
        ("mon", "10:00-18:00", OpeningRule((0,), time(10), time(18))),
        ("tue-sun", "9:30-17:45", OpeningRule((1, 2, 3, 4, 5, 6), time(9, 30), time(17, 45))),
        ("fri-mon", "10:00–18:00", OpeningRule((0, 4, 5, 6), time(10), time(18))),
        ("Saturday, sun", " 10:00 - 18:00 ", OpeningRule((5, 6), time(10), time(18))),
        ("sat", "20:00-02:00", OpeningRule((5,), time(20), time(2))),
        ("mon-sun", "00:00-24:00", OpeningRule((0, 1, 2, 3, 4, 5, 6), time(0), time(0))),
        ("sun", "18:00-24:00", OpeningRule((6,), time(18), time(0))),
    ],
)
def test_days_and_hours_are_read_as_staff_write_them(days, hours, rule):
    assert opening_rule(days, hours) == rule


@pytest.mark.parametrize(
    ("days", "hours"),
    [
        ("", "10:00-18:00"),
        ("noday", "10:00-18:00"),
        ("mon-", "10:00-18:00"),
        ("mon,,tue", "10:00-18:00"),
        ("mon", "10-18"),
        ("mon", "10:00"),
        ("mon", "25:00-26:00"),
        ("mon", "24:00-10:00"),
        ("mon", "10:60-18:00"),
        ("mon", "10:00-10:00"),
        ("mon", "٣:00-10:00"),
    ],
)
def test_other_words_are_refused_in_a_sentence(days, hours):
    with pytest.raises(ValueError, match=r"\.$"):
        opening_rule(days, hours)
