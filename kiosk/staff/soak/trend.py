"""What grows over hours, told from what only goes up and down.

Theil and Sen: the slope is the median of those of all pairs of points. Up to 29 of 100 points may lie anywhere, such
as those while a picture was being decoded. P. K. Sen: Estimates of the regression coefficient based on Kendall's tau.
JASA 63 (1968) 1379-1389.
"""

from __future__ import annotations

from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Points = Sequence[tuple[float, float]]
MOST_POINTS = 600
"""Of so many all pairs are looked at; of more every second, third ... point."""


def slope(points: Points) -> float:
    """How much y grows with each x; 0 where that cannot be told."""
    some = points[:: -(-len(points) // MOST_POINTS)] if points else points
    slopes = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in combinations(some, 2) if x1 != x2]
    return median(slopes) if slopes else 0.0


def growth(points: Points) -> float:
    """How much y has grown from the first to the last x, by the slope."""
    return slope(points) * (points[-1][0] - points[0][0]) if points else 0.0


def step(points: Points) -> float:
    """How much more y is in the last third than in the first, in the middle of each: one that came and stayed shows."""
    third = -(-len(points) // 3)
    if not third:
        return 0.0
    return median(y for _, y in points[-third:]) - median(y for _, y in points[:third])
