"""The part of a screen that everybody reaches, standing or sitting: where controls may be."""

from __future__ import annotations

from typing import NamedTuple

LOWEST_MM = 380.0
HIGHEST_MM = 1220.0
"""Operable parts above the floor (Section 508, 407.8.2.1 and 407.8.3.1; ADA 308.2.1: 15 to 48 inches)."""
LEAST_UNITS = 118.0
"""What the controls of a screen need, in the unit they are drawn in, a millimetre or more: where less of it can be
reached, they take this much of its nearest part."""


class Band(NamedTuple):
    """How much of a screen is beyond reach at its top and at its bottom, in its pixels."""

    top: float = 0.0
    bottom: float = 0.0


def band(height: float, pixels_per_mm: float, bottom_edge_mm: float | None, unit: float) -> Band:
    """The band of a screen of so many pixels whose lower edge is so high above the floor; all of it when that is None.

    A screen that hangs too high or too low leaves `LEAST_UNITS` of `unit` pixels at its lower or upper end, or all of a
    smaller screen.
    """
    if bottom_edge_mm is None:
        return Band()
    size_mm = height / pixels_per_mm
    least_mm = min(LEAST_UNITS * unit / pixels_per_mm, size_mm)
    low_mm = min(max(0.0, LOWEST_MM - bottom_edge_mm), size_mm - least_mm)
    high_mm = max(min(size_mm, HIGHEST_MM - bottom_edge_mm), low_mm + least_mm)
    return Band((size_mm - high_mm) * pixels_per_mm, low_mm * pixels_per_mm)


def above_floor_mm(y: float, height: float, pixels_per_mm: float, bottom_edge_mm: float) -> float:
    """How high above the floor a point is that lies `y` pixels below the top of a screen `height` pixels high."""
    return bottom_edge_mm + (height - y) / pixels_per_mm
