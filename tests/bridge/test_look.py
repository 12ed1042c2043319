"""Colours and the millimetre, as QML sees them."""

from __future__ import annotations

import pytest

from kiosk.bridge.look.look import SMALLEST_WINDOW_UNIT, Look, unit_of
from kiosk.exhibition.model import Brand
from kiosk.exhibition.palette import WALLS, Wall, palette


@pytest.mark.parametrize(
    ("short_side", "density", "unit"),
    [
        (1080, None, 2.7),  # unknown size: as if the short side were 400 mm
        (1080, 0.0, 2.7),  # a screen that claims to be endless
        (1080, 40.0, 2.7),  # or a stamp
        (1080, 2.0, 2.7),  # 65 inches: seen from further away
        (1080, 3.6, 3.6),  # 24 inches: true millimetres
        (2160, None, 5.4),
        (2160, 5.0, 5.4),
        (1080, 7.0, 7.0),  # 15.6 inches
    ],
)
def test_a_millimetre_of_a_kiosk(short_side: float, density: float | None, unit: float) -> None:
    assert unit_of(short_side, density, windowed=False) == pytest.approx(unit)


@pytest.mark.parametrize(("short_side", "unit"), [(1080, 1080 / 330), (768, 768 / 330), (480, SMALLEST_WINDOW_UNIT)])
def test_a_millimetre_of_a_window_follows_its_size_alone(short_side: float, unit: float) -> None:
    for density in (None, 3.6, 10.0):
        assert unit_of(short_side, density, windowed=True) == pytest.approx(unit)


def colours(look: Look) -> tuple[str, ...]:
    return look.wall, look.ink, look.quiet, look.accent, look.accentInk, look.line, look.raised


@pytest.mark.parametrize("wall", Wall)
def test_it_tells_the_colours_of_its_wall(wall: Wall) -> None:
    drawn = palette(wall, Brand())
    assert colours(Look(wall, Brand(), "Serif", 900)) == (
        drawn.wall,
        drawn.ink,
        drawn.quiet,
        drawn.accent,
        drawn.on_accent,
        drawn.line,
        drawn.raised,
    )


def test_high_contrast_comes_and_goes_over_the_exhibitions_own_colours() -> None:
    look = Look(Wall.LIGHT, Brand(wall="#f4e9d8", accent="#7a1f1f"), "Serif", 900)
    own = colours(look)
    changes: list[tuple[str, ...]] = []
    look.changed.connect(lambda: changes.append(colours(look)))
    for on in (False, True, True, False):
        look.hang_on(on)
    assert look.wall == "#f4e9d8"
    assert changes[0][:2] == (WALLS[Wall.HIGH_CONTRAST].wall, WALLS[Wall.HIGH_CONTRAST].ink)
    assert changes[1:] == [own]


def test_the_unit_is_told_when_it_changes() -> None:
    look = Look(Wall.DARK, Brand(), "Serif", 700)
    units: list[float] = []
    look.unitChanged.connect(lambda: units.append(look.unit))
    for unit in (3.0, 3.0, 5.4):
        look.set_unit(unit)
    assert units == [3.0, 5.4]
    assert look.fadeMs == 700
