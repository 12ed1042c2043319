"""Which tiles are shown: what is seen is sharp, nothing goes blank on the way there, and never too many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.pictures.pyramid import TILE_SIDE, Pyramid, Tile
from kiosk.visit import budgets
from kiosk.visit.sharpening import Sharpening, above, overlap
from kiosk.visit.viewport import Room, View

SCREEN = (1920, 1080)
PICTURE = (12000, 8000)
PYRAMID = Pyramid(*PICTURE)
SHARPENING = Sharpening(PYRAMID, sharp_until=0.135, most=budgets.tiles(SCREEN))
MIDDLE = (0.45, 0.45, 0.55, 0.55)
SIZES = st.tuples(st.integers(1, 40_000), st.integers(1, 40_000))
SCREENS = st.sampled_from([(640, 480), (1366, 768), (1920, 1080), (1080, 1920), (3840, 2160)])


def everything(tile: Tile) -> bool:
    return tile.level >= 0


def nothing(tile: Tile) -> bool:
    return tile.level < 0


def test_where_the_rendition_is_sharp_enough_no_tile_is_wanted() -> None:
    assert SHARPENING.wanted((0, 0, 1, 1), 0.135) == ()
    assert SHARPENING.wanted((0, 0, 1, 1), 0.1) == ()
    assert {tile.level for tile in SHARPENING.wanted((0, 0, 1, 1), 0.14)} == {2}


def test_what_is_seen_is_wanted_from_its_middle_outwards_and_in_its_own_pixels() -> None:
    wanted = SHARPENING.wanted(MIDDLE, 1.0)
    assert {tile.level for tile in wanted} == {0}
    assert wanted[0] in {Tile(0, column, row) for column in (11, 12) for row in (7, 8)}
    assert len(wanted) == 6


def test_until_a_tile_is_made_a_coarser_one_stands_in_for_it() -> None:
    wanted = SHARPENING.wanted(MIDDLE, 1.0)
    shown = SHARPENING.shown(wanted, MIDDLE, lambda tile: tile.level == 2, (), set())
    assert set(shown) == {above(tile, 2) for tile in wanted}
    assert SHARPENING.shown(wanted, MIDDLE, lambda tile: tile.level == 3, (), set()) != ()
    blurred = SHARPENING.shown(wanted, MIDDLE, lambda tile: tile.level == 4, (), set())
    assert blurred == (), "the rendition is as sharp as that"


def test_coarser_tiles_stay_until_every_finer_one_over_them_is_loaded() -> None:
    before = SHARPENING.wanted(MIDDLE, 0.4)
    wanted = SHARPENING.wanted(MIDDLE, 1.0)
    loaded = set(before)
    for tile in wanted:
        shown = SHARPENING.shown(wanted, MIDDLE, everything, before, loaded)
        missing = [other for other in wanted if other not in loaded]
        for coarse in before:
            assert (coarse in shown) == any(overlap(coarse, other) for other in missing)
        loaded.add(tile)
    shown = SHARPENING.shown(wanted, MIDDLE, everything, before, loaded)
    assert not set(before) & set(shown)


def test_a_tile_that_was_not_loaded_does_not_stay() -> None:
    before = SHARPENING.wanted(MIDDLE, 0.4)
    wanted = SHARPENING.wanted(MIDDLE, 1.0)
    assert SHARPENING.shown(wanted, MIDDLE, nothing, before, set()) == ()


def test_what_is_seen_on_the_way_stays_until_the_picture_has_arrived() -> None:
    before = SHARPENING.wanted(MIDDLE, 1.0)
    whole = (0.0, 0.0, 1.0, 1.0)
    wanted = SHARPENING.wanted(whole, 0.135)
    assert set(SHARPENING.shown(wanted, whole, everything, before, set(before), leaving=MIDDLE)) == set(before)
    assert SHARPENING.shown(wanted, whole, everything, before, set(before)) == ()


def test_a_margin_comes_last_and_only_when_all_that_is_seen_is_there() -> None:
    wanted = SHARPENING.wanted(MIDDLE, 1.0)
    assert set(SHARPENING.shown(wanted, MIDDLE, everything, (), set(wanted[1:]))) == set(wanted)
    shown = SHARPENING.shown(wanted, MIDDLE, everything, (), set(wanted))
    assert shown[: len(wanted)] == wanted
    assert {tile.column for tile in shown} == {tile.column + by for tile in wanted for by in (-1, 0, 1)}
    assert len(shown) == len(set(shown)) == 5 * 4


@given(SIZES, SCREENS, st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_the_budget_holds_everything_that_can_be_seen(
    picture: tuple[int, int], screen: tuple[int, int], across: float, down: float, zoom: float
) -> None:
    room = Room(0, 0, *screen, picture)
    scale = room.fit * (room.most / room.fit) ** zoom
    view = room.settled(View(-across * picture[0] * scale, -down * picture[1] * scale, scale))
    seen = room.seen(view, screen)
    most = budgets.tiles(screen)
    sharpening = Sharpening(Pyramid(*picture), min(1.0, room.fit), most)
    wanted = sharpening.wanted(seen, view.scale)
    if wanted:
        assert set(wanted) == set(sharpening.pyramid.visible(wanted[0].level, seen)), "none is left out"
        assert 2.0 ** wanted[0].level * view.scale <= 1 or wanted[0].level == 0, "it is sharp"
    shown = sharpening.shown(wanted, seen, everything, (), set(wanted))
    assert set(wanted) <= set(shown)
    assert len(shown) <= most


@pytest.mark.parametrize(("screen", "megabytes"), [((1920, 1080), 64), ((1080, 1920), 64), ((3840, 2160), 192)])
def test_tiles_cost_no_more_than_the_budget_says(screen: tuple[int, int], megabytes: int) -> None:
    assert budgets.tiles(screen) * TILE_SIDE**2 * 4 <= megabytes * 2**20


def test_tiles_that_show_the_same_place_overlap() -> None:
    assert overlap(Tile(0, 5, 3), Tile(2, 1, 0))
    assert overlap(Tile(2, 1, 0), Tile(0, 5, 3))
    assert not overlap(Tile(0, 5, 3), Tile(2, 0, 0))
    assert overlap(Tile(1, 2, 2), Tile(1, 2, 2))
