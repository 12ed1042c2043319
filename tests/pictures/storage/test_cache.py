"""The folder of prepared pictures: found while whole, thrown away when not, kept within its budget."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from kiosk.exhibition.places import cache_folder
from kiosk.pictures.making.renditions import make
from kiosk.pictures.orders import Header, Measured, Ready, Rendition, RenditionOrder, Stamp
from kiosk.pictures.refusal import Refused
from kiosk.pictures.storage import shelter
from kiosk.pictures.storage.cache import TRY_AGAIN_S, Cache, clear_cache
from kiosk.pictures.storage.files import content_of
from kiosk.pictures.storage.register import Entry
from tests import drawn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import BinaryIO

BOX = (200, 200)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.jpg"
    path.write_bytes(drawn.jpeg())
    return path


def prepare(cache: Cache, source: Path, box: tuple[int, int] | None = BOX) -> Rendition:
    rendition = make(RenditionOrder(source, source.parent, box, cache.folder)).rendition
    cache.learn([Ready(source, rendition)])
    return rendition


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
    assert cache.find(source, BOX) is None, "it has to be read to know that only its time is another"
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
    rendition = prepare(cache, source)
    cache.discard(replace(rendition, screen=source, preview=source))
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


def test_what_is_prepared_is_found_where_nothing_can_be_written(
    cache: Cache, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that has become read-only: what lies there serves, and new ones go elsewhere until it is mended."""
    before = prepare(cache, source)
    refuse(monkeypatch, cache.home)
    again = Cache(cache.home, 10**9)
    assert again.problem
    assert again.folder != cache.home
    assert again.find(source, BOX) == before
    cache.discard(before)
    made = prepare(again, source)
    assert made.preview.parent == again.folder
    again.register.learn([(source, Entry(made.identity.stamp, (3, 2), made.identity.content))])
    assert again.find_seen(source, BOX) == made
    assert not again.look_again(), "not sooner than in a minute"
    assert not again.look_again(lambda: time.monotonic() + TRY_AGAIN_S)
    monkeypatch.undo()
    assert again.look_again(lambda: time.monotonic() + 2 * TRY_AGAIN_S)
    assert (again.problem, again.folder) == (None, cache.home)
    assert again.find_seen(source, BOX) == made, "it may be on the screen"
    again.close()
    assert not made.preview.exists()


def test_a_kiosk_without_any_room_is_a_problem_and_no_crash(
    tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch, tmp_path / "cache")
    monkeypatch.setattr(shelter, "LEAST_FREE", 1 << 60)
    cache = Cache(tmp_path / "cache", 10**9)
    assert cache.problem
    assert cache.folder == cache.home
    assert cache.find(source, BOX) is None
    monkeypatch.undo()
    assert cache.look_again(lambda: time.monotonic() + TRY_AGAIN_S)
    assert prepare(cache, source)
    cache.close()


def test_what_a_killed_program_left_in_memory_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left, lives = tmp_path / f"kiosk-pictures-{ended.pid}-abc", tmp_path / f"kiosk-pictures-{os.getpid()}-abc"
    other = tmp_path / "kiosk-pictures-notes"
    for folder in (left, lives, other):
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    room = shelter.Shelter()
    assert room.folder.parent == tmp_path
    assert (left.exists(), lives.exists(), other.exists()) == (False, True, True)
    room.close()


