"""Opening hours: wall clocks, nights, closed days and daylight saving."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.config import Hours
from kiosk.exhibition.hours import OpeningRule, opening_rule
from kiosk.visit.hours import is_open, next_change

BERLIN = "Europe/Berlin"


def hours(open_: dict[str, str], closed: tuple[str, ...] = (), timezone: str | None = BERLIN) -> Hours:
    rules = tuple(opening_rule(days, words) for days, words in open_.items())
    return Hours(timezone=timezone, open=rules, closed=tuple(map(date.fromisoformat, closed)))


def at(wall_clock: str, timezone: str = BERLIN, fold: int = 0) -> datetime:
    return datetime.fromisoformat(wall_clock).replace(tzinfo=ZoneInfo(timezone), fold=fold)


MUSEUM = hours({"tue-sun": "10:00-18:00", "thu": "10:00-21:00"}, closed=("2026-12-24",))
NIGHT = hours({"fri": "20:00-02:00"}, closed=("2026-09-12",))
ROUND_THE_CLOCK = hours({"mon-sun": "00:00-24:00"})
NO_RULES = hours({}, closed=("2026-12-24",))


@pytest.mark.parametrize(
    ("rules", "when", "expected"),
    [
        (MUSEUM, "2026-09-08 09:59:59", False),  # a Tuesday
        (MUSEUM, "2026-09-08 10:00", True),
        (MUSEUM, "2026-09-08 17:59:59", True),
        (MUSEUM, "2026-09-08 18:00", False),
        (MUSEUM, "2026-09-07 12:00", False),  # closed on Mondays
        (MUSEUM, "2026-09-10 20:00", True),  # late on Thursdays
        (MUSEUM, "2026-12-24 12:00", False),  # Christmas Eve, a Thursday
        (NIGHT, "2026-09-11 19:00", False),  # a Friday
        (NIGHT, "2026-09-11 23:00", True),
        (NIGHT, "2026-09-12 01:59", True),  # Friday's night runs into a closed Saturday
        (NIGHT, "2026-09-12 02:00", False),
        (NIGHT, "2026-09-12 23:00", False),
        (ROUND_THE_CLOCK, "2026-09-12 00:00", True),
        (NO_RULES, "2026-09-12 03:00", True),
        (NO_RULES, "2026-12-24 03:00", False),
    ],
)
def test_the_doors_are_open_in_the_windows(rules: Hours, when: str, expected: bool) -> None:
    assert is_open(rules, at(when)) == expected


@pytest.mark.parametrize(
    ("rules", "when", "expected"),
    [
        (MUSEUM, "2026-09-08 09:00", "2026-09-08 10:00"),
        (MUSEUM, "2026-09-08 10:00", "2026-09-08 18:00"),
        (MUSEUM, "2026-09-06 18:00", "2026-09-08 10:00"),  # over the closed Monday
        (MUSEUM, "2026-12-23 18:00", "2026-12-25 10:00"),  # over Christmas Eve
        (NIGHT, "2026-09-11 23:00", "2026-09-12 02:00"),
        (NIGHT, "2026-09-12 02:00", "2026-09-18 20:00"),
        (NO_RULES, "2026-09-12 03:00", "2026-12-24 00:00"),
        (NO_RULES, "2026-12-24 03:00", "2026-12-25 00:00"),
        (hours({"fri": "20:00-24:00", "sat": "00:00-03:00"}), "2026-09-11 21:00", "2026-09-12 03:00"),
        (hours({"fri": "20:00-04:00", "sat": "02:00-03:00"}), "2026-09-11 21:00", "2026-09-12 04:00"),
    ],
)
def test_the_next_change_is_when_the_doors_move(rules: Hours, when: str, expected: str) -> None:
    assert next_change(rules, at(when)) == at(expected)


@pytest.mark.parametrize("rules", [ROUND_THE_CLOCK, hours({}), hours({}, closed=("9999-12-31",))])
def test_what_never_closes_has_no_next_change(rules: Hours) -> None:
    assert next_change(rules, at("2026-09-12 03:00")) is None


def test_what_never_opens_has_no_next_change() -> None:
    always_closed = tuple(str(date(2026, 9, 7) + timedelta(days=7 * week)) for week in range(60))
    assert next_change(hours({"mon": "10:00-12:00"}, always_closed), at("2026-09-12 03:00")) is None


@pytest.mark.parametrize(
    ("when", "fold", "expected"),
    [
        ("2026-03-29 09:59", 0, False),  # the clock was put forward this night
        ("2026-03-29 10:00", 0, True),
        ("2026-10-25 09:59", 0, False),  # and back this one
        ("2026-10-25 10:00", 0, True),
    ],
)
def test_daylight_saving_does_not_move_the_doors(when: str, fold: int, expected: bool) -> None:
    assert is_open(MUSEUM, at(when, fold=fold)) == expected


@pytest.mark.parametrize(
    ("fold", "expected"), [(0, True), (1, False)], ids=["the first half past two", "the second half past two"]
)
def test_an_hour_that_comes_twice_ends_once(fold: int, expected: bool) -> None:
    rules = hours({"sat": "20:00-02:45"})
    assert is_open(rules, at("2026-10-25 02:30", fold=fold)) == expected


def test_an_hour_that_never_comes_opens_an_hour_later() -> None:
    rules = hours({"sun": "02:30-12:00"})
    assert next_change(rules, at("2026-03-29 01:00")) == at("2026-03-29 03:30")


def test_hours_are_those_of_the_place_and_not_of_the_clock_asked_with() -> None:
    assert is_open(MUSEUM, datetime(2026, 9, 8, 8, 0, tzinfo=UTC))
    assert not is_open(MUSEUM, datetime(2026, 9, 8, 7, 59, tzinfo=UTC))
    assert is_open(MUSEUM, at("2026-09-09 00:30", "Asia/Tokyo"))


TIMES = st.times().map(lambda value: value.replace(second=0, microsecond=0))
RULES = st.lists(
    st.builds(
        OpeningRule, days=st.sets(st.integers(0, 6), min_size=1).map(sorted).map(tuple), opens=TIMES, closes=TIMES
    ),
    max_size=4,
).map(tuple)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - see timezones
CLOSED = st.lists(st.dates(date(2026, 1, 1), date(2027, 1, 1)), max_size=5).map(tuple)
ZONES = st.sampled_from([None, "UTC", BERLIN, "America/St_Johns", "Pacific/Chatham", "Asia/Seoul"])


@given(RULES, CLOSED, ZONES, MOMENTS)
def test_the_doors_stay_as_they_are_until_the_next_change(
    rules: tuple[OpeningRule, ...], closed: tuple[date, ...], zone: str | None, now: datetime
) -> None:
    given_hours = Hours(timezone=zone, open=rules, closed=closed)
    change = next_change(given_hours, now)
    before = is_open(given_hours, now)
    if change is None:
        assert all(is_open(given_hours, now + timedelta(hours=7 * step)) == before for step in range(60))
        return
    assert change > now
    assert is_open(given_hours, change) != before
    for part in range(1, 8):
        assert is_open(given_hours, now + (change - now) * part / 8) == before
    assert is_open(given_hours, change - timedelta(microseconds=1)) == before


def test_midnight_belongs_to_the_day_that_begins() -> None:
    rules = hours({"sat": "00:00-24:00"})
    assert OpeningRule((5,), time(0), time(0)) == rules.open[0]
    assert [is_open(rules, at(f"2026-09-{day} 00:00")) for day in (11, 12, 13)] == [False, True, False]
