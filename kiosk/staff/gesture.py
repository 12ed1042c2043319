"""The hidden way to the staff panel: one finger that stays in a corner of the screen. No Qt, no clock."""

from __future__ import annotations

from math import dist
from typing import NamedTuple

from kiosk.exhibition.config_sections import Corner

REACH_MM = 25.0
"""How far from the corner, across and down, the finger may come down."""
STRAY_MM = 10.0
STUCK_S = 120.0
"""A finger that is down for so long is none, and does not keep staff out (`Rules.stuck_touch_s`)."""

Point = tuple[float, float]
"""Millimetres from the window's left and top."""


class _Finger(NamedTuple):
    """Where a finger came down, and when."""

    place: Point
    since: float


class Hold:
    """Follows the fingers on a window of `size` in mm; `due` says when the gesture is complete. Times in seconds.

    Another finger beside it, or straying from where it came down, and it is none, until that finger comes again.
    """

    def __init__(self, corner: Corner, hold_s: float, size: Point = (0.0, 0.0)) -> None:
        self.corner = corner
        self.hold_s = hold_s
        self.size = size
        self._down: dict[int, _Finger] = {}
        self._holding: int | None = None

    @property
    def due(self) -> float | None:
        """When the finger will have stayed long enough; None while none holds the corner."""
        return None if self._holding is None else self._down[self._holding].since + self.hold_s

    def press(self, finger: int, place: Point, now: float) -> None:
        """A finger comes down."""
        others = [other for other, at in self._down.items() if other != finger and now - at.since < STUCK_S]
        self._down[finger] = _Finger(place, now)
        self._holding = finger if not others and self.is_in_corner(place) else None

    def move(self, finger: int, place: Point) -> None:
        """A finger is elsewhere now."""
        if finger == self._holding and dist(place, self._down[finger].place) > STRAY_MM:
            self._holding = None

    def lift(self, finger: int) -> None:
        """A finger goes up."""
        self._down.pop(finger, None)
        if finger == self._holding:
            self._holding = None

    def forget(self) -> None:
        """No finger is down any more, or the system has taken them for itself."""
        self._down.clear()
        self._holding = None

    def is_in_corner(self, place: Point) -> bool:
        """Whether a place on the window lies in the corner."""
        (across, down), (width, height) = place, self.size
        right, bottom = self.corner in _RIGHT, self.corner in _BOTTOM
        beside, below = (width - across if right else across), (height - down if bottom else down)
        return 0 <= beside <= REACH_MM and 0 <= below <= REACH_MM


_RIGHT = (Corner.TOP_RIGHT, Corner.BOTTOM_RIGHT)
_BOTTOM = (Corner.BOTTOM_LEFT, Corner.BOTTOM_RIGHT)
