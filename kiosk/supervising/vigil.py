"""Watching one run: how long it may say nothing. No clock: time is told, in seconds of one that only runs on."""

from __future__ import annotations

from typing import NamedTuple


class Patience(NamedTuple):
    """`start`: until something is on the screen. `silence`: between two beats. `late`: who wakes up so late has slept.

    `leaving`: from when it says that it ends until it has, with a screen to switch on. `dying`: from being asked to end
    to being ended, and `gone` from there. `dump`: from SIGABRT, which tells where it hung, to SIGKILL.
    """

    start: float = 90.0
    silence: float = 12.0
    late: float = 5.0
    leaving: float = 20.0
    dying: float = 13.0
    gone: float = 4.0
    dump: float = 2.0


class Vigil(NamedTuple):
    """A run that began at `since`, and last showed that it lives at `heard`. `leaving`: it takes itself down."""

    since: float
    heard: float
    ready: bool = False
    leaving: bool = False

    def leave(self, now: float) -> Vigil:
        """It said that it ends: there are no beats any more."""
        return self._replace(heard=now, leaving=True)

    def hear(self, now: float, *, ready: bool = False) -> Vigil:
        """It said something; with `ready` that it has something on the screen. Until then nothing else counts."""
        return self._replace(heard=now, ready=self.ready or ready) if self.ready or ready else self

    def due(self, patience: Patience) -> float:
        """When it counts as hanging."""
        if self.leaving:
            return self.heard + patience.leaving
        return self.heard + patience.silence if self.ready else self.since + patience.start

    def woken(self, now: float, meant: float, patience: Patience) -> Vigil:
        """The watcher, who meant to wake up at `meant`, does so only now: if that is late, so may the other be."""
        slept = now - meant
        return self._replace(since=self.since + slept, heard=now) if slept > patience.late else self
