"""The geometry of tile pyramids, for any size of picture."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pictures.pyramid import TILE_SIDE, Part, Pyramid, Tile, View

sides = st.integers(1, 70_000)
pyramids = st.builds(Pyramid, sides, sides)
small_pyramids = st.builds(Pyramid, st.integers(1, 6_000), st.integers(1, 3_000))


@st.composite
def levels(draw: st.DrawFn, of: st.SearchStrategy[Pyramid] = pyramids) -> tuple[Pyramid, int]:
    """A pyramid and the number of one of its levels."""
    pyramid = draw(of)
    return pyramid, draw(st.integers(0, pyramid.levels - 1))


@st.composite
def views(draw: st.DrawFn) -> View:
    left, right = sorted(draw(st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))))
    top, bottom = sorted(draw(st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))))
    return left, top, right, bottom


def overlap(part: Part, view: View) -> tuple[float, float]:
    """How far a part and a view overlap, across and down; negative where they lie apart."""
    left, top, width, height = part
    return (
        min(left + width, view[2], 1.0) - max(left, view[0], 0.0),
        min(top + height, view[3], 1.0) - max(top, view[1], 0.0),
    )


@pytest.mark.parametrize(
    ("size", "levels_of_it", "grids"),
    [
        ((1, 1), 1, [(1, 1)]),
        ((512, 512), 1, [(1, 1)]),
        ((513, 1), 2, [(2, 1), (1, 1)]),
        ((1024, 1025), 3, [(2, 3), (1, 2), (1, 1)]),
        ((12_247, 8_165), 6, [(24, 16), (12, 8), (6, 4), (3, 2), (2, 1), (1, 1)]),
    ],
)
def test_levels_and_grids_of_sizes_worked_out_by_hand(
    size: tuple[int, int], levels_of_it: int, grids: list[tuple[int, int]]
) -> None:
    pyramid = Pyramid(*size)
    assert pyramid.levels == levels_of_it
    assert [pyramid.grid(level) for level in range(pyramid.levels)] == grids


@given(pyramids)
def test_every_level_is_half_of_the_one_below_and_only_the_last_is_one_tile(pyramid: Pyramid) -> None:
    assert pyramid.size(0) == (pyramid.width, pyramid.height)
    for level in range(1, pyramid.levels):
        assert pyramid.size(level) == tuple(math.ceil(side / 2) for side in pyramid.size(level - 1))
    assert [max(pyramid.size(level)) <= TILE_SIDE for level in range(pyramid.levels)] == [
        level == pyramid.levels - 1 for level in range(pyramid.levels)
    ]


@given(levels(small_pyramids))
def test_the_tiles_of_a_level_cover_the_picture_once(chosen: tuple[Pyramid, int]) -> None:
    pyramid, level = chosen
    tiles = pyramid.tiles(level)
    assert len(set(tiles)) == len(tiles) == math.prod(pyramid.grid(level))
    assert sum(math.prod(pyramid.tile_size(tile)) for tile in tiles) == math.prod(pyramid.size(level))
    assert math.isclose(sum(pyramid.part(tile)[2] * pyramid.part(tile)[3] for tile in tiles), 1.0)
    for first, second in itertools.pairwise(tiles[: pyramid.grid(level)[0]]):
        assert math.isclose(pyramid.part(first)[0] + pyramid.part(first)[2], pyramid.part(second)[0])


@given(levels(), st.data())
def test_a_tile_shows_what_the_four_below_it_show(chosen: tuple[Pyramid, int], data: st.DataObject) -> None:
    pyramid, level = chosen
    if level == 0:
        return
    columns, rows = pyramid.grid(level)
    tile = Tile(level, data.draw(st.integers(0, columns - 1)), data.draw(st.integers(0, rows - 1)))
    below = [
        pyramid.part(Tile(level - 1, column, row))
        for column in (2 * tile.column, 2 * tile.column + 1)
        for row in (2 * tile.row, 2 * tile.row + 1)
        if column < pyramid.grid(level - 1)[0] and row < pyramid.grid(level - 1)[1]
    ]
    left, top, width, height = pyramid.part(tile)
    assert (left, top) == (min(part[0] for part in below), min(part[1] for part in below))
    assert math.isclose(left + width, max(part[0] + part[2] for part in below))
    assert math.isclose(top + height, max(part[1] + part[3] for part in below))


@given(pyramids, st.floats(1e-6, 64))
def test_the_level_for_a_scale_is_sharp_and_the_next_would_not_be(pyramid: Pyramid, scale: float) -> None:
    level = pyramid.level_for(scale)
    assert level == 0 or 2.0**-level >= scale
    assert level == pyramid.levels - 1 or 2.0 ** -(level + 1) < scale


@pytest.mark.parametrize(
    ("scale", "level"),
    [(4.0, 0), (1.0, 0), (0.51, 0), (0.5, 1), (0.49, 1), (0.25, 2), (0.0001, 5), (0.0, 5), (-1.0, 5), (math.nan, 5)],
)
def test_levels_for_scales_worked_out_by_hand(scale: float, level: int) -> None:
    assert Pyramid(12_247, 8_165).level_for(scale) == level


@given(levels(small_pyramids), views())
def test_a_view_sees_the_tiles_it_overlaps_and_no_others(chosen: tuple[Pyramid, int], view: View) -> None:
    pyramid, level = chosen
    seen = pyramid.visible(level, view)
    assert len(set(seen)) == len(seen)
    for tile in pyramid.tiles(level):
        across, down = overlap(pyramid.part(tile), view)
        # A view that ends within a rounding error of a tile's edge may count as either.
        if min(across, down) > 1e-9:
            assert tile in seen
        elif min(across, down) < -1e-9:
            assert tile not in seen


@given(levels(small_pyramids), views())
def test_tiles_come_from_the_centre_outwards(chosen: tuple[Pyramid, int], view: View) -> None:
    pyramid, level = chosen
    side = TILE_SIDE << level
    centre = (view[0] + view[2]) / 2 * pyramid.width, (view[1] + view[3]) / 2 * pyramid.height
    away = [
        math.dist(centre, ((tile.column + 0.5) * side, (tile.row + 0.5) * side))
        for tile in pyramid.visible(level, view)
    ]
    assert all(first <= second + 1e-6 * side for first, second in itertools.pairwise(away))


def test_nothing_is_seen_of_a_picture_beside_the_view() -> None:
    pyramid = Pyramid(5_000, 5_000)
    for view in ((1.0, 0.0, 2.0, 1.0), (-1.0, 0.0, 0.0, 1.0), (0.5, 0.5, 0.5, 0.5), (0.0, 1.2, 1.0, 1.5)):
        assert pyramid.visible(0, view) == ()
    assert len(pyramid.visible(0, (-3.0, -3.0, 4.0, 4.0))) == 100
