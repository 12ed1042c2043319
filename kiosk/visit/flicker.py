"""Whether a picture may come on now, or would be one flash too many for a visitor who turns pages in a rush.

The stage is looked at as a grid of cells. What is known of a picture is how bright its parts are; a picture of which
that is not known may change every cell.
"""

from __future__ import annotations

from dataclasses import dataclass
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
DIP = 0.7
"""Of a cross-fade: when most of the wall is seen through both pictures."""
_GOING_AT_DIP = 1 - (DIP - 0.35) / 0.65
"""How opaque the picture that goes is then (`Slides.qml`)."""

Cells = tuple[float, ...]
"""Relative luminance (0..1) of the cells, row by row; none when it is unknown."""


class View(NamedTuple):
    """What the stage turns into between two times, in seconds, unless something else comes first."""

    since: float
    until: float
    cells: Cells

    def reached(self, now: float, before: Cells) -> Cells:
        """What is shown at `now`, on the way to it."""
        if now >= self.until or not (before and self.cells):
            return self.cells
        share = (now - self.since) / (self.until - self.since)
        return tuple(old + share * (new - old) for old, new in zip(before, self.cells, strict=True))


@dataclass(frozen=True, slots=True)
class Flicker:
    """What the cells of the stage have shown in the last second, and what they are about to show."""

    cells: tuple[Cell, ...] = (Cell(0.0, 1.0),) * (COLUMNS * ROWS)
    coming: tuple[View, ...] = ()
    shown: Cells = ()

    def turned(self, now: float, to: Cells, ground: float, lasts_s: float = 0.0, *, fading: bool = False) -> Self:
        """After a turn at `now` to a picture that is there when it has lasted so long.

        A turn that is not over yet is over at once if this one lasts, too; what is cut to overtakes it. In a cross-fade
        the wall, of the luminance `ground`, is seen through both pictures on the way.
        """
        past = self._at(now, finished=lasts_s > 0)
        if not lasts_s:
            return type(self)(past.cells, (View(now, now, to),), past.shown)
        middle = now + DIP * lasts_s
        dip = (View(now, middle, _dip(past.shown, to, ground)),) if fading else ()
        return type(self)(past.cells, (*dip, View(middle if fading else now, now + lasts_s, to)), past.shown)

    def calm(self, now: float) -> bool:
        """Whether nothing has changed for a second."""
        return not any(cell.times for cell in self._at(now).cells)

    def harmless(self) -> bool:
        """Whether no cell changes more often in any second than is harmless, should what is coming be over sooner."""
        cells = self.cells
        since = self.coming[0].since if self.coming else float("inf")
        for view in self.coming:
            cells = _seen(cells, view.until, view.cells)
        return all(len(cell.times) <= MOST_CHANGES or cell.changes(since) <= MOST_CHANGES for cell in cells)

    def next_time(self, now: float) -> float:
        """When, after `now`, something will be longer ago than a second."""
        times = chain.from_iterable(cell.times for cell in self._at(now).cells)
        return min((time + WINDOW_S for time in times if time + WINDOW_S > now), default=now + WINDOW_S)

    def _at(self, now: float, *, finished: bool = False) -> Self:
        """What has been shown by `now`, or with all that was coming `finished` at once."""
        cells, shown = self.cells, self.shown
        for view in self.coming:
            if view.since < now or view.until <= now:
                shown = view.reached(now, shown)
                cells = _seen(cells, min(view.until, now), shown)
        if finished and self.coming and self.coming[-1].until > now:
            shown = self.coming[-1].cells
            cells = _seen(cells, now, shown)
        return type(self)(tuple(cell.since(now - WINDOW_S) for cell in cells), (), shown)


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
    """The cells whose middle is on a picture that begins at `start`, and on which part of it."""
    middles = ((cell, ((cell + 0.5) / cells - start) / length) for cell in range(cells))
    return tuple((cell, int(at * parts)) for cell, at in middles if 0 <= at < 1)


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
