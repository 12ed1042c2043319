"""Whether a picture may come on now, or would be one flash too many for a visitor who turns pages in a rush.

The stage is looked at as a grid of cells. What is known of a picture is how bright its parts are; a picture of which that
is not known may change every cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Self

from kiosk.pictures.orders import LIGHT_COLUMNS, LIGHT_ROWS
from kiosk.visit.flashes import MOST, WINDOW_S, Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLUMNS, ROWS = 9, 6
MOST_CHANGES = 2 * MOST + 1
"""Changes of a cell in any second that are no more than three pairs."""
DIP = 0.7
"""Of a cross-fade: when most of the wall is seen through both pictures."""
_GOING_AT_DIP = 1 - (DIP - 0.35) / 0.65
"""How opaque the picture that goes is then (`Slides.qml`)."""

Cells = tuple[float, ...]
"""Relative luminance (0..1) of the cells, row by row; none when it is unknown."""


class View(NamedTuple):
    """What the stage shows, or will at `time` in seconds unless something else comes first."""

    time: float
    cells: Cells


@dataclass(frozen=True, slots=True)
class Flicker:
    """What the cells of the stage have shown in the last second, and what they are about to show."""

    cells: tuple[Cell, ...] = (Cell(0.0, 1.0),) * (COLUMNS * ROWS)
    coming: tuple[View, ...] = ()
    shown: Cells = ()

    def turned(self, now: float, to: Cells, ground: float, fade_s: float = 0.0) -> Self:
        """After a turn at `now` to a picture that comes at once, or by a cross-fade of so many seconds.

        `ground` is the luminance of the wall, which is seen through two pictures that cross-fade.
        """
        past = self._at(now)
        dip = _dip(past.shown, to, ground) if fade_s else ()
        views = (View(now + DIP * fade_s, dip),) if fade_s else ()
        return type(self)(past.cells, (*views, View(now + fade_s, to)), past.shown)

    def harmless(self) -> bool:
        """Whether no cell changes more often in any second than is harmless while all that comes is coming."""
        cells = self.cells
        for view in self.coming:
            cells = _seen(cells, view.time, view.cells)
            if any(len(cell.times) > MOST_CHANGES and cell.changes(view.time) > MOST_CHANGES for cell in cells):
                return False
        return True

    def next_time(self, now: float) -> float:
        """When, after `now`, something will be longer ago than a second."""
        times = chain.from_iterable(cell.times for cell in self._at(now).cells)
        return min((time + WINDOW_S for time in times if time + WINDOW_S > now), default=now + WINDOW_S)

    def _at(self, now: float) -> Self:
        """With all that was coming; what a later turn overtakes has come by then at the latest."""
        cells, shown = self.cells, self.shown
        for view in self.coming:
            cells, shown = _seen(cells, min(view.time, now), view.cells), view.cells
        return type(self)(tuple(cell.since(now - WINDOW_S) for cell in cells), (), shown)


@lru_cache(maxsize=16)
def on_stage(light: bytes, shape: float, stage: float, ground: float) -> Cells:
    """The cells of a stage `stage` times as wide as high, on which a picture with this `light` hangs on the wall.

    `shape` is the picture's width over its height, `ground` the luminance of the wall. None without light.
    """
    if not light:
        return ()
    width, height = (1.0, stage / shape) if shape > stage else (shape / stage, 1.0)
    return tuple(
        _light(light, _within(column, COLUMNS, width), _within(row, ROWS, height), ground)
        for row in range(ROWS)
        for column in range(COLUMNS)
    )


def _within(cell: int, cells: int, length: float) -> float:
    """Where the middle of a cell is in a picture of that length in the middle of the stage, 0..1; outside beyond."""
    return 0.5 + ((cell + 0.5) / cells - 0.5) / length


def _light(light: bytes, x: float, y: float, ground: float) -> float:
    if not (0 <= x < 1 and 0 <= y < 1):
        return ground
    return light[int(y * LIGHT_ROWS) * LIGHT_COLUMNS + int(x * LIGHT_COLUMNS)] / 255


def _dip(going: Cells, coming: Cells, ground: float) -> Cells:
    if not going or not coming:
        return ()
    through = _GOING_AT_DIP
    return tuple(
        DIP * new + (1 - DIP) * (through * old + (1 - through) * ground) for old, new in zip(going, coming, strict=True)
    )


def _seen(cells: Iterable[Cell], time: float, values: Sequence[float]) -> tuple[Cell, ...]:
    if not values:
        return tuple(cell.unseen(time) for cell in cells)
    return tuple(cell.seen(time, value) for cell, value in zip(cells, values, strict=True))
