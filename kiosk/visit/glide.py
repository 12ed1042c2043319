"""How a picture comes to rest that was let go in motion: it slows down, and a spring brings it back from a limit."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kiosk.visit.viewport import View, clamp

if TYPE_CHECKING:
    from kiosk.visit.viewport import Point, Room

SLOWING_S = 0.325
"""The time constant with which it slows down, in seconds."""
SPRING = 14.0
"""How fast it returns from beyond a limit: the rate of a critically damped spring, in 1/s."""
MOST_SPEED = 5.0
"""The fastest that it is let go, in sides of the room a second."""
AT_REST = 0.5
"""Within so many pixels of where it comes to rest it is there."""
STILL_S = 0.08
"""A finger that has not moved for so long before it is lifted was at rest."""


class Run(NamedTuple):
    """One coordinate let go at `start` with a speed in pixels a second, to come to rest between `low` and `high`."""

    start: float
    speed: float
    low: float
    high: float

    @property
    def rest(self) -> float:
        """Where it comes to rest."""
        return self._within(self.start + self.speed * SLOWING_S if self._inside else self.start)

    @property
    def seconds(self) -> float:
        """When it is at rest."""
        free = self._free
        if free == math.inf:
            return SLOWING_S * math.log(max(1.0, abs(self.speed) * SLOWING_S / AT_REST))
        way, pull = self._spring(free)
        late = 1 / SPRING if abs(way) + abs(pull) / SPRING > AT_REST else 0.0  # it is furthest away before that
        while late and (abs(way) + abs(pull) * late) * math.exp(-SPRING * late) > AT_REST:
            late += 0.05
        return free + late

    def at(self, seconds: float) -> float:
        """Where it is after so many seconds."""
        free = self._free
        if seconds <= free:
            return self.start - self.speed * SLOWING_S * math.expm1(-seconds / SLOWING_S)
        way, pull = self._spring(free)
        late = seconds - free
        return self.rest + (way + pull * late) * math.exp(-SPRING * late)

    @property
    def _inside(self) -> bool:
        return self.low <= self.start <= self.high

    @property
    def _free(self) -> float:
        """Seconds until the spring takes hold: 0 beyond a limit, infinite where it never meets one."""
        if not self._inside:
            return 0.0
        end = self.start + self.speed * SLOWING_S
        if self._within(end) == end:
            return math.inf
        return -SLOWING_S * math.log1p(-(self._within(end) - self.start) / (end - self.start))

    def _spring(self, free: float) -> tuple[float, float]:
        """How far beyond the limit it is when the spring takes hold, and how fast that grows without the spring."""
        way = self.start - self._within(self.start)
        return way, self.speed * math.exp(-free / SLOWING_S) + SPRING * way

    def _within(self, value: float) -> float:
        return clamp(value, self.low, self.high)


@dataclass(frozen=True, slots=True)
class Glide:
    """A picture on its way to rest. Its scale stays."""

    scale: float
    across: Run
    down: Run

    @classmethod
    def of(cls, room: Room, view: View, speed: Point) -> Glide:
        """The way of a picture let go at a view with a speed in pixels a second, to a view within the limits."""
        across, down = room.limits(view.scale)
        most = MOST_SPEED * max(room.width, room.height)
        return cls(
            view.scale,
            Run(view.x, clamp(speed[0], -most, most), *across),
            Run(view.y, clamp(speed[1], -most, most), *down),
        )

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return max(self.across.seconds, self.down.seconds)

    @property
    def rest(self) -> View:
        """Where it comes to rest."""
        return View(self.across.rest, self.down.rest, self.scale)

    def at(self, seconds: float) -> View:
        """Where it is after so many seconds."""
        return (
            self.rest if seconds >= self.seconds else View(self.across.at(seconds), self.down.at(seconds), self.scale)
        )


@dataclass(frozen=True, slots=True)
class Trace:
    """The last way of a finger: (seconds, place) as it moved, the oldest first."""

    points: tuple[tuple[float, Point], ...] = ()

    def moved(self, now: float, to: Point) -> Trace:
        """The trace with one more place."""
        return Trace((*(point for point in self.points if now - point[0] <= STILL_S), (now, to)))

    def speed(self, now: float) -> Point:
        """How fast the finger is when it is lifted, in pixels a second; it stands still if it has not moved lately."""
        recent = [point for point in self.points if now - point[0] <= STILL_S]
        if len(recent) < 2 or recent[-1][0] <= recent[0][0]:
            return 0.0, 0.0
        (begun, start), (ended, end) = recent[0], recent[-1]
        return (end[0] - start[0]) / (ended - begun), (end[1] - start[1]) / (ended - begun)
