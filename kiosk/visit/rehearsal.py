"""A clock put on: how the show will be at another time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable


def rehearsed(when: datetime, timezone: str | None, now: Callable[[], float]) -> Callable[[], datetime]:
    """A clock that shows `when` now and goes on from there; `now` is a monotonic clock in seconds.

    `when` without a zone of its own is the wall clock's in `timezone`, the computer's own if that is None.
    """
    zone = ZoneInfo(timezone) if timezone else None
    at = when if when.tzinfo else when.replace(tzinfo=zone) if zone else when.astimezone()
    begun, start = at.astimezone(UTC), now()

    def clock() -> datetime:
        return (begun + timedelta(seconds=now() - start)).astimezone(zone)

    return clock
