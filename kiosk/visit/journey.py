"""The way of a picture to a part of it that is far off: out, along and in again, as a camera would go.

J. J. van Wijk, W. A. A. Nuij: Smooth and efficient zooming and panning. IEEE InfoVis 2003, equation 9.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.visit.viewport import View

if TYPE_CHECKING:
    from kiosk.visit.viewport import Point, Room

BEND = math.sqrt(2)
"""How much it rather goes out than along (rho); the paper's volunteers chose 1.42."""
NO_WAY = 1e-6
"""Shares of what is seen that count as no way along."""


@dataclass(frozen=True, slots=True)
class Journey:
    """The shortest way as the eye counts it, from one view to another.

    A view is told by the point of the picture in the middle of the room, in pixels of the picture, and by how many of
    them the room is wide.
    """

    centre: Point
    room_width: float
    least: float
    start: tuple[Point, float]
    end: tuple[Point, float]

    @classmethod
    def of(cls, room: Room, start: View, end: View) -> Journey:
        """From a view of a picture in a room to another."""
        least = min(room.fit, start.scale, end.scale)
        seen = [(middle(room, view), room.width / view.scale) for view in (start, end)]
        return cls(room.centre, room.width, least, seen[0], seen[1])

    @property
    def length(self) -> float:
        """How far it is: 1 for each e-fold of the scale or what looks as far."""
        if self._along <= NO_WAY * self.start[1]:
            return abs(math.log(self.end[1] / self.start[1])) / BEND
        first, last = self._ends
        return (last - first) / BEND

    def at(self, way: float) -> View:
        """The view at 0..1 of the way."""
        (from_, wide), (to, narrow) = self.start, self.end
        if self._along <= NO_WAY * wide:
            share, seen = way, wide * (narrow / wide) ** way
        else:
            first, last = self._ends
            here = first + (last - first) * way
            seen = wide * math.cosh(first) / math.cosh(here)
            along = wide * (math.cosh(first) * math.tanh(here) - math.sinh(first)) / BEND**2
            share = along / self._along
        scale = max(self.least, self.room_width / seen)
        x, y = (a + (b - a) * share for a, b in zip(from_, to, strict=True))
        return View(self.centre[0] - x * scale, self.centre[1] - y * scale, scale)

    @property
    def _along(self) -> float:
        return math.dist(self.start[0], self.end[0])

    @property
    def _ends(self) -> tuple[float, float]:
        (_, wide), (_, narrow) = self.start, self.end
        along = self._along

        def end(seen: float, sign: int) -> float:
            bend = (narrow**2 - wide**2 + sign * BEND**4 * along**2) / (2 * seen * BEND**2 * along)
            return -math.asinh(bend)

        return end(wide, 1), end(narrow, -1)


def middle(room: Room, view: View) -> Point:
    """The point of the picture, in its pixels, in the middle of the room."""
    return (room.centre[0] - view.x) / view.scale, (room.centre[1] - view.y) / view.scale
