"""Whether a visitor leafs through works faster than they can be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

HASTE_S = 0.8
"""A page turned sooner than this after the one before is turned in haste."""
CALM_S = 0.3
"""Haste is over when no page has been turned for so long."""


@dataclass(frozen=True, slots=True)
class Haste:
    """When a page was last turned, in seconds of the monotonic clock, and whether that was in haste."""

    turned_at: float = float("-inf")
    hasty: bool = False

    def turn(self, now: float) -> Self:
        """A page is turned."""
        return type(self)(now, now - self.turned_at < HASTE_S)

    def rest(self, now: float) -> Self:
        """Time has passed: it is over once that was long enough."""
        return type(self)(self.turned_at, self.hasty and now - self.turned_at < CALM_S)
