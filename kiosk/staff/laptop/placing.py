"""Where a window comes up again: where it was, if that can still be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.staff.laptop.settings import OwnSettings

LEAST = (640, 480)
"""The smallest window, as in KioskWindow.qml."""
STEP = 32
"""A second window does not hide the first."""


class Rect(NamedTuple):
    """A part of the desktop, in pixels that do not depend on the device."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.y + self.height

    def within(self, room: Rect) -> Rect:
        """The same, made as small and moved as far as it must be to lie in `room`."""
        width, height = min(self.width, room.width), min(self.height, room.height)
        x = min(max(self.x, room.x), room.right - width)
        y = min(max(self.y, room.y), room.bottom - height)
        return Rect(x, y, width, height)


class Screen(NamedTuple):
    """A screen by its name, and the room for windows on it."""

    name: str
    room: Rect


def placed(
    settings: OwnSettings, screens: Sequence[Screen], wanted: str, size: tuple[int, int], taken: bool = False
) -> tuple[Screen, Rect] | None:
    """The screen on which a window comes up, and where; None where the desktop may decide.

    `wanted` is a screen that was asked for, else the one it was on is taken; a screen that is gone is replaced by the
    first one. `size` serves for want of a remembered one. `taken`: another window is there already.
    """
    known = {screen.name: screen for screen in screens}
    screen = known.get(wanted) or known.get(settings.screen)
    if not screens or (settings.place is None and screen is None):
        return None
    there = screen or screens[0]
    width, height = settings.size or size
    width, height = max(width, LEAST[0]), max(height, LEAST[1])
    if settings.place is None or there.name != settings.screen:
        middle = there.room.x + (there.room.width - width) // 2, there.room.y + (there.room.height - height) // 2
        return there, Rect(*middle, width, height).within(there.room)
    x, y = settings.place
    step = STEP if taken else 0
    return there, Rect(x + step, y + step, width, height).within(there.room)
