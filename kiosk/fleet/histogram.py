"""How long it took from one to the next, very many times: counted by limits, in a room that never grows."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Histogram:
    """Counts numbers by `limits`, which ascend; each counts where it first is no more than the limit."""

    def __init__(self, limits: Sequence[float], counts: Sequence[int] = (), total: float = 0.0) -> None:
        self._limits = tuple(limits)
        self._counts = list(counts) or [0] * (len(self._limits) + 1)
        self.total = total

    def add(self, number: float) -> None:
        """Count one."""
        self._counts[bisect_left(self._limits, number)] += 1
        self.total += number

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(self._counts)

    def up_to(self) -> Iterator[tuple[float, int]]:
        """Each limit, infinity last, and how many were no more than it."""
        return zip((*self._limits, inf), accumulate(self._counts), strict=True)

    def copy(self) -> Histogram:
        """As it is now, for another thread."""
        return Histogram(self._limits, self._counts, self.total)
