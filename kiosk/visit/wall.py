"""The wall of thumbnails: rows as wide as the wall, true aspect ratios, the order of the works."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterable

HIGHEST = 1.35
LOWEST = 0.7
ASPECTS = (0.25, 5.0)
PANORAMA = 3.0


@dataclass(frozen=True, slots=True)
class Row:
    """`count` works from the `first` on, side by side. `top`, `height` and `widths` are in the unit of the wall.

    Where the gap is a whole number, so are they all: an edge between two pixels would be drawn soft, or not at all.
    """

    top: float
    height: float
    first: int
    count: int
    widths: tuple[float, ...]


class Rows(Sequence[Row]):
    """The rows of a wall from the top, each made when it is looked at: a wall of 100,000 works has 20,000 of them."""

    def __init__(self, shapes: array[float], firsts: array[int], heights: array[float], gap: float) -> None:
        self._shapes = shapes
        self._firsts = firsts
        self._heights = heights
        self._tops = array("d", accumulate((round(height) + gap for height in heights), initial=0.0))

    def __len__(self) -> int:
        return len(self._heights)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(place, slice):
            return tuple(self[row] for row in range(*place.indices(len(self))))
        row = range(len(self))[place]
        height, first, end = self._heights[row], *self._firsts[row : row + 2]
        ends = list(accumulate((height * each for each in self._shapes[first:end]), initial=0.0))
        widths = tuple(float(round(right) - round(left)) for left, right in pairwise(ends))
        return Row(self._tops[row], float(round(height)), first, end - first, widths)

    def with_work(self, place: int) -> int:
        """The row in which the work at this place hangs, -1 when none does."""
        return bisect_right(self._firsts, place) - 1 if 0 <= place < self._firsts[-1] else -1


def justify(aspects: Iterable[float], width: float, target_height: float, gap: float) -> Rows:
    """Rows for works of the given aspect ratios (width / height, taken within `ASPECTS`).

    Every row is exactly `width` wide with `gap` between works and rows; the last may be shorter, and is no higher than
    the target and the row above it. Rows are 0.7 to 1.35 times as high as the target where the works allow it, and a
    panorama that fills a row at such a height has it for itself. A row depends on its works and the one after it only.
    """
    narrowest, widest = ASPECTS
    shapes = array("d", [a if narrowest <= a <= widest else min(max(a, narrowest), widest) for a in aspects])
    firsts, heights = array("L", [0]), array("d")
    first, total = 0, 0.0
    for index, shape in enumerate(shapes):
        alone = shape >= PANORAMA and width / shape <= HIGHEST * target_height
        count = index - first
        if count:
            joined = (width - gap * count) / (total + shape)
            if alone or joined <= target_height:
                without = (width - gap * (count - 1)) / total
                if _closes(without, joined, target_height, alone):
                    heights.append(without)
                    firsts.append(index)
                    first, total = index, 0.0
        total += shape
        if alone and first == index:
            heights.append(width / shape)
            firsts.append(index + 1)
            first, total = index + 1, 0.0
    if first < len(shapes):
        height = (width - gap * (len(shapes) - first - 1)) / total
        heights.append(min(height, target_height, heights[-1] if heights else target_height))
        firsts.append(len(shapes))
    return Rows(shapes, firsts, heights, gap)


def _closes(without: float, joined: float, target: float, alone: bool) -> bool:
    """Whether a row `without` high stays so, rather than becoming `joined` high with the next work.

    `alone`: the next work would fill a row for itself.
    """
    if alone and without <= HIGHEST * target:
        return True
    if joined > target:
        return False
    fits, joins = without <= HIGHEST * target, joined >= LOWEST * target
    return fits if fits != joins else without * joined < target * target
