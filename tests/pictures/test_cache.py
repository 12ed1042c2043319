"""The folder of prepared pictures: found while whole, thrown away when not, kept within its budget."""

from __future__ import annotations

import os
import random
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from kiosk.pictures.cache import Cache
from kiosk.pictures.orders import Header, Measured, Rendition, RenditionOrder, Stamp
from kiosk.pictures.rendition import make
from kiosk.pictures.sizes import Sizes
from kiosk.pictures.sweep import sweep
from tests import drawn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BOX = (200, 200)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.jpg"
    path.write_bytes(drawn.jpeg())
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", 10**9)


def prepare(cache: Cache, source: Path, box: tuple[int, int] | None = BOX) -> Rendition:
    return make(RenditionOrder(source, source.parent, box, cache.folder))


@pytest.mark.parametrize("name", ["plain.jpg", "clear.png"])
@pytest.mark.parametrize("box", [BOX, None])
def test_what_was_prepared_is_found_with_the_size_of_its_source(
    name: str, box: tuple[int, int] | None, cache: Cache, tmp_path: Path
) -> None:
    source = tmp_path / name
    source.write_bytes(drawn.SOUND[name].data())
    assert cache.find(source, box) is None
    rendition = prepare(cache, source, box)
    assert cache.find(source, box) == rendition
    assert (rendition.width, rendition.height) == (drawn.WIDTH, drawn.HEIGHT)


def test_a_preview_is_found_after_a_screen_was_made_but_no_screen_for_another_box(cache: Cache, source: Path) -> None:
    rendition = prepare(cache, source)
    found = cache.find(source, None)
    assert found
    assert (found.screen, found.preview) == (None, rendition.preview)
    assert cache.find(source, (100, 100)) is None


def test_a_source_that_changed_or_vanished_is_not_found(cache: Cache, source: Path) -> None:
    prepare(cache, source)
    os.utime(source, (1, 1))
    assert cache.find(source, BOX) is None
    source.unlink()
    assert cache.find(source, BOX) is None
    assert cache.find(source.with_name("nul\0"), BOX) is None


def test_another_start_finds_what_the_last_one_made(cache: Cache, source: Path) -> None:
    rendition = prepare(cache, source)
    cache.close()
    assert Cache(cache.folder, 10**9).find(source, BOX) == rendition


def in_its_place_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGE: dict[str, Callable[[Path], object]] = {
    "deleted": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "one byte": lambda path: path.write_bytes(b"\xff"),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:-10]),
    "random bytes": lambda path: path.write_bytes(random.Random(1).randbytes(5000)),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "another picture": lambda path: path.write_bytes(drawn.jpeg()),
    "a folder": in_its_place_a_folder,
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("part", ["screen", "preview"])
def test_a_damaged_rendition_is_not_found_and_made_again(damage: str, part: str, cache: Cache, source: Path) -> None:
    rendition = prepare(cache, source)
    DAMAGE[damage](getattr(rendition, part))
    assert cache.find(source, BOX) is None
    assert prepare(cache, source) == rendition
    assert cache.find(source, BOX) == rendition


def test_a_discarded_rendition_is_not_found_any_more(cache: Cache, source: Path) -> None:
    cache.discard(prepare(cache, source))
    assert cache.find(source, BOX) is None


def test_only_renditions_of_the_cache_are_discarded(cache: Cache, source: Path) -> None:
    cache.discard(Rendition(source, source, 1, 1))
    assert source.exists()


