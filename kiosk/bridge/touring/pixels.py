"""Contrast as it reaches the eye, from the pixels of a window's picture."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from kiosk.exhibition.palette import contrast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRect, QRectF

LEAST_PIXELS = 2
"""A colour that fewer pixels have is a chance of rounding."""


def colours(image: QImage, place: QRectF | QRect) -> Counter[str]:
    """How many pixels of a place have each colour, as #rrggbb."""
    cut = image.copy(place.toAlignedRect() if hasattr(place, "toAlignedRect") else place)
    if cut.isNull():
        return Counter()
    cut = cut.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(cut.constBits()).cast("B").cast("I")
    return Counter({f"#{value & 0xFFFFFF:06x}": count for value, count in Counter(pixels).items()})


def ground_of(found: Counter[str]) -> str:
    """The colour that most of a place has."""
    return found.most_common(1)[0][0]


@lru_cache(maxsize=1 << 16)
def ratio(one: str, other: str) -> float:
    """Contrast of two colours, 1..21."""
    return contrast(one, other)


def mark_on_ground(image: QImage, place: QRectF) -> float:
    """Contrast of what is drawn in a place, at its strongest, with the colour of most of it; 1 for nothing.

    Letters and lines are softened at their edges; their strongest pixels are those that are theirs alone.
    """
    found = colours(image, place)
    if not found:
        return 1.0
    ground = ground_of(found)
    return max((ratio(colour, ground) for colour, count in found.items() if count >= LEAST_PIXELS), default=1.0)


def ink_over(image: QImage, without: QImage, place: QRectF) -> float:
    """The least contrast of letters with what lies under them, over a picture: `without` shows that ground alone.

    The ink is the pixels' colour that is furthest from their ground.
    """
    grounds = colours(without, place)
    inks = [colour for colour, count in colours(image, place).items() if count >= LEAST_PIXELS]
    if not grounds or not inks:
        return 1.0
    ink = max(inks, key=lambda colour: ratio(colour, ground_of(grounds)))
    return least(ink, (colour for colour, count in grounds.items() if count >= LEAST_PIXELS))


def least(ink: str, grounds: Iterable[str]) -> float:
    """The least contrast of an ink with any of these."""
    return min((ratio(ink, ground) for ground in grounds), default=1.0)


def changed(before: QImage, after: QImage, place: QRectF, least_pixels: float) -> float:
    """Contrast of what came to a place with what was there: so many of its pixels reach it; 1 where too few changed."""
    area = place.toAlignedRect().intersected(before.rect())
    pairs: Counter[tuple[str, str]] = Counter()
    for y in range(area.top(), area.bottom() + 1):
        for x in range(area.left(), area.right() + 1):
            was, now = before.pixel(x, y), after.pixel(x, y)
            if was != now:
                pairs[f"#{was & 0xFFFFFF:06x}", f"#{now & 0xFFFFFF:06x}"] += 1
    reached = 0
    for found, count in sorted(((ratio(*pair), count) for pair, count in pairs.items()), reverse=True):
        reached += count
        if reached >= least_pixels:
            return found
    return 1.0
