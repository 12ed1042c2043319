"""Into which boxes of pixels pictures are fitted for a screen: one rule for the show and for preparing it."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

from kiosk.visit.budgets import LOOP_PIXELS, PAIR_SHARE

if TYPE_CHECKING:
    from kiosk.pictures.orders import Box

LOGO_BOX = (960, 320)


def cover_box(picture: Box, screen: Box) -> Box:
    """The box in which a picture of that size, fitted, covers the screen; smaller for extreme shapes."""
    scale = max(screen[0] / picture[0], screen[1] / picture[1])
    width, height = picture[0] * scale, picture[1] * scale
    shrink = min(1.0, sqrt(LOOP_PIXELS / (width * height)))
    return ceil(width * shrink), ceil(height * shrink)


def needs_tiles(picture: Box, screen: Box) -> bool:
    """Whether a picture of that size has more to show than the screen can, to somebody who looks closer."""
    return min(screen[0] / picture[0], screen[1] / picture[1]) < 1


def pair_box(screen: Box) -> Box:
    """The box for each of two works that are shown beside each other: both take less than one screenful."""
    return ceil(screen[0] * PAIR_SHARE[0]), ceil(screen[1] * PAIR_SHARE[1])


def show_boxes(picture: Box, screen: Box, *, in_loop: bool, paired: bool = False) -> tuple[Box, ...]:
    """The boxes that the show asks for on a screen of so many pixels.

    The stage and a teaser ask for the screen itself, the attract loop for the box that covers it. A work that is shown
    beside another is shown alone where the other one is filtered out.
    """
    return (
        screen,
        *((cover_box(picture, screen),) if in_loop else ()),
        *((pair_box(screen),) if paired else ()),
    )
