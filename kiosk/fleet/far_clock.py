"""The clock of another computer, as far as it can be known from questions and answers. All times are in seconds.

After RFC 5905 (NTP version 4): offset and round trip of an exchange from its four timestamps (section 8); of the last
exchanges the one with the shortest round trip counts (section 10, which has eight of them; on a wireless line more of
them are better). Both clocks only run on; nothing here looks at the time of day.
"""

from __future__ import annotations

from collections import deque
from math import sqrt
from typing import NamedTuple

STAGES = 24
"""Exchanges of which the best counts."""
AGEING = 100e-6
"""So much worse an exchange is for every second of its age: clocks run differently when it gets warmer."""
SKEW = 500e-6
"""How much faster or slower than another a clock may run; more than any that works."""
TREMBLE_S = 0.002
"""What a busy computer may add on its own side."""
APART_S = 5.0
"""Between two exchanges from which the drift is learnt."""
KEPT = 120
"""Of those."""
FEWEST = 8
SURE = 5e-6
"""A drift that is less certain than this (its standard error) is not told, and not reckoned with."""


class Exchange(NamedTuple):
    """A question and its answer: when it was `asked` and the answer `back` here, `heard` and `answered` there."""

    asked: float
    heard: float
    answered: float
    back: float

    @property
    def offset(self) -> float:
        """How much the clock there is ahead of the one here. Wrong by half of the round trip at most."""
        return ((self.heard - self.asked) + (self.answered - self.back)) / 2

    @property
    def round_trip(self) -> float:
        """How long both ways took together."""
        return max(0.0, (self.back - self.asked) - (self.answered - self.heard))


class Drift(NamedTuple):
    """How much faster the clock there runs: 0.000001 is 1 ppm, a millionth. `unsure`: its standard error."""

    rate: float
    unsure: float


class FarClock:
    """Learns of a clock by exchanges, in the order in which they came back."""

    def __init__(self) -> None:
        self._last: deque[Exchange] = deque(maxlen=STAGES)
        self._track: deque[tuple[float, float]] = deque(maxlen=KEPT)
        self._drift: Drift | None = None

    def forget(self) -> None:
        """It is another clock, or a computer slept: what was known is of no use any more."""
        self._last.clear()
        self._track.clear()
        self._drift = None

    def note(self, exchange: Exchange) -> None:
        """Learn from an exchange."""
        if self._contradicts(exchange):
            self.forget()
        self._last.append(exchange)
        best = self._best
        if best is exchange and (not self._track or exchange.back - self._track[-1][0] >= APART_S):
            self._learn(exchange)

    def there(self, here: float) -> float | None:
        """What it shows when the one here shows this; None before anything is known of it."""
        best = self._best
        return None if best is None else here + best.offset + self._rate * (here - best.back)

    def here(self, there: float) -> float | None:
        """What the one here shows when it shows this; None before anything is known of it."""
        best = self._best
        if best is None:
            return None
        here = there - best.offset
        return here - self._rate * (here - best.back)

    @property
    def round_trip(self) -> float | None:
        """Of the exchange that counts: what is known is wrong by half of it at most."""
        best = self._best
        return best.round_trip if best else None

    @property
    def drift(self) -> Drift | None:
        """How much faster it runs; None while that is not certain enough."""
        return self._drift

    @property
    def _rate(self) -> float:
        return self._drift.rate if self._drift else 0.0

    @property
    def _best(self) -> Exchange | None:
        """The one with the shortest round trip, where one that is older has to be so much better."""
        if not self._last:
            return None
        now = self._last[-1].back
        return min(reversed(self._last), key=lambda each: each.round_trip / 2 + AGEING * (now - each.back))

    def _contradicts(self, exchange: Exchange) -> bool:
        """Whether this cannot be the same clock: the true offset is within half of a round trip of every exchange."""
        best, expected = self._best, self.there(exchange.back)
        if best is None or expected is None:
            return False
        found = exchange.back + exchange.offset
        bound = (best.round_trip + exchange.round_trip) / 2 + TREMBLE_S + SKEW * abs(exchange.back - best.back)
        return abs(found - expected) > bound

    def _learn(self, exchange: Exchange) -> None:
        if self._track and exchange.back <= self._track[-1][0]:
            return
        self._track.append((exchange.back, exchange.offset))
        found = _slope(tuple(self._track))
        self._drift = found if found and found.unsure <= SURE else None


def _slope(points: tuple[tuple[float, float], ...]) -> Drift | None:
    """The slope of the line through these points by least squares, and its standard error."""
    if len(points) < FEWEST:
        return None
    count = len(points)
    middle = sum(x for x, _ in points) / count
    height = sum(y for _, y in points) / count
    spread = sum((x - middle) ** 2 for x, _ in points)
    rate = sum((x - middle) * (y - height) for x, y in points) / spread
    left = sum((y - height - rate * (x - middle)) ** 2 for x, y in points)
    return Drift(rate, sqrt(left / (count - 2) / spread))
