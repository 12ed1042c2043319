"""Telling a fault that lasts once, and once more when it is over, however often it repeats between."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

RETURNS_S = 600.0
"""What comes back so soon after it was over flickers: from then on it is over when it has kept away for as long."""
MOST = 1000
"""Different faults that are remembered; what has not been heard of for longest is forgotten."""

_MINUTE_S = 60
_HOUR_S = 3600


class Episode(NamedTuple):
    """A fault from its first failure to its end: how long it lasted, in seconds, and how many failures it had."""

    lasted_s: float
    times: int

    def __str__(self) -> str:
        """For a log, such as "after 12 min and 40 failures"."""
        failures = "1 failure" if self.times == 1 else f"{self.times} failures"
        return f"after {_span(self.lasted_s)} and {failures}"


class _Standing:
    def __init__(self, now: float, *, flickers: bool) -> None:
        self.since = self.last = now
        self.times = 0
        self.flickers = flickers


class Episodes:
    """The faults of one part of the program, by any name that says which is which. On any thread.

    `now`: seconds of a clock that only runs on. Whoever fails says so each time, `if episodes.fails("disk"): log(...)`;
    whoever succeeds says that, too, `if over := episodes.works("disk"): log(f"written again, {over}")`. So a log has
    two lines of a fault, its beginning and its end, and at most two in ten minutes of one that comes and goes.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._standing: dict[str, _Standing] = {}
        self._over: dict[str, float] = {}

    def fails(self, name: str) -> bool:
        """Note a failure. Whether it is the first of an episode, which is to be told."""
        with self._lock:
            now = self._now()
            standing = self._standing.pop(name, None)
            first = standing is None
            if standing is None:
                standing = _Standing(now, flickers=self._ended_lately(name, now))
            standing.last = now
            standing.times += 1
            self._standing[name] = standing  # the last heard of comes last
            _shorten(self._standing)
            return first

    def works(self, name: str) -> Episode | None:
        """Note a success. The episode that is over by it, which is to be told; None where nothing has failed."""
        if name not in self._standing:  # the usual answer takes no lock
            return None
        with self._lock:
            now, standing = self._now(), self._standing.get(name)
            if standing is None or (standing.flickers and now - standing.last < RETURNS_S):
                return None
            del self._standing[name]
            self._over.pop(name, None)
            self._over[name] = now
            _shorten(self._over)
            return Episode(now - standing.since, standing.times)

    @property
    def standing(self) -> tuple[str, ...]:
        """The names of what has failed and has not been said to work since; what failed last comes last."""
        with self._lock:
            return tuple(self._standing)

    def _ended_lately(self, name: str, now: float) -> bool:
        over = self._over.get(name)
        return over is not None and now - over < RETURNS_S


def _shorten(remembered: dict[str, _Standing] | dict[str, float]) -> None:
    while len(remembered) > MOST:
        del remembered[next(iter(remembered))]


def _span(seconds: float) -> str:
    """A span of time to two figures or so."""
    if seconds < 2 * _MINUTE_S:
        return f"{seconds:.0f} s"
    return f"{seconds / _MINUTE_S:.0f} min" if seconds < 2 * _HOUR_S else f"{seconds / _HOUR_S:.0f} h"
