"""How long a work stays, and the clock that counts it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

SHORTEST_S = 12
LOOK_S = 6
WORD_S = 0.3


def dwell_s(words: int, configured: float | None = None) -> float:
    """How many seconds a work with a label of `words` words stays: as configured, else a look and time to read."""
    return configured if configured is not None else max(SHORTEST_S, LOOK_S + WORD_S * words)


@dataclass(frozen=True, slots=True)
class Dwell:
    """A clock of `length` seconds that ends at `ends_at` unless it is held. `held_at`: since when it is."""

    ends_at: float
    length: float
    held_at: float | None = None

    @classmethod
    def start(cls, now: float, length: float) -> Self:
        """A clock that starts now."""
        return cls(ends_at=now + length, length=length)

    def hold(self, now: float) -> Self:
        """The same clock, standing still."""
        return self if self.held_at is not None else replace(self, held_at=now)

    def resume(self, now: float) -> Self:
        """The same clock, going on where it was held."""
        return self if self.held_at is None else replace(self, ends_at=self.ends_at + now - self.held_at, held_at=None)

    def due(self, now: float) -> bool:
        """Whether the time is over. A clock held before its end never is."""
        return self._seen(now) >= self.ends_at

    def remaining(self, now: float) -> float:
        """Seconds left to run, not counting a hold."""
        return max(0.0, self.ends_at - self._seen(now))

    def progress(self, now: float) -> float:
        """How much is over, 0..1."""
        return 1 - min(1.0, self.remaining(now) / self.length) if self.length > 0 else 1.0

    def _seen(self, now: float) -> float:
        return now if self.held_at is None else self.held_at
