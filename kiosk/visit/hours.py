"""Whether the doors are open, and when that changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kiosk.exhibition.hours import OpeningRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibition.config import Hours

ALWAYS = OpeningRule(days=tuple(range(7)), opens=time(0), closes=time(0))
DAY = timedelta(days=1)
HORIZON_DAYS = 366


def is_open(hours: Hours, now: datetime) -> bool:
    """Whether visitors are expected at `now` (aware).

    Hours are wall-clock time in the zone of `hours`. A window belongs to the day it starts on: one that runs past
    midnight is open into a closed day, and a closed day has none of its own. A time that daylight saving repeats is
    its first; one that it skips comes an hour later.
    """
    return any(start <= now < end for start, end in _windows(hours, now, days=2))


def next_change(hours: Hours, now: datetime) -> datetime | None:
    """When the doors next open or close, in UTC; None if they do not within a year."""
    windows = _windows(hours, now, HORIZON_DAYS)
    if not is_open(hours, now):
        return next((start for start, _ in windows if start > now), None)
    end = now
    for start, until in windows:
        if start > end:
            return end
        end = max(end, until)
    return None


def _windows(hours: Hours, now: datetime, days: int) -> Iterator[tuple[datetime, datetime]]:
    """The windows that start on `days` days from yesterday on, in UTC, in order."""
    zone = ZoneInfo(hours.timezone) if hours.timezone else None
    by_day = {day: rule for rule in hours.open or (ALWAYS,) for day in rule.days}
    yesterday = now.astimezone(zone).date() - DAY
    for day in (yesterday + DAY * count for count in range(days)):
        rule = by_day.get(day.weekday())
        if rule and day not in hours.closed:
            last = day if rule.closes > rule.opens else day + DAY
            start, end = _instant(day, rule.opens, zone), _instant(last, rule.closes, zone)
            if start < end:
                yield start, end


def _instant(day: date, wall_clock: time, zone: ZoneInfo | None) -> datetime:
    """The moment a clock on the wall shows a time; of the computer's own zone without `zone`."""
    return datetime.combine(day, wall_clock, zone).astimezone(UTC)
