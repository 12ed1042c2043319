"""Cutting what visitors may look at closer into tiles ahead of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from kiosk.exhibition.manifest import read_manifest
from kiosk.pictures.pyramid import Pyramid, Tile
from kiosk.pictures.refusal import Refused
from kiosk.pictures.storage.cache import Cache
from kiosk.pictures.workers.workshop import Workshop
from kiosk.staff.preparation import outcome
from kiosk.staff.prepare import Preparing
from kiosk.staff.prepare_tiles import Cutting
from kiosk.staff.series import HANDED_OUT, Tally
from tests.exhibitions import SHAPES, build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibition.model import Exhibition

SCREEN = (640, 480)
WORKS = 4
SIZE = (900, 700)


@pytest.fixture
def shown(tmp_path: Path) -> Exhibition:
    found = read_manifest(build_exhibition(tmp_path / "room", works=WORKS, pictures=WORKS, size=SIZE)).exhibition
    assert found
    return found


@pytest.fixture
def cache(shown: Exhibition, tmp_path: Path) -> Cache:
    """The cache in which its pictures are prepared."""
    cache = Cache(tmp_path / "cache", 10**9)
    assert Preparing(shown, cache, [SCREEN], 1).run().made == WORKS
    return cache


def pyramids(shown: Exhibition) -> dict[Path, Pyramid]:
    sizes = [(round(SIZE[0] * across), round(SIZE[1] * down)) for across, down in SHAPES]
    return {work.picture: Pyramid(*sizes[n % len(SHAPES)]) for n, work in enumerate(shown.works) if work.picture}


def cut(shown: Exhibition, cache: Cache, *screens: tuple[int, int], **more: Any) -> Tally:
    return Cutting(shown, cache, screens or (SCREEN,), 1, **more).run()


def test_all_tiles_are_there_afterwards_and_found_the_next_time(shown, cache, monkeypatch):
    done = cut(shown, cache)
    assert (done.total, done.made, done.found) == (WORKS, WORKS, 0)
    for source, pyramid in pyramids(shown).items():
        for level in range(pyramid.levels):
            assert all(cache.tile(source, tile) for tile in pyramid.tiles(level))
    files = [path for path in cache.folder.glob("*.tiles/*") if path.is_file()]
    assert done.taken == sum(path.stat().st_size for path in files)
    monkeypatch.setattr(Workshop, "order_tiles", lambda *_: pytest.fail("nothing is to be done"))
    again = cut(shown, cache)
    assert (again.made, again.found, again.taken) == (0, WORKS, done.taken)


def test_a_tile_that_is_gone_is_made_again(shown, cache):
    cut(shown, cache)
    source = next(iter(pyramids(shown)))
    cache.discard_tile(source, Tile(0, 0, 0))
    again = cut(shown, cache)
    assert (again.made, again.found) == (1, WORKS - 1)
    assert cache.tile(source, Tile(0, 0, 0))


def test_what_the_screen_shows_in_full_or_nobody_may_look_closer_at_is_not_cut(shown, cache):
    assert cut(shown, cache, (2000, 2000)).total == 0
    assert cut(shown, cache, (2000, 2000), (64, 48)).total == WORKS
    works = tuple(msgspec.structs.replace(work, allow_zoom=n > 0) for n, work in enumerate(shown.works))
    assert cut(msgspec.structs.replace(shown, works=works), cache).total == WORKS - 1
    assert cut(shown, cache, without=[shown.works[0].picture]).total == WORKS - 1


def test_it_ends_when_the_cache_has_no_more_room(shown, cache):
    whole = cut(shown, cache).taken
    small = Cache(cache.folder, whole)
    done = cut(shown, small, taken=whole // 2)
    assert done.ended
    assert (done.ended.rule, "cache.size_gb" in done.ended.remedy) == ("cache-too-small", True)
    assert 0 < done.found < WORKS
    prepared = Preparing(shown, cache, [SCREEN], 1).run()
    told = outcome(shown, prepared, done)
    assert (told.exit_code, [problem.rule for problem in told.problems]) == (1, ["cache-too-small"])


def test_stopped_it_says_so_and_goes_on_later(shown, cache):
    cutting = Cutting(shown, cache, [SCREEN], 1)
    done = cutting.run(lambda count, _: cutting.stop() if count == 1 else None)
    assert done.stopped
    assert outcome(shown, Preparing(shown, cache, [SCREEN], 1).run(), done).exit_code == 130
    again = cut(shown, cache)
    assert (again.found, again.found + again.made) == (done.made, WORKS)


def test_few_are_handed_out_and_what_cannot_be_cut_is_a_warning(shown, cache, monkeypatch):
    waiting: list[Any] = []

    def refuse(_: Workshop, source: Path, *more: Any) -> None:
        waiting.append((source, more[3]))
        assert len(waiting) <= HANDED_OUT
        if len(waiting) == HANDED_OUT or source == shown.works[-1].picture:
            for each, done in waiting:
                done(Refused("too-large", f"{each.name} is too large.", "Save it smaller.").of(each))
            waiting.clear()

    monkeypatch.setattr(Workshop, "order_tiles", refuse)
    done = cut(shown, cache)
    assert len(done.refused) == WORKS
    told = outcome(shown, Preparing(shown, cache, [SCREEN], 1).run(), done)
    assert (told.exit_code, len(told.problems)) == (1, WORKS)
    assert "no sharper" in told.problems[0].message
    assert told.as_data()["tiles"]["refused"] == WORKS
