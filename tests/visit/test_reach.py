"""Where controls may be on a screen that hangs at some height."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.reach import HIGHEST_MM, LEAST_UNITS, LOWEST_MM, Band, above_floor_mm, band


@pytest.mark.parametrize(
    ("size_mm", "bottom_edge_mm", "top_mm", "bottom_mm"),
    [
        (1218, None, 0, 0),
        (1218, 400, 398, 0),  # portrait 55 inches: controls only in its lowest 820 mm
        (1218, 200, 198, 180),
        (398, 800, 0, 0),  # landscape 32 inches
        (398, 300, 0, 80),
        (685, 900, 365, 0),
        (685, 1500, 685 - LEAST_UNITS, 0),  # too high: as low as it goes
        (398, 0, 0, 398 - LEAST_UNITS),  # too low: as high as it goes
        (100, 2000, 0, 0),
    ],
)
def test_the_band_of_a_mounting(size_mm: float, bottom_edge_mm: float | None, top_mm: float, bottom_mm: float) -> None:
    for density in (1.0, 3.15):
        found = band(size_mm * density, density, bottom_edge_mm, density)
        assert found == pytest.approx(Band(top_mm * density, bottom_mm * density))


def test_what_is_drawn_larger_needs_more() -> None:
    assert band(800, 1.0, 1500, 2.0) == (800 - 2 * LEAST_UNITS, 0)


@given(size_mm=st.floats(50, 3000), edge_mm=st.floats(0, 3000), density=st.floats(1, 24))
def test_what_is_left_can_be_reached_or_is_the_nearest_part(size_mm: float, edge_mm: float, density: float) -> None:
    height = size_mm * density
    top, bottom = band(height, density, edge_mm, density)
    assert top >= -1e-6
    assert bottom >= -1e-6
    highest = above_floor_mm(top, height, density, edge_mm)
    lowest = above_floor_mm(height - bottom, height, density, edge_mm)
    assert highest - lowest >= min(LEAST_UNITS, size_mm) - 1e-6
    inside = lowest >= LOWEST_MM - 1e-6 and highest <= HIGHEST_MM + 1e-6
    assert inside or highest - lowest == pytest.approx(min(LEAST_UNITS, size_mm))
