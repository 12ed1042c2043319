"""Colours can be read on every wall, whatever an exhibition brings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition.model import Brand
from kiosk.exhibition.palette import (
    PART_CONTRAST,
    TEXT_CONTRAST,
    WALLS,
    Palette,
    Wall,
    contrast,
    palette,
    readable_wall,
    unreadable,
)

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def assert_it_can_be_read(colours: Palette) -> None:
    for ink, ground in (
        (colours.ink, colours.wall),
        (colours.quiet, colours.wall),
        (colours.ink, colours.raised),
        (colours.quiet, colours.raised),
        (colours.on_accent, colours.accent),
        (colours.paper_ink, colours.paper),
        (colours.paper_quiet, colours.paper),
    ):
        assert contrast(ink, ground) >= TEXT_CONTRAST, (ink, ground)
    for part in (colours.accent, colours.line):
        assert contrast(part, colours.wall) >= PART_CONTRAST, part


@pytest.mark.parametrize("wall", Wall)
def test_our_own_walls(wall: Wall) -> None:
    assert_it_can_be_read(WALLS[wall])


@given(wall=COLOURS | st.none(), ink=COLOURS | st.none(), accent=COLOURS | st.none())
def test_any_brand(wall: str | None, ink: str | None, accent: str | None) -> None:
    for home in Wall:
        assert_it_can_be_read(palette(home, Brand(wall=wall, ink=ink, accent=accent)))


@pytest.mark.parametrize("wall", ["#000000", "#ffffff", "#101214", "#f3f0e9", "#7a1f2b"])
def test_a_wall_that_carries_text_stays_as_it_is(wall: str) -> None:
    assert readable_wall(wall) == wall == palette(Wall.DARK, Brand(wall=wall)).wall
    assert not unreadable(Brand(wall=wall))


def test_a_wall_between_dark_and_light_is_told_and_moved_as_little_as_it_needs() -> None:
    ((key, colour, has, needs),) = unreadable(Brand(wall="#808080"))
    assert (key, colour) == ("wall", "#808080")
    assert has < TEXT_CONTRAST < needs
    assert contrast(palette(Wall.DARK, Brand(wall="#808080")).wall, "#808080") < 2
