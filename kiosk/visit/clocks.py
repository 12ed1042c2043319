"""The clocks of a show: the one that only runs on, and the one that tells the time of day. Both may be put on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


class Clocks(NamedTuple):
    """What a show is told the time by.

    `now`: seconds of a clock that only runs on. `day`: the time of day, with its zone. `rehearsing`: that is not the
    day which the computer has; visitors are told so, and nobody is counted.
    """

    now: Callable[[], float]
    day: Callable[[], datetime]
    rehearsing: bool = False


class Hastened:
    """A clock that runs `speed` times as fast as `now`, from where that is at first; both in seconds.

    More than `most_s` between two looks at it count as that: a process that was stopped, or a computer that slept, has
    not shown anything meanwhile.
    """

    def __init__(self, now: Callable[[], float], speed: float, most_s: float) -> None:
        self._now = now
        self._speed = speed
        self._most_s = most_s
        self._seen = self._shown = now()

    def __call__(self) -> float:
        """What it shows."""
        seen = self._now()
        self._shown += self._speed * min(seen - self._seen, self._most_s)
        self._seen = seen
        return self._shown
