"""Has the curtain ready while the show runs, in front of the desktop while it does not, never in front of the show.

The curtain itself, `kiosk.bridge.window.curtain`, is a small process with a window. It is there before it is needed,
unseen: so it covers the desktop in a moment. Whoever does not answer is ended, which takes its window away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.supervising.child import Child

SHOW, HIDE, DRESS = "show", "hide", "dress "
SHOWN, HIDDEN = "shown", "hidden"


class Times(NamedTuple):
    """How long it has to `answer`, and when it has only begun to `start`; until one that has ended comes `again`."""

    answer: float = 3.0
    start: float = 15.0
    again: tuple[float, ...] = (0.5, 2.0, 10.0, 60.0)


class Curtain:
    """Starts its process with `start`, which raises OSError. `now`: seconds of a clock that only runs on."""

    def __init__(self, start: Callable[[], Child], now: Callable[[], float], times: Times | None = None) -> None:
        self._make = start
        self._now = now
        self._times = times or Times()
        self._child: Child | None = None
        self._wanted = False
        self._there = False
        self._dress = ""
        self._answer_by: float | None = None
        self._start_at: float | None = None
        self._ends = 0

    @property
    def due(self) -> float | None:
        """When it has to be looked after next."""
        return min((when for when in (self._answer_by, self._start_at) if when is not None), default=None)

    def prepare(self) -> None:
        """Have it ready, if it is not."""
        if self._child is None and self._start_at is None:
            self._start()

    def close(self) -> None:
        """In front of the desktop: there is no show."""
        self._wanted = True
        if self._child:
            self._tell()
        else:
            self._start_at = None  # whatever ended it before: now it is needed
            self._start()

    def open(self) -> None:
        """Out of sight: there is a show."""
        self._wanted = False
        self._tell()

    def dress(self, house: str) -> None:
        """Look like the house."""
        self._dress = house
        if self._child:
            self._child.say(DRESS + house)

    def hear(self, child: Child, words: str) -> None:
        """It did what it was told, the first time also: it is there."""
        if child is self._child and words in {SHOWN, HIDDEN}:
            self._there = True
            if (words == SHOWN) is self._wanted:
                self._answer_by = None
                self._ends = 0

    def owns(self, child: Child) -> bool:
        """Whether this is the curtain's process."""
        return child is self._child

    def ended(self) -> None:
        """Its process has ended: there will be another one."""
        self._child, self._answer_by = None, None
        waits = self._times.again
        self._start_at = self._now() + waits[min(self._ends, len(waits) - 1)]
        self._ends += 1

    def look(self) -> None:
        """Do what is due."""
        now = self._now()
        if self._answer_by is not None and now >= self._answer_by:
            self._answer_by = None
            if self._child:
                self._child.kill()
        if self._start_at is not None and now >= self._start_at:
            self._start_at = None
            self._start()

    def leave(self) -> None:
        """The end of it all."""
        child, self._child, self._start_at, self._answer_by = self._child, None, None, None
        if child:
            child.kill()

    def rest(self) -> None:
        """Without a display there is nothing to cover."""
        self.leave()
        self._ends = 0

    def _start(self) -> None:
        try:
            self._child = self._make()
        except OSError:
            self.ended()
            return
        self._there = False
        if self._dress:
            self._child.say(DRESS + self._dress)
        self._tell()

    def _tell(self) -> None:
        if self._child:
            self._child.say(SHOW if self._wanted else HIDE)
            self._answer_by = self._now() + (self._times.answer if self._there else self._times.start)
