"""What has been counted and not been written yet."""

from __future__ import annotations

from collections import Counter
from math import floor
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kiosk.visit.counting import Count, What

MOST_KEYS = 50_000
"""Different things that are remembered while nothing can be written, some 15 MB; the oldest days go first."""


class Key(NamedTuple):
    """One thing that is counted."""

    day: str
    exhibition: str
    what: What
    of: str
    cell: int


class Tally:
    """Numbers by what they count. Seconds are kept with their fractions until they make whole ones."""

    def __init__(self) -> None:
        self._numbers: Counter[Key] = Counter()

    def __bool__(self) -> bool:
        return any(number >= 1 for number in self._numbers.values())

    def add(self, counts: Iterable[Count]) -> None:
        """Count on. What is less than nothing is not counted."""
        for day, exhibition, what, of, number, cell in counts:
            if number > 0:
                self._numbers[Key(day, exhibition, what, of, cell)] += number  # type: ignore[assignment]
        if len(self._numbers) > MOST_KEYS:
            self._forget()

    def take(self, today: str) -> dict[Key, int]:
        """All whole numbers; they are to be written, or put back.

        Of days other than `today` (YYYY-MM-DD) nothing is kept: what is left of a second counts as one or as none.
        """
        taken = {key: floor(number if key.day == today else number + 0.5) for key, number in self._numbers.items()}
        self._numbers = Counter(
            {
                key: left
                for key, number in self._numbers.items()
                if key.day == today and (left := number - taken[key]) > 0
            }
        )
        return {key: number for key, number in taken.items() if number}

    def put_back(self, numbers: Mapping[Key, int]) -> None:
        """They could not be written."""
        self._numbers.update(numbers)
        if len(self._numbers) > MOST_KEYS:
            self._forget()

    def _forget(self) -> None:
        """Forget the oldest; of one day, where people looked closely before anything else."""
        kept = sorted(self._numbers, key=lambda key: (key.day, key.cell < 0), reverse=True)[: MOST_KEYS * 9 // 10]
        self._numbers = Counter({key: self._numbers[key] for key in kept})
