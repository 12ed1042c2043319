"""A clock put on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kiosk.visit.rehearsal import rehearsed


class Seconds:
    def __init__(self) -> None:
        self.passed = 100.0

    def __call__(self) -> float:
        return self.passed


@pytest.mark.parametrize(
    ("when", "timezone", "shown"),
    [
        (datetime(2026, 12, 24, 17, 55), "Europe/Berlin", "2026-12-24T17:55:00+01:00"),  # noqa: DTZ001 - the case
        (datetime(2026, 12, 24, 16, 55, tzinfo=UTC), "Europe/Berlin", "2026-12-24T17:55:00+01:00"),
        (datetime(2026, 7, 1), "Asia/Seoul", "2026-07-01T00:00:00+09:00"),  # noqa: DTZ001 - the case
    ],
)
def test_it_begins_when_it_is_asked_to(when: datetime, timezone: str, shown: str) -> None:
    assert rehearsed(when, timezone, Seconds())().isoformat() == shown


def test_it_goes_on_at_its_own_pace_through_daylight_saving() -> None:
    now = Seconds()
    clock = rehearsed(datetime(2026, 10, 25, 1, 59), "Europe/Berlin", now)  # noqa: DTZ001 - the clock on the wall
    now.passed += 3600 + 60
    assert clock().isoformat() == "2026-10-25T02:00:00+01:00"


def test_without_a_zone_it_is_the_computers() -> None:
    shown = rehearsed(datetime(2026, 1, 2, 3, 4), None, Seconds())()  # noqa: DTZ001 - the case
    assert shown.replace(tzinfo=None) == datetime(2026, 1, 2, 3, 4)  # noqa: DTZ001 - the case
    assert shown.utcoffset() is not None
