"""How long it took from one to the next, very many times, in a room that never grows."""

from __future__ import annotations

from array import array

MOST_MS = 10_000
"""Longer ones count as that."""


class Gaps:
    """Counts times by whole milliseconds."""

    def __init__(self) -> None:
        self._counts = array("Q", bytes(8 * (MOST_MS + 1)))
        self.count = 0
        self.longest_ms = 0.0

    def add(self, seconds: float) -> None:
        """Count one."""
        self._counts[min(MOST_MS, int(1000 * seconds))] += 1
        self.count += 1
        self.longest_ms = max(self.longest_ms, 1000 * seconds)

    def percentile(self, share: float) -> float:
        """The milliseconds that this share (0..1) of them did not exceed; 0 without any."""
        wanted, passed = share * self.count, 0
        for milliseconds, count in enumerate(self._counts):
            passed += count
            if count and passed >= wanted:
                return milliseconds + 1.0
        return 0.0

    def longer_than(self, milliseconds: int) -> int:
        """How many took longer."""
        return sum(self._counts[milliseconds:])
