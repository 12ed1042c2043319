"""The time of day of a soak: whole days of a museum, without most of their nights."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

OPENS, CLOSES = time(10), time(22)
OPEN_H = 12
NIGHT = timedelta(minutes=20)
"""As much of the night is lived through, half of it after closing and half before opening."""


def short_nights(now: Callable[[], float], first: date) -> Callable[[], datetime]:
    """A clock, in UTC, by one that only runs on, in seconds; it begins with the first opening."""
    began = now()
    length = (timedelta(hours=OPEN_H) + NIGHT).total_seconds()

    def clock() -> datetime:
        days, into = divmod(now() - began + NIGHT.total_seconds() / 2, length)
        wakes = datetime.combine(first + timedelta(days=int(days)), OPENS, UTC) - NIGHT / 2
        return wakes + timedelta(seconds=into)

    return clock
