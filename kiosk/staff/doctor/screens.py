"""The screens: how large they are for visitors, in millimetres, and whether that is known."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from kiosk.staff.doctor.line import Line, advice, problem
from kiosk.visit.reach import HIGHEST_MM, LOWEST_MM
from kiosk.visit.real_size import MM_PER_INCH, measured_density

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibition.config import Display
    from kiosk.staff.graphics import Monitor, Sight

FEWEST_HZ = 50
BUTTON_MM = 20
"""What a main control measures (docs/decisions, LOOK: Colle & Hiszem 2004)."""
DIFFERS = 1.08
"""A screen that claims to be so many times larger or smaller than staff have measured does not tell the truth."""


def screens(sight: Sight, display: Display) -> Iterator[Line]:
    """A line for each screen."""
    if not sight.monitors:
        yield problem("screens", "none can be seen", "Plug one in, and see that DISPLAY or WAYLAND_DISPLAY names it.")
    for number, monitor in enumerate(sight.monitors, 1):
        yield screen(number, monitor, display)


def screen(number: int, monitor: Monitor, display: Display) -> Line:
    """What visitors have of a screen, and what would make it more."""
    width, height = monitor.pixels
    told = [f"{width} × {height} pixels"]
    remedies: list[str] = []
    density = measured_density(monitor.pixels, monitor.millimetres, display.diagonal_inches)
    if density:
        told.append(_millimetres(monitor, density, display))
        remedies += _about_height(height / density, display)
    else:
        told.append(_claim(monitor))
        remedies.append("Measure the screen's diagonal and set display.diagonal_inches in config.yaml.")
    told.append(f"{monitor.refresh_hz:.0f} Hz")
    if 0 < monitor.refresh_hz < FEWEST_HZ:
        remedies.append("Set the screen to 60 Hz, or movement looks uneven.")
    subject, found = f"screen {number}, {monitor.name or 'without a name'}", ", ".join(told)
    return advice(subject, found, " ".join(remedies)) if remedies else Line(subject, found)


def _millimetres(monitor: Monitor, density: float, display: Display) -> str:
    width, height = (side / density for side in monitor.pixels)
    inches = hypot(width, height) / MM_PER_INCH
    told = f'{inches:.1f}" ({width:.0f} × {height:.0f} mm, {density * MM_PER_INCH:.0f} dpi'
    claimed = hypot(*monitor.millimetres) / MM_PER_INCH
    if display.diagonal_inches and claimed and not 1 / DIFFERS < claimed / inches < DIFFERS:
        told += f'; it says of itself {claimed:.1f}", config.yaml is believed'
    return f"{told}): a button of {BUTTON_MM} mm has {BUTTON_MM * density:.0f} pixels"


def _claim(monitor: Monitor) -> str:
    if min(monitor.millimetres) <= 0:
        return "its size in mm is not known, so buttons and letters may be too small"
    width, height = monitor.millimetres
    return f"it claims to be {width:.0f} × {height:.0f} mm, which is made up: buttons and letters may be too small"


def _about_height(height_mm: float, display: Display) -> Iterator[str]:
    """A screen taller than what everybody reaches needs to know how high it hangs."""
    if display.bottom_edge_mm is None and height_mm > HIGHEST_MM - LOWEST_MM:
        yield (
            f"It is {height_mm:.0f} mm high, more than everybody reaches: set display.bottom_edge_mm in config.yaml, "
            f"then everything to be touched stays between {LOWEST_MM:.0f} and {HIGHEST_MM:.0f} mm above the floor."
        )
