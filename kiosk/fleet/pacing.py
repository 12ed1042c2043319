"""How often something is said, and how long it is waited before a broker is tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

LEAST_GAP_S = 2.0
"""Between two states of a kiosk, however fast visitors turn pages."""
SOONEST_S = 0.5
FIRST_S = 4.0
LONGEST_S = 120.0


class Pacing:
    """Says when the next state may be told; in seconds of a clock that only runs on."""

    def __init__(self, gap_s: float = LEAST_GAP_S) -> None:
        self._gap_s = gap_s
        self._last: float | None = None

    def wait_s(self, now: float) -> float:
        """How long it has to wait; 0 for not at all."""
        return 0.0 if self._last is None else max(0.0, self._last + self._gap_s - now)

    def told(self, now: float) -> None:
        """One was told."""
        self._last = now


def rest_s(failures: int, chance: Random) -> float:
    """How long to wait before the next try, in seconds, after so many that have failed in a row.

    Anything up to a limit that doubles: the kiosks of a house, which have lost their broker together, come back one
    by one (exponential back-off with full jitter).
    """
    return chance.uniform(SOONEST_S, min(LONGEST_S, FIRST_S * 2.0 ** min(failures, 16)))
