"""The wall of thumbnails: rows as wide as the wall, true aspect ratios, the order of the works."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

HIGHEST = 1.35
LOWEST = 0.7
ASPECTS = (0.25, 5.0)
PANORAMA = 3.0


@dataclass(frozen=True, slots=True)
class Row:
    """`count` works from the `first` on, side by side. `top`, `height` and `widths` are in the unit of the wall."""

    top: float
    height: float
    first: int
    count: int
    widths: tuple[float, ...]


def justify(aspects: Sequence[float], width: float, target_height: float, gap: float) -> tuple[Row, ...]:
    """Rows for works of the given aspect ratios (width / height, taken within `ASPECTS`).

    Every row is exactly `width` wide with `gap` between works and rows; the last may be shorter, and is no higher than
    the target and the row above it. Rows are 0.7 to 1.35 times as high as the target where the works allow it, and a
    panorama that fills a row at such a height has it for itself. A row depends on its works and the one after it only.
    """
    lowest, highest = ASPECTS
    shapes = [min(max(aspect, lowest), highest) for aspect in aspects]
    rows: list[Row] = []
    top = 0.0
    first = 0
    total = 0.0
    for index, shape in enumerate(shapes):
        alone = shape >= PANORAMA and width / shape <= HIGHEST * target_height
        count = index - first
        if count and _closes(
            (width - gap * (count - 1)) / total, (width - gap * count) / (total + shape), target_height, alone
        ):
            rows.append(_row(top, (width - gap * (count - 1)) / total, first, shapes[first:index]))
            top += rows[-1].height + gap
            first, total = index, 0.0
        total += shape
        if alone and first == index:
            rows.append(_row(top, width / shape, first, (shape,)))
            top += rows[-1].height + gap
            first, total = index + 1, 0.0
    if first < len(shapes):
        height = (width - gap * (len(shapes) - first - 1)) / total
        above = rows[-1].height if rows else target_height
        rows.append(_row(top, min(height, target_height, above), first, shapes[first:]))
    return tuple(rows)


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


def _row(top: float, height: float, first: int, shapes: Sequence[float]) -> Row:
    return Row(top, height, first, len(shapes), tuple(height * shape for shape in shapes))
