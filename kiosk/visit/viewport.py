"""Where a picture stands in the window while a visitor looks closer, and how far it may be moved. Plain geometry.

Lengths are pixels of the window, counted from its top left; scales are pixels of the window for one of the picture.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

Point = tuple[float, float]

SMALL = 2
"""A picture whose own pixels show it less than so many times as large as it fits is small, and is shown larger."""
MAGNIFIED = 2
"""How large the pixels of a small picture become, or how many times as large as it fits it is, whichever is more."""
INSIDE = 3
"""How many times as large as it fits a double tap shows a picture."""
STEP = 1.6
"""What one press of a button or a key enlarges by."""
NEARLY = 1.15
"""A press that would end this near to the whole picture or to its own pixels ends there."""
LEAVE_BELOW = 0.8
"""A pinch that leaves a picture smaller than this share of its fitted size leaves the screen."""
AROUND = 1.3
"""How much of the picture is shown of which a detail is a part, in sides of the detail."""
GIVE = 0.55
"""How far a picture gives way to a finger just beyond a limit; less and less after that."""
MOST_GIVE = 0.35
"""What that way approaches, in sides of the room."""
MOST_STRETCH = math.log(1.6)
"""What the scale beyond a limit approaches, as the logarithm of a factor."""


class View(NamedTuple):
    """Where the picture's top left stands, and its scale, above 0."""

    x: float
    y: float
    scale: float

    def zoomed(self, scale: float, at: Point) -> View:
        """The view at another scale, in which the point of the picture at `at` stays where it is."""
        factor = scale / self.scale
        return View(at[0] + (self.x - at[0]) * factor, at[1] + (self.y - at[1]) * factor, scale)

    def moved(self, by: Point) -> View:
        """The view with the picture moved."""
        return View(self.x + by[0], self.y + by[1], self.scale)

    def close_to(self, other: View) -> bool:
        """Whether nobody would see the difference."""
        return math.dist(self[:2], other[:2]) < 1 and abs(other.scale / self.scale - 1) < 1e-3

    def towards(self, end: View, way: float) -> View:
        """The view on the way to `end`, at 0..1 of it: the scale grows evenly, and about one point that stays."""
        if abs(end.scale / self.scale - 1) < 1e-3:
            scale, share = self.scale + (end.scale - self.scale) * way, way
        else:
            scale = self.scale * (end.scale / self.scale) ** way
            share = (scale - self.scale) / (end.scale - self.scale)
        return View(self.x + (end.x - self.x) * share, self.y + (end.y - self.y) * share, scale)


