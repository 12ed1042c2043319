"""How large a work really is, beside how large it is shown: the scale bar, and life size. Plain arithmetic.

Sizes are (height, width) in mm, as museums give them; lengths of the window are its pixels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.visit.viewport import Room, View

ALIKE = 1.1
"""A picture whose shape differs from the work's by more than this factor shows something else, such as a frame."""
TINY = 0.5
"""A work in life size that takes less of the room's sides looks lost without something to compare it with."""
GAP_MM = 15.0
"""Between a work and its companion beside it."""
COARSEST = 24.0
"""Pixels of the window for one of the picture beyond which life size would show nothing but squares."""
SMALL_MM = 600.0
"""Works up to this size are compared with a hand, larger ones with a person."""
PLAUSIBLE_DENSITY = (1.2, 24.0)
"""Pixels per mm that a screen may report: 30 to 600 per inch. Others are made up."""
MADE_UP = (72.0, 96.0, 100.0)
"""Pixels per inch that systems report when they know nothing of the screen."""
MM_PER_INCH = 25.4


class Outline(NamedTuple):
    """Height and width in mm of something that everybody knows the size of."""

    height: float
    width: float


class Companion(Enum):
    """What a work is compared with: a grown person's hand from the wrist to the fingertip, or a person."""

    HAND = Outline(180, 120)
    PERSON = Outline(1750, 560)


class Bar(NamedTuple):
    """A scale bar: so many pixels stand for so many mm."""

    pixels: float
    mm: float


@dataclass(frozen=True, slots=True)
class RealSize:
    """A work of `size_mm` of which there is a picture of `picture` pixels (width, height).

    `pixels_per_mm`: of the window, on the screen that it is on; None where that is not known for certain.
    """

    size_mm: tuple[float, float]
    picture: tuple[int, int]
    pixels_per_mm: float | None = None

    @property
    def fits_picture(self) -> bool:
        """Whether the picture has the work's shape, so that lengths in it are lengths of the work."""
        height, width = self.size_mm
        return 1 / ALIKE <= self.picture[0] / self.picture[1] * height / width <= ALIKE

    @property
    def density(self) -> float:
        """Pixels of the picture for 1 mm of the work."""
        height, width = self.size_mm
        return math.sqrt(self.picture[0] * self.picture[1] / (height * width))

    @property
    def life(self) -> float | None:
        """The scale at which the work is as large on this screen as it is; None where that cannot be shown."""
        if self.pixels_per_mm is None or not self.fits_picture:
            return None
        scale = self.pixels_per_mm / self.density
        return scale if scale <= COARSEST else None

    @property
    def companion(self) -> Companion:
        """What a work of this size is compared with."""
        return Companion.HAND if max(self.size_mm) <= SMALL_MM else Companion.PERSON

    def share(self, room: Room) -> float:
        """How much of the room the work takes in life size, by the side that takes more; above 1 it does not fit."""
        height, width = (side * (self.pixels_per_mm or 0) for side in self.size_mm)
        return max(width / room.width, height / room.height)

    def stands_beside(self, room: Room) -> bool:
        """Whether the work in life size looks lost and its companion, as large as it is, has room beside it."""
        density, (height, width) = self.pixels_per_mm or 0, self.companion.value
        free = (room.width - self.size_mm[1] * density) / 2
        return self.share(room) < TINY and height * density <= room.height and (width + GAP_MM) * density <= free

    def bar(self, scale: float, longest: float) -> Bar | None:
        """The longest scale bar of a round length (1, 2 or 5 and zeros) of at most so many pixels."""
        if not self.fits_picture:
            return None
        pixels_per_mm = self.density * scale
        mm = rounded_down(longest / pixels_per_mm)
        return Bar(mm * pixels_per_mm, mm)

    def seen(self, room: Room, view: View) -> tuple[float, float]:
        """How much of the work is seen in the room, height and width in mm."""
        parts = zip(
            (view.y, view.x), (room.top, room.left), (room.height, room.width), reversed(self.picture), strict=True
        )
        heights = [min(at + length * view.scale, start + side) - max(at, start) for at, start, side, length in parts]
        return max(0, heights[0]) / (self.density * view.scale), max(0, heights[1]) / (self.density * view.scale)


def rounded_down(length: float) -> float:
    """The greatest of 1, 2 and 5 with zeros, or a tenth and so on of them, that is not greater; `length` is above 0."""
    power = 10.0 ** math.floor(math.log10(length) + 1e-9)
    step = next(step for step in (5, 2, 1) if step * power <= length * (1 + 1e-9))
    return step * power


def measured_density(
    pixels: tuple[float, float], millimetres: tuple[float, float], diagonal_inches: float | None
) -> float | None:
    """Pixels of a screen per mm, if they can be relied on: measured by staff, or told by a screen that knows them.

    `pixels` and `millimetres` are (width, height) of the screen. Not known are sizes that make pixels oblong, that no
    screen has, or that systems invent.
    """
    if diagonal_inches:
        return math.hypot(*pixels) / (diagonal_inches * MM_PER_INCH)
    if min(millimetres) <= 0:
        return None
    across, down = (length / mm for length, mm in zip(pixels, millimetres, strict=True))
    square = abs(across / down - 1) < 0.03
    invented = any(abs(across * MM_PER_INCH / dpi - 1) < 0.0012 for dpi in MADE_UP)
    return across if is_plausible(across) and square and not invented else None


def is_plausible(pixels_per_mm: float) -> bool:
    """Whether a screen can be so dense."""
    least, most = PLAUSIBLE_DENSITY
    return least <= pixels_per_mm <= most
