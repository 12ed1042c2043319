"""The sizes of text, against the figures of the standards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit.session import TextSize
from kiosk.visit.type_sizes import SMALLEST_CAPITAL_MM, angle_deg, capital_mm, text_scales


@pytest.mark.parametrize(("distance", "height"), [(400, 4.9), (500, 6.1), (600, 7.3), (750, 9.2), (1000, 12.2)])
def test_the_capital_of_large_text_is_as_the_standard_works_it_out(distance: float, height: float) -> None:
    assert capital_mm(distance) == pytest.approx(height, abs=0.05)
    assert angle_deg(capital_mm(distance), distance) == pytest.approx(0.7)


@given(st.floats(2.1, 12), st.floats(1.2, 12), st.floats(200, 5000))
def test_sizes_grow_and_the_largest_is_at_least_twice_the_normal(unit: float, density: float, distance: float) -> None:
    normal, large, largest = text_scales(unit, density, distance).values()
    assert normal == 1
    assert large >= 1.4 * normal
    assert largest >= max(2, 1.25 * large)


@given(st.floats(2.1, 12), st.floats(0.5, 1), st.floats(300, 1100))
def test_large_text_spans_the_angle_in_real_millimetres(unit: float, share: float, distance: float) -> None:
    """A large screen counts as further away: its real millimetre has fewer pixels than a millimetre of sizes."""
    density = share * unit
    capital_px = SMALLEST_CAPITAL_MM * unit * text_scales(unit, density, distance)[TextSize.LARGE]
    assert angle_deg(capital_px / density, distance) >= 0.7 - 1e-9


def test_a_wall_seen_from_afar_does_not_drive_the_words_off_the_screen() -> None:
    assert text_scales(5.4, 5.4, 5000)[TextSize.LARGE] == 3