@dataclass(frozen=True, slots=True)
class Room:
    """The part of the window that no control lies on, for a picture of `picture` pixels (width, height).

    `density`: pixels of the screen for one of the window. All lengths are above 0. `beyond`: a scale that the picture
    may have for now though it is out of its limits, as life size may be.
    """

    left: float
    top: float
    width: float
    height: float
    picture: tuple[int, int]
    density: float = 1.0
    beyond: float | None = None

    @property
    def centre(self) -> Point:
        """The middle of the room."""
        return self.left + self.width / 2, self.top + self.height / 2

    @property
    def fit(self) -> float:
        """The smallest scale: all of the picture is seen."""
        return min(self.width / self.picture[0], self.height / self.picture[1])

    @property
    def most(self) -> float:
        """The largest scale: the picture's own pixels, or more for a small picture."""
        own = 1 / self.density
        return own if own >= SMALL * self.fit else MAGNIFIED * max(own, self.fit)

    @property
    def fitted(self) -> View:
        """All of the picture, in the middle."""
        return self.settled(View(self.left, self.top, self.fit))

    @property
    def range(self) -> Point:
        """The least and the greatest scale for now."""
        return min(self.fit, self.beyond or self.fit), max(self.most, self.beyond or self.most)

    def depth(self, scale: float) -> float:
        """How far in a scale is: 0 for the whole picture, 1 for the largest scale, even steps between look even."""
        return clamp(math.log(scale / self.fit) / math.log(self.most / self.fit), 0, 1)

    def scale_at(self, depth: float) -> float:
        """The scale that is so far in."""
        return self.fit * math.exp(clamp(depth, 0, 1) * math.log(self.most / self.fit))

    def around(self, box: tuple[float, float, float, float], air: float = AROUND) -> View:
        """The view that shows a part (left, top, width, height in 0..1), with a little of what is around it."""
        width, height = box[2] * self.picture[0], box[3] * self.picture[1]
        scale = self._clamped(min(self.width / width, self.height / height) / air)
        return self.centred((box[0] + box[2] / 2, box[1] + box[3] / 2), scale)

    def centred(self, part: Point, scale: float) -> View:
        """The view of a scale with a point of the picture, in 0..1, as near to the middle as the limits allow."""
        x, y = part[0] * self.picture[0] * scale, part[1] * self.picture[1] * scale
        return self.settled(View(self.centre[0] - x, self.centre[1] - y, scale))

    def stepped(self, scale: float, steps: float) -> float:
        """The scale after so many presses, larger or (negative) smaller."""
        wanted = scale * STEP**steps
        if steps > 0 and wanted > self.most / NEARLY:
            return self.most
        if steps < 0 and wanted < self.fit * NEARLY:
            return self.fit
        return self._clamped(wanted)

    def settled(self, view: View, at: Point | None = None) -> View:
        """The nearest view within the limits: the scale changed about `at`, else about the middle.

        A side of the picture that is longer than the room's leaves no wall in the room; a shorter one is in the middle.
        """
        inside = view.zoomed(self._clamped(view.scale), at or self.centre)
        across, down = self.limits(inside.scale)
        return View(clamp(inside.x, *across), clamp(inside.y, *down), inside.scale)

    def tapped(self, view: View, at: Point) -> View:
        """Where a double tap at `at` leads to: into the picture there, or back to all of it."""
        if view.scale > self.fit * NEARLY:
            return self.fitted
        return self.settled(view.zoomed(self._clamped(INSIDE * self.fit), at))

    def leaves(self, scale: float, factor: float) -> bool:
        """Whether a pinch leaves the screen that has changed the scale by a factor to this, held back by no limit."""
        return factor < 1 and scale < LEAVE_BELOW * self.fit

    def limits(self, scale: float) -> tuple[Point, Point]:
        """The least and the greatest x, and the least and the greatest y, of a view within the limits."""
        return (
            _range(self.left, self.width, self.picture[0] * scale),
            _range(self.top, self.height, self.picture[1] * scale),
        )

    def stretched(self, view: View, at: Point, least: float) -> View:
        """What two fingers see of a view: beyond the limits the scale gives way less and less, about `at`.

        The picture goes wherever they go: the point between them stays between them. `least`: the scale at which they
        took hold of it, if that is below the limit, as on the stage.
        """
        return self._rescaled(view, at, least, _give)

    def unstretched(self, view: View, at: Point) -> View:
        """The view of which `stretched` makes this one, so that two fingers take hold of it without a jump."""
        return self._rescaled(view, at, view.scale, _take_back)

    def pulled(self, view: View) -> View:
        """What one finger sees of a view: beyond the limits the picture gives way less and less."""
        return self._shifted(view, _give)

    def unpulled(self, view: View) -> View:
        """The view of which `pulled` makes this one, so that a finger takes hold of it without a jump."""
        return self._shifted(view, _take_back)

    def seen(self, view: View, window: tuple[float, float]) -> tuple[float, float, float, float]:
        """What a window of this width and height sees of the picture: left, top, right, bottom in its fractions.

        Beyond 0..1 where the wall is seen.
        """
        width, height = self.picture[0] * view.scale, self.picture[1] * view.scale
        return -view.x / width, -view.y / height, (window[0] - view.x) / width, (window[1] - view.y) / height

    def _clamped(self, scale: float) -> float:
        return clamp(scale, *self.range)

    def _rescaled(self, view: View, at: Point, least: float, bend: Callable[[float, float], float]) -> View:
        lowest, greatest = self.range
        within = clamp(view.scale, min(least, lowest), greatest)
        over = math.log(view.scale / within)
        return view.zoomed(within * math.exp(bend(over, MOST_STRETCH)), at) if over else view

    def _shifted(self, view: View, bend: Callable[[float, float], float]) -> View:
        across, down = self.limits(view.scale)
        x, y = clamp(view.x, *across), clamp(view.y, *down)
        return View(
            x + bend(view.x - x, MOST_GIVE * self.width),
            y + bend(view.y - y, MOST_GIVE * self.height),
            view.scale,
        )


def clamp(value: float, low: float, high: float) -> float:
    """The nearest value between `low` and `high`."""
    return min(max(value, low), high)


def held(view: View, at: Point, to: Point, factor: float = 1.0) -> View:
    """A view that fingers took hold of around `at`, after their middle has moved to `to` and their distance has grown.

    The point of the picture that was between them still is. No limit holds it back.
    """
    return view.zoomed(view.scale * factor, at).moved((to[0] - at[0], to[1] - at[1]))


def _range(start: float, room: float, length: float) -> Point:
    """Where something of a length may begin in a room so that it fills it, or is in its middle if it is shorter."""
    middle = start + (room - length) / 2
    return (start + room - length, start) if length > room else (middle, middle)


def _give(way: float, most: float) -> float:
    """What shows of a way beyond a limit: GIVE of it at first, never `most`."""
    return math.copysign(most * (1 - 1 / (abs(way) * GIVE / most + 1)), way)


def _take_back(shown: float, most: float) -> float:
    """The way beyond a limit of which so much shows."""
    share = min(abs(shown) / most, 0.99)
    return math.copysign(most / GIVE * (1 / (1 - share) - 1), shown)
