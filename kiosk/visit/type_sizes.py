"""How large labels are set: the millimetres and angles of the standards, at the distance visitors read from."""

from __future__ import annotations

from math import pi

from kiosk.visit.session import TextSize

SMALLEST_CAPITAL_MM = 4.8
"""The least height of a capital letter on a kiosk (U.S. Section 508, 402.4; 3/16 inch)."""
LARGE_ANGLE_DEG = 0.7
"""The angle a capital H spans in large text (EN 301 549, 5.1.4)."""
ARM_MM = 600.0
"""The distance that sizes are made for where none can be stated: a window on somebody's own computer."""
LEAST_LARGE = 1.4
"""Large is seen to be larger, however close visitors stand."""
MOST_LARGE = 3.0
"""Beyond this a line of a label holds too few words to be read; a larger screen is what is needed then."""
LEAST_LARGEST = 2.0
"""Text can be had in twice its size without loss (WCAG 2.2, 1.4.4)."""
STEP = 1.25
"""How much larger than large the largest is, at least."""


def capital_mm(distance_mm: float) -> float:
    """The height of a capital letter that spans `LARGE_ANGLE_DEG` at a distance: H = ψ π D / 180."""
    return LARGE_ANGLE_DEG * pi * distance_mm / 180


def angle_deg(capital: float, distance_mm: float) -> float:
    """The angle that a capital letter of this height, in mm, spans at a distance."""
    return 180 * capital / (pi * distance_mm)


def text_scales(unit: float, pixels_per_mm: float, distance_mm: float) -> dict[TextSize, float]:
    """How many times its normal size text has in each size.

    `unit` is the pixels of a millimetre as sizes count it, `pixels_per_mm` those of a true one. Normal text has
    capitals of `SMALLEST_CAPITAL_MM` units or more.
    """
    wanted = capital_mm(distance_mm) * pixels_per_mm / (SMALLEST_CAPITAL_MM * unit)
    large = min(max(LEAST_LARGE, wanted), MOST_LARGE)
    return {TextSize.NORMAL: 1.0, TextSize.LARGE: large, TextSize.LARGEST: max(LEAST_LARGEST, STEP * large)}
