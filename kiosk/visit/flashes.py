"""Counting flashes in frames, as WCAG 2.2, 2.3.1 defines the general flash."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

CHANGE = 0.10
"""A change of relative luminance that counts, as a share of the greatest there is."""
DARK = 0.80
"""It counts only where the darker of the two is below this."""
SHARE = 0.25
"""Of a field of 10 degrees, which must flash together."""
MOST = 3
"""Flashes in any second that are harmless."""

WINDOW_S = 1.0

Frame = tuple[float, tuple[float, ...]]
"""When it was shown, in seconds, and the relative luminance (0..1) of its cells, row by row."""


def flashes(frames: Sequence[Frame], columns: int, field: int = 4) -> int:
    """The most flashes in any second that any field of `field` by `field` cells shows.

    A flash is a pair of opposing changes; it counts for a field when a quarter of its cells has it. Frames of a grid
    with so many `columns`.
    """
    if not frames:
        return 0
    rows = len(frames[0][1]) // columns
    turns = [_turns([(time, cells[cell]) for time, cells in frames]) for cell in range(rows * columns)]
    most = 0
    for top in range(max(1, rows - field + 1)):
        for left in range(max(1, columns - field + 1)):
            cells = [
                turns[y * columns + x]
                for y in range(top, min(rows, top + field))
                for x in range(left, min(columns, left + field))
            ]
            most = max(most, _together(cells))
    return most


def _turns(samples: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    """When the luminance of a cell has changed enough to count, each time against the way of the change before."""
    cell = Cell(samples[0][1], samples[0][1])
    for time, value in samples:
        cell = cell.seen(time, value)
    return cell.times


class Cell(NamedTuple):
    """What a part of the screen has shown: the range of its luminance since the last change that counted.

    `way` of that change: 1 up, -1 down, 0 none yet or unknown. `times` of those that counted, in seconds.
    """

    low: float
    high: float
    way: int = 0
    times: tuple[float, ...] = ()

    def seen(self, time: float, value: float, change: float = CHANGE, dark: float = DARK) -> Cell:
        """The cell when it shows this luminance; what counts is a `change` where the darker is below `dark`."""
        if self.low <= value <= self.high and self.high - self.low < change:
            return self
        low, high = min(self.low, value), max(self.high, value)
        if self.way <= 0 and value - low >= change and low < dark:
            return Cell(value, value, 1, (*self.times, time))
        if self.way >= 0 and high - value >= change and value < dark:
            return Cell(value, value, -1, (*self.times, time))
        return Cell(low, high, self.way, self.times)

    def unseen(self, time: float) -> Cell:
        """The cell when it may show anything: a change that counts, and so may be the next."""
        return Cell(0.0, 1.0, 0, (*self.times, time))

    def timed(self, before: float, time: float) -> Cell:
        """The cell when its last changes, that were told to be at `before`, turn out to have been at `time`."""
        if not self.times or self.times[-1] < before:
            return self
        return self._replace(times=tuple(time if each == before else each for each in self.times))

    def since(self, time: float) -> Cell:
        """The cell without what was before."""
        if not self.times or self.times[0] > time:
            return self
        return self._replace(times=tuple(each for each in self.times if each > time))


def _together(cells: Sequence[tuple[float, ...]]) -> int:
    """The most flashes in a second that a quarter of these cells shows."""
    counts = sorted((_most_in_a_second(times) for times in cells), reverse=True)
    needed = max(1, round(SHARE * len(counts)))
    return counts[needed - 1] // 2 if len(counts) >= needed else 0


def _most_in_a_second(times: Sequence[float]) -> int:
    return max((sum(1 for other in times if time <= other < time + 1) for time in times), default=0)
