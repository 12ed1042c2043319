"""Whether a picture may come on now, or would be one flash too many for a visitor who turns pages in a rush.

The stage is looked at as a grid of cells. What is known of a picture is how bright its parts are; a picture of which
that is not known may change every cell.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, product
from typing import TYPE_CHECKING, NamedTuple, Self

from kiosk.pictures.orders import LIGHT_COLUMNS, LIGHT_ROWS
from kiosk.visit.flashes import MOST, WINDOW_S, Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLUMNS, ROWS = 16, 9
"""Of the place for pages: so many that of a picture that is 0.4 times as wide and high no part goes unseen."""
MOST_CHANGES = 2 * MOST - 1
"""Changes of a cell in any second. Two more would still be three pairs; they are left to pictures that load slowly, so
that what was apart comes together."""
MOST_BY_FADES = MOST_CHANGES - 2
"""As many of them by cross-fades in a rush, which may dim the stage on the way; cuts, one each, get the others."""
WARY, WARY_DARK = 0.07, 0.83
"""What counts as a change here, and below which luminance: what is known of a picture's light is not exact."""
THROUGH = 0.17
"""The most of the wall that is seen through both pictures of a cross-fade (`Slides.qml`)."""
MIXED = 0.5**2.2
"""What is left of the light of two pictures half way from one to the other, where each is bright as the other is dark:
colours are mixed as they are encoded, not as they shine."""

MOVING, UNDRAWN = float("inf"), sys.float_info.max
"""In place of the time of a change: of a move that is not over, and of one whose last frame has still to be shown."""

Cells = tuple[float, ...]
"""Relative luminance (0..1) of the cells, row by row; none when it is unknown."""


@dataclass(frozen=True, slots=True)
class Flicker:
    """What the cells of the stage have shown in the last second, by frames that were shown, and what they may show yet.

    A change counts from when it is decided on until a second after the frame that ended it was shown, however late that
    came: so what counts for the next one is never less than what will have been seen in the second before it.
    """

    cells: tuple[Cell, ...] = (Cell(0.0, 1.0),) * (COLUMNS * ROWS)
    shown: Cells = ()
    moving: bool = False
    undrawn: bool = False

    def turned(self, now: float, *views: Cells, moving: bool = False) -> Self:
        """After a turn at `now` that shows these one after the other; one that was still `moving` is over at once."""
        past = tuple(cell.since(now - WINDOW_S) for cell in self.over().cells)
        return replace(self, cells=past, moving=moving, undrawn=True).also(*views)

    def changed(self, now: float, *views: Cells, moving: bool = False) -> Self:
        """After a change at `now` that shows these one after the other, beside a turn that may still be going on."""
        past = tuple(cell.since(now - WINDOW_S) for cell in self.cells)
        return replace(self, cells=past, moving=self.moving or moving).also(*views)

    def also(self, *views: Cells) -> Self:
        """When these are seen as well, in the move that is going on or with the next frame."""
        cells = self.cells
        for view in views:
            cells = _seen(cells, MOVING if self.moving else UNDRAWN, view)
        return replace(self, cells=cells, shown=views[-1], undrawn=True)

    def over(self) -> Self:
        """When a move has come to its end, which the next frame shows."""
        return (
            replace(self, cells=_at(self.cells, MOVING, UNDRAWN), moving=False, undrawn=True) if self.moving else self
        )

    def drawn(self, time: float) -> Self:
        """When a frame was shown."""
        return replace(self, cells=_at(self.cells, UNDRAWN, time), undrawn=False) if self.undrawn else self

    def calm(self, now: float) -> bool:
        """Whether nothing has changed for a second."""
        return not any(cell.times and cell.times[-1] > now - WINDOW_S for cell in self.cells)

    def harmless(self, most: int = MOST_CHANGES) -> bool:
        """Whether no cell changes more often in any second than is harmless."""
        return all(len(cell.times) <= most for cell in self.cells)

    def next_time(self, now: float) -> float:
        """When, after `now`, something will be longer ago than a second."""
        times = chain.from_iterable(cell.times for cell in self.cells)
        return min((time + WINDOW_S for time in times if now < time + WINDOW_S < UNDRAWN), default=now + WINDOW_S)


class Hung(NamedTuple):
    """A picture on the stage: the light of its parts, and where it hangs there; lengths are shares of the stage's."""

    light: bytes
    left: float
    top: float
    width: float
    height: float


class Place(NamedTuple):
    """Where on the stage a picture hangs alone, in shares of it; `shape` is the stage's width over its height."""

    shape: float = 1.0
    left: float = 0.0
    top: float = 0.0
    width: float = 1.0
    height: float = 1.0

    def hang(self, light: bytes, shape: float) -> Hung:
        """A picture `shape` times as wide as high, as large as there is room, in the middle."""
        own = self.shape * self.width / self.height
        across, down = (1.0, own / shape) if shape > own else (shape / own, 1.0)
        left, top = self.left + self.width * (1 - across) / 2, self.top + self.height * (1 - down) / 2
        return Hung(light, left, top, self.width * across, self.height * down)


@lru_cache(maxsize=16)
def on_stage(pictures: tuple[Hung, ...], ground: float) -> Cells:
    """The cells of a stage with these on a wall of the luminance `ground`; none if the light of one is unknown."""
    if not all(picture.light for picture in pictures):
        return ()
    cells = [ground] * (COLUMNS * ROWS)
    for light, left, top, width, height in pictures:
        across, down = _parts(COLUMNS, left, width, LIGHT_COLUMNS), _parts(ROWS, top, height, LIGHT_ROWS)
        for (row, y), (column, x) in product(down, across):
            cells[row * COLUMNS + column] = light[y * LIGHT_COLUMNS + x] / 255
    return tuple(cells)


def _parts(cells: int, start: float, length: float, parts: int) -> tuple[tuple[int, int], ...]:
    """The cells whose middle is on a picture that begins at `start`, and on which part of it; a card has no length."""
    if length <= 0:
        return ()
    middles = ((cell, ((cell + 0.5) / cells - start) / length) for cell in range(cells))
    return tuple((cell, int(at * parts)) for cell, at in middles if 0 <= at < 1)


def between(going: Cells, coming: Cells, ground: float) -> Cells:
    """How dark a cross-fade may be on the way, or how bright before a bright wall, of the luminance `ground`."""
    if not going or not coming:
        return ()
    return tuple(_between(old, new, ground) for old, new in zip(going, coming, strict=True))


def _between(old: float, new: float, ground: float) -> float:
    bright = (1 - THROUGH) * max(old, new) + THROUGH * ground
    return bright if bright - max(old, new) >= WARY else min(old, new, (1 - THROUGH) * MIXED * (old + new))


def _at(cells: Iterable[Cell], until_now: float, time: float) -> tuple[Cell, ...]:
    """Those whose last changes had no time yet, or another."""
    return tuple(cell.timed(until_now, time) for cell in cells)


def _seen(cells: Iterable[Cell], time: float, values: Sequence[float]) -> tuple[Cell, ...]:
    if not values:
        return tuple(cell.unseen(time) for cell in cells)
    return tuple(cell.seen(time, value, WARY, WARY_DARK) for cell, value in zip(cells, values, strict=True))