def test_a_folder_that_cannot_be_had_is_replaced_by_a_temporary_one_and_named(tmp_path: Path, source: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_bytes(b"not ours to remove")
    cache = Cache(blocked / "cache", 10**9)
    assert cache.problem
    assert str(blocked / "cache") in cache.problem.message
    prepare(cache, source)
    assert cache.find(source, BOX)
    cache.close()
    assert not cache.folder.exists()
    assert blocked.read_bytes() == b"not ours to remove"


def test_a_good_folder_is_no_problem_and_stays(cache: Cache, source: Path) -> None:
    assert cache.problem is None
    prepare(cache, source)
    cache.close()
    assert cache.folder.exists()


def put(folder: Path, name: str, size: int, age_s: float) -> Path:
    path = folder / name
    path.write_bytes(bytes(size))
    os.utime(path, (time.time() - age_s,) * 2)
    return path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_sweep_removes_what_was_not_used_for_longest(tmp_path: Path) -> None:
    for day in range(1, 11):
        put(tmp_path, f"{day}.jpg", 100, day * 86_400)
    sweep(tmp_path, 1000)
    assert len(names(tmp_path)) == 10
    sweep(tmp_path, 600)
    assert names(tmp_path) == {f"{day}.jpg" for day in range(1, 6)}


def test_a_sweep_spares_what_is_in_use(tmp_path: Path) -> None:
    for number in range(10):
        put(tmp_path, f"{number}.png", 100, number)
    put(tmp_path, "old.png", 100, 86_400)
    sweep(tmp_path, 300)
    assert names(tmp_path) == {f"{number}.png" for number in range(10)}


def test_a_sweep_takes_a_time_in_the_future_for_an_old_one(tmp_path: Path) -> None:
    put(tmp_path, "future.jpg", 100, -10 * 365 * 86_400)
    put(tmp_path, "yesterday.jpg", 100, 86_400)
    sweep(tmp_path, 150)
    assert names(tmp_path) == {"yesterday.jpg"}


def test_a_sweep_removes_what_was_left_half_written_and_leaves_what_is_not_ours(tmp_path: Path) -> None:
    put(tmp_path, "left.jpg.99.tmp", 100, 86_400)
    put(tmp_path, "now.jpg.98.tmp", 100, 0)
    put(tmp_path, "sizes.msgpack", 10_000, 86_400)
    put(tmp_path, "notes.txt", 10_000, 86_400)
    sweep(tmp_path, 10)
    assert names(tmp_path) == {"now.jpg.98.tmp", "sizes.msgpack", "notes.txt"}


def test_a_sweep_copes_with_folders_and_with_no_folder_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.jpg" / "inside").mkdir(parents=True)
    os.utime(tmp_path / "a.jpg", (1, 1))
    sweep(tmp_path, 0)
    assert not names(tmp_path)
    sweep(tmp_path / "gone", 0)


def test_a_rendition_that_is_found_counts_as_used(cache: Cache, source: Path) -> None:
    rendition = prepare(cache, source)
    os.utime(rendition.preview, (1, 1))
    assert cache.find(source, None)
    assert time.time() - rendition.preview.stat().st_mtime < 3600


def measured(source: Path, width: int, height: int) -> Measured:
    return Measured(source, Header("JPEG", width, height), Stamp.of(source.stat()))


def test_sizes_are_known_until_their_picture_changes(source: Path, tmp_path: Path) -> None:
    sizes = Sizes(tmp_path / "sizes")
    sizes.learn([measured(source, 3, 2)])
    assert sizes.known([source, tmp_path / "other"]) == {source: (3, 2)}
    sizes.save()
    assert Sizes(tmp_path / "sizes").known([source]) == {source: (3, 2)}
    os.utime(source, (1, 1))
    assert sizes.known([source]) == {}
    source.unlink()
    assert sizes.known([source]) == {}


SPOILT: dict[str, bytes] = {
    "empty": b"",
    "random": random.Random(2).randbytes(500),
    "something else": b"\x93\x01\x02\x03",
    "wrong types": b"\x81\xc4\x01a\x94\x01\x02\xa1x\x04",
}


@pytest.mark.parametrize("data", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_index_of_sizes_counts_as_empty_and_is_replaced(data: bytes, source: Path, tmp_path: Path) -> None:
    (tmp_path / "sizes").write_bytes(data)
    learn_anew(source, tmp_path / "sizes")


def test_a_folder_in_the_place_of_the_index_of_sizes_is_replaced(source: Path, tmp_path: Path) -> None:
    (tmp_path / "sizes" / "inside").mkdir(parents=True)
    learn_anew(source, tmp_path / "sizes")


def learn_anew(source: Path, file: Path) -> None:
    sizes = Sizes(file)
    assert sizes.known([source]) == {}
    sizes.learn([measured(source, 3, 2)])
    sizes.save()
    assert Sizes(file).known([source]) == {source: (3, 2)}
    assert not list(file.parent.glob("*.tmp"))


def test_an_index_that_cannot_be_written_does_no_harm(source: Path, tmp_path: Path) -> None:
    sizes = Sizes(tmp_path / "gone" / "sizes")
    sizes.learn([measured(source, 3, 2)])
    sizes.save()
    assert sizes.known([source]) == {source: (3, 2)}


def test_the_index_keeps_the_latest_sizes_when_it_is_full(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.pictures.sizes.MAX_ENTRIES", 2)
    copies = [shutil.copyfile(source, tmp_path / f"{number}.jpg") for number in range(3)]
    sizes = Sizes(tmp_path / "sizes")
    sizes.learn([measured(copy, 3, 2) for copy in copies])
    assert list(sizes.known(copies)) == copies[1:]


def test_a_cache_knows_sizes_from_one_start_to_the_next(cache: Cache, source: Path) -> None:
    cache.sizes.learn([measured(source, 3, 2)])
    cache.close()
    assert Cache(cache.folder, 10**9).known_sizes([source]) == {source: (3, 2)}
