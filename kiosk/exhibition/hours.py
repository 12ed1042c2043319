"""Opening hours as they are written: `tue-sun: "10:00-18:00"`."""

from __future__ import annotations

import re
from datetime import time

import msgspec

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class OpeningRule(msgspec.Struct, frozen=True):
    """When it is open on some days of the week (0 is Monday).

    From `opens` up to, not including, `closes`; where `closes` is not later than `opens`, until that time of the next
    day. A later rule for the same day replaces an earlier one.
    """

    days: tuple[int, ...]
    opens: time
    closes: time


def opening_rule(days: str, hours: str) -> OpeningRule:
    """The rule that one line of the configuration says. Raises ValueError with the words for staff."""
    return OpeningRule(_days(days), *_hours(hours))


def _days(words: str) -> tuple[int, ...]:
    days: set[int] = set()
    for part in words.lower().replace("–", "-").split(","):
        first, dash, last = part.partition("-")
        start, end = _day(first), _day(last if dash else first)
        days.update((start + step) % 7 for step in range((end - start) % 7 + 1))
    return tuple(sorted(days))


def _day(word: str) -> int:
    try:
        return DAYS.index(word.strip()[:3])
    except ValueError:
        raise ValueError(f'"{word.strip()}" is no day of the week.') from None


_HOURS = re.compile(r"\s*(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)\s*", re.ASCII)


def _hours(words: str) -> tuple[time, time]:
    found = _HOURS.fullmatch(words)
    if not found:
        raise ValueError(f'"{words}" is no opening time.')
    first_hour, first_minute, last_hour, last_minute = map(int, found.groups())
    try:
        opens = time(first_hour, first_minute)
        closes = time(0) if (last_hour, last_minute) == (24, 0) else time(last_hour, last_minute)
    except ValueError:
        raise ValueError(f'"{words}" is no opening time.') from None
    if opens == closes and last_hour != 24:
        raise ValueError(f'"{words}" begins and ends at the same time.')
    return opens, closes