def refuse(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let nothing be written into a folder; it is no use to take the rights away from a superuser."""
    make = tempfile.TemporaryFile

    def refused(*arguments: object, **more: object) -> object:
        if more["dir"] == folder:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return make(*arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)


def test_a_good_folder_is_no_problem_and_stays(cache: Cache, source: Path) -> None:
    assert cache.problem is None
    prepare(cache, source)
    cache.close()
    assert cache.folder.exists()


def test_a_rendition_that_is_found_counts_as_used(cache: Cache, source: Path) -> None:
    rendition = prepare(cache, source)
    os.utime(rendition.preview, (1, 1))
    assert cache.find(source, None)
    assert time.time() - rendition.preview.stat().st_mtime < 3600


def test_it_lies_where_the_system_keeps_what_can_be_made_again(home: Path) -> None:
    assert cache_folder().is_relative_to(home)


def written(folder: Path) -> dict[str, int]:
    """The renditions in a folder and when each was written."""
    return {path.name: path.stat().st_ino for path in folder.glob("*.jpg")}


def touch(source: Path) -> Path:
    os.utime(source, (1, 1))
    return source


def move(source: Path) -> Path:
    (source.parent / "below").mkdir()
    return source.rename(source.parent / "below" / "other.jpeg")


def copy(source: Path) -> Path:
    return shutil.copyfile(source, source.with_name("copy.jpg"))


def write_anew(source: Path) -> Path:
    source.write_bytes(source.read_bytes())
    return source


@pytest.mark.parametrize("happens", [touch, move, copy, write_anew])
def test_a_picture_is_its_content_wherever_it_lies(happens: Callable[[Path], Path], cache: Cache, source: Path) -> None:
    first = prepare(cache, source)
    before = written(cache.folder)
    other = happens(source)
    again = prepare(cache, other)
    assert (again.screen, again.preview) == (first.screen, first.preview)
    assert written(cache.folder) == before, "nothing is made twice"
    assert cache.find(other, BOX) == again


def test_changing_one_picture_makes_one_picture_anew(cache: Cache, source: Path) -> None:
    others = [source.with_name(f"{number}.jpg") for number in range(3)]
    for number, other in enumerate(others):
        other.write_bytes(drawn.jpeg(quality=90 + number))
        prepare(cache, other)
    before = written(cache.folder)
    others[1].write_bytes(drawn.jpeg(quality=70))
    assert [cache.find(other, BOX) is None for other in others] == [False, True, False]
    for other in others:
        prepare(cache, other)
    after = written(cache.folder)
    assert before.items() <= after.items()
    assert len(after) == len(before) + 2, "its screen and its preview"


def test_what_another_content_left_is_not_taken_for_ours(cache: Cache, source: Path) -> None:
    status = source.stat()
    first = prepare(cache, source)
    data = bytearray(source.read_bytes())
    data[-200] ^= 1
    source.write_bytes(data)
    os.utime(source, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert prepare(cache, source).preview != first.preview


def test_a_lost_register_costs_reading_and_no_making(cache: Cache, source: Path) -> None:
    rendition = prepare(cache, source)
    before = written(cache.folder)
    cache.register._file.unlink()
    anew = Cache(cache.folder, 10**9)
    assert anew.find(source, BOX) is None
    assert prepare(anew, source) == rendition
    assert anew.find(source, BOX) == rendition
    assert written(cache.folder) == before


def test_what_is_known_already_is_not_read_again(cache: Cache, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = prepare(cache, source).identity
    monkeypatch.setattr("kiosk.pictures.making.renditions.content_of", lambda *_: pytest.fail("read again"))
    order = RenditionOrder(source, source.parent, (90, 90), cache.folder, known=known)
    assert make(order).rendition.identity == known


def test_a_picture_that_changes_while_it_is_read_leaves_nothing(
    cache: Cache, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(file: BinaryIO, *_: object) -> bytes:
        content = content_of(file)
        os.utime(source, (1, 1))
        return content

    monkeypatch.setattr("kiosk.pictures.making.renditions.content_of", read)
    with pytest.raises(Refused, match=r'"source.jpg" was changed while it was read') as refused:
        prepare(cache, source)
    assert refused.value.rule == "changing"
    assert not written(cache.folder)


def test_a_header_that_was_read_does_not_displace_what_is_known_of_the_content(cache: Cache, source: Path) -> None:
    rendition = prepare(cache, source)
    cache.learn([Measured(source, Header("JPEG", 240, 160), Stamp.of(source.stat()))])
    assert cache.find(source, BOX) == rendition
    assert Cache(cache.folder, 10**9).find(source, BOX) == rendition


def test_a_cache_knows_sizes_from_one_start_to_the_next(cache: Cache, source: Path) -> None:
    cache.learn([Measured(source, Header("JPEG", 3, 2), Stamp.of(source.stat()))])
    cache.close()
    again = Cache(cache.folder, 10**9)
    assert again.known_sizes([source, source.with_name("other")]) == {source: (3, 2)}
    assert again.find(source, None) is None, "its content is not known"


def test_a_cleared_cache_is_empty_and_says_how_much_that_frees(cache: Cache, source: Path) -> None:
    rendition = prepare(cache, source)
    before = sum(path.stat().st_size for path in cache.folder.iterdir())
    assert clear_cache(cache.folder) == before
    assert not list(cache.folder.iterdir())
    assert cache.find(source, BOX) is None
    assert prepare(cache, source) == rendition, "a program that runs goes on"
    assert cache.find(source, BOX) == rendition
    assert clear_cache(cache.folder / "nowhere") == 0
