"""The index says what the manifest says, as long as that and the folders of pictures are as they were."""

from __future__ import annotations

import json
import os
import string
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibition import index
from kiosk.exhibition.file_state import FileState
from kiosk.exhibition.index import MOST_KEPT, index_of, last_change, packed, unpacked
from kiosk.exhibition.manifest import ManifestReading, read_manifest
from kiosk.exhibition.model import Brand, Detail, Exhibition, Theme, Work
from kiosk.exhibition.reading import read_exhibition
from kiosk.exhibition.spelling import as_on_disk
from kiosk.exhibition.stored_works import PAGE, StoredWorks
from kiosk.exhibition.text import Text
from kiosk.exhibition.traits import traits_of
from tests.exhibitions import manifest_words

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path("exhibition").resolve()
STATE = FileState(str(FOLDER / "manifest.yaml"), 7, 1)
THEMES = ("water", "stone", "air")


def whole(reading: ManifestReading) -> tuple[Exhibition | None, tuple[Work, ...], Any]:
    """A reading as values that can be compared."""
    shown = reading.exhibition
    return (
        shown and msgspec.structs.replace(shown, works=()),
        tuple(shown.works) if shown else (),
        reading.problems,
    )


def plainly(manifest: Path) -> ManifestReading:
    """What a manifest says, without any index."""
    reading = read_manifest(manifest)
    found = reading.exhibition
    return msgspec.structs.replace(reading, exhibition=as_on_disk(found) if found and found.works else None)


words = st.text(max_size=12)
texts = st.builds(Text, st.lists(st.tuples(st.sampled_from(["", "en", "ar"]), words), max_size=2).map(tuple))
names = st.text(string.ascii_letters + "äß가", min_size=1, max_size=8)
paths = st.lists(names, min_size=1, max_size=3).map(lambda parts: FOLDER.joinpath(*parts))
days = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))
shares = st.floats(0, 1)
works = st.builds(
    Work,
    id=words,
    picture=st.none() | paths,
    title=texts,
    description=texts,
    size_cm=st.none() | st.tuples(shares, shares),
    accession=words,
    themes=st.lists(st.sampled_from(THEMES), unique=True).map(tuple),
    focus=st.tuples(shares, shares),
    safe=st.none() | st.tuples(shares, shares, shares, shares),
    highlight=st.booleans(),
    pair_with=st.none() | words,
    show_from=days,
    show_until=days,
    allow_zoom=st.booleans(),
    details=st.lists(st.builds(Detail, st.tuples(shares, shares, shares, shares), texts), max_size=2).map(tuple),
)
exhibitions = st.builds(
    Exhibition,
    source=st.just(FOLDER / "manifest.yaml"),
    folder=st.just(FOLDER),
    title=texts,
    opens=days,
    stated_works=st.none() | st.integers(0, 10**6),
    brand=st.builds(
        Brand, wall=st.none() | st.just("#101214"), logo=st.none() | paths, fonts=st.lists(paths).map(tuple)
    ),
    themes=st.just(tuple(Theme(theme, Text()) for theme in THEMES)),
    works=st.lists(works, max_size=2 * PAGE + 3).map(tuple),
)


@given(exhibitions)
def test_what_goes_in_comes_out(shown: Exhibition) -> None:
    content = packed(index_of(shown, (), STATE))
    assert whole(unpacked(content, FOLDER).reading()) == whole(ManifestReading(shown))


@given(exhibitions)
def test_traits_tell_what_looking_at_every_work_would(shown: Exhibition) -> None:
    stored = unpacked(packed(index_of(shown, (), STATE)), FOLDER).reading().exhibition
    assert stored
    assert stored.traits == traits_of(shown.works, shown.themes)


@given(st.lists(works, max_size=PAGE * 2 + 2), st.integers(-90, 90), st.integers(-90, 90), st.sampled_from([1, 2, -1]))
def test_stored_works_are_a_sequence_like_any_other(found: list[Work], start: int, stop: int, step: int) -> None:
    shown = Exhibition(
        source=FOLDER, folder=FOLDER, title=Text(), themes=tuple(Theme(each, Text()) for each in THEMES), works=found
    )
    stored = unpacked(packed(index_of(shown, (), STATE)), FOLDER).reading().exhibition
    assert stored
    assert isinstance(stored.works, StoredWorks)
    assert len(stored.works) == len(found)
    assert list(stored.works[start:stop:step]) == found[start:stop:step]
    if -len(found) <= start < len(found):
        assert stored.works[start] == found[start]
    else:
        with pytest.raises(IndexError):
            stored.works[start]


odd = (
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(string.printable, max_size=9) | st.lists(names, max_size=2)
)
entries = st.dictionaries(
    st.sampled_from(["id", "picture", "title", "date", "themes", "size_cm", "focus", "show", "highlight", "tilte"]),
    odd | names.map(lambda name: f"{name}.jpg") | st.dictionaries(st.sampled_from(["en", "ko", "x y"]), words),
    max_size=6,
)
manifests = st.fixed_dictionaries(
    {"works": st.lists(entries, max_size=6)},
    optional={
        "exhibition": st.dictionaries(st.sampled_from(["title", "languages", "brand", "works_total"]), odd, max_size=3),
        "themes": st.dictionaries(names, st.fixed_dictionaries({"name": odd}), max_size=3),
    },
)


@given(manifests)
def test_any_manifest_is_shown_alike_with_and_without_an_index(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    manifest = folder / "manifest.yaml"
    manifest.write_text(json.dumps(data), "utf-8")
    expected = whole(plainly(manifest))
    assert whole(read_exhibition(manifest, folder / "kept")) == expected
    assert whole(read_exhibition(manifest, folder / "kept")) == expected


class Shown:
    """An exhibition of some works on disk; `anew` counts how often its manifest was read."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.manifest = folder / "manifest.yaml"
        self.kept = folder / "kept"
        self.pictures = folder / "pictures"
        self.pictures.mkdir()
        self.write(70)
        for name in ("00001.jpg", "00002.JPG"):
            (self.pictures / name).touch()
        self.anew = 0

        def counted(path: Path) -> ManifestReading:
            self.anew += 1
            return read_manifest(path)

        monkeypatch.setattr("kiosk.exhibition.reading.read_manifest", counted)

    def write(self, count: int, **more: str) -> None:
        self.manifest.write_text(manifest_words(count, 3, ("en",), more.get("title", "X")), "utf-8")

    def read(self) -> Exhibition:
        """What is shown; the same as without an index."""
        reading = read_exhibition(self.manifest, self.kept)
        assert whole(reading) == whole(plainly(self.manifest))
        assert reading.exhibition
        return reading.exhibition

    def name(self, place: int) -> str:
        picture = self.read().works[place].picture
        assert picture
        return picture.relative_to(self.pictures).as_posix()

    @property
    def file(self) -> Path:
        (file,) = self.kept.iterdir()
        return file


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shown:
    return Shown(tmp_path, monkeypatch)


def test_the_manifest_is_read_once(shown: Shown) -> None:
    for _ in range(3):
        assert len(shown.read().works) == 70
    assert shown.anew == 1


def _rewritten(shown: Shown) -> None:
    shown.write(71)


def _rewritten_at_the_same_length(shown: Shown) -> None:
    before = shown.manifest.stat()
    shown.write(70, title="Y")
    os.utime(shown.manifest, ns=(before.st_atime_ns, before.st_mtime_ns + 1))


def _damaged(shown: Shown) -> None:
    content = bytearray(shown.file.read_bytes())
    content[len(content) // 2] ^= 1
    shown.file.write_bytes(content)


def _cut_off(shown: Shown) -> None:
    shown.file.write_bytes(shown.file.read_bytes()[:-9])


def _emptied(shown: Shown) -> None:
    shown.file.write_bytes(b"")


def _replaced_by_a_folder(shown: Shown) -> None:
    file = shown.file
    file.unlink()
    file.mkdir()


def _of_another_version(shown: Shown) -> None:
    content = shown.file.read_bytes()
    other = msgspec.structs.replace(unpacked(content, shown.manifest.parent), version="0 0 0")
    shown.file.write_bytes(packed(other))


def _of_another_manifest(shown: Shown) -> None:
    index_now = unpacked(shown.file.read_bytes(), shown.manifest.parent)
    state = index_now.manifest._replace(path=str(shown.manifest.with_name("other.yaml")))
    shown.file.write_bytes(packed(msgspec.structs.replace(index_now, manifest=state)))


@pytest.mark.parametrize(
    "change",
    [
        _rewritten,
        _rewritten_at_the_same_length,
        _damaged,
        _cut_off,
        _emptied,
        _of_another_version,
        _of_another_manifest,
    ],
)
def test_after_any_of_these_the_manifest_is_read_anew_and_then_no_more(
    shown: Shown, change: Callable[[Shown], None]
) -> None:
    shown.read()
    change(shown)
    shown.read()
    assert shown.anew == 2
    shown.read()
    assert shown.anew == 2


def test_where_the_index_cannot_be_kept_the_manifest_is_read_every_time(shown: Shown) -> None:
    shown.kept.write_text("in the way", "utf-8")
    for _ in range(2):
        shown.read()
    assert shown.anew == 2


def test_a_folder_in_the_place_of_the_index_costs_time_once(shown: Shown) -> None:
    shown.read()
    _replaced_by_a_folder(shown)
    shown.read()
    shown.read()
    assert shown.anew == 2


def test_pictures_that_come_later_are_found_without_reading_the_manifest(shown: Shown) -> None:
    assert shown.name(1) == "00002.JPG"
    assert shown.name(2) == "00003.jpg"
    (shown.pictures / "00003.JPG").touch()
    assert shown.name(2) == "00003.JPG"
    (shown.pictures / "00003.jpg").touch()
    assert shown.name(2) == "00003.jpg", "the spelling of the manifest goes first"
    (shown.pictures / "00002.JPG").rename(shown.pictures / "00002.jpg")
    assert shown.name(1) == "00002.jpg"
    assert shown.anew == 1


def test_a_folder_that_comes_later_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Shown(tmp_path, monkeypatch)
    for picture in shown.pictures.iterdir():
        picture.unlink()
    shown.pictures.rmdir()
    shown.read()
    (tmp_path / "Pictures").mkdir()
    (tmp_path / "Pictures" / "00009.jpg").touch()
    assert shown.read().works[8].picture == tmp_path / "Pictures" / "00009.jpg"
    assert shown.anew == 1


def test_two_programs_may_keep_it_at_once(shown: Shown) -> None:
    shown.read()
    content = shown.file.read_bytes()
    for _ in range(2):
        index.keep(shown.kept, shown.manifest, content)
        shown.read()
    assert shown.anew == 1
    assert [file.suffix for file in shown.kept.iterdir()] == [index.SUFFIX], "no leftovers"


def test_a_computer_remembers_a_few_exhibitions(tmp_path: Path) -> None:
    for number in range(MOST_KEPT + 3):
        index.keep(tmp_path / "kept", tmp_path / f"{number}.yaml", b"")
    assert len(list((tmp_path / "kept").iterdir())) == MOST_KEPT


def test_problems_are_told_every_time(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text("exhibition: {title: X, colour: red}\nworks: [{id: a, picture: a.jpg}]\n", "utf-8")
    first, second = (read_exhibition(manifest, tmp_path / "kept").problems for _ in range(2))
    assert [problem.rule for problem in first] == ["unknown-key"]
    assert first == second


@pytest.mark.parametrize("words", ["", "works: []", "exhibition: {title: X}", "- a"])
def test_what_shows_nothing_is_not_kept(tmp_path: Path, words: str) -> None:
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text(words, "utf-8")
    reading = read_exhibition(manifest, tmp_path / "kept")
    assert reading.exhibition is None
    assert reading.problems
    assert not (tmp_path / "kept").exists()


def test_a_manifest_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    reading = read_exhibition(tmp_path / "manifest.yaml", tmp_path / "kept")
    assert [problem.rule for problem in reading.problems] == ["missing"]


def test_another_program_is_one_whose_sources_changed(tmp_path: Path) -> None:
    assert last_change(tmp_path) == 0
    source = tmp_path / "index.py"
    source.touch()
    before = last_change(tmp_path)
    kept = tmp_path / "__pycache__"
    kept.mkdir()
    (kept / "index.pyc").touch()
    os.utime(kept, ns=(before + 10**9, before + 10**9))
    assert last_change(tmp_path) == before, "a first start leaves bytecode behind"
    os.utime(source, ns=(before + 1, before + 1))
    assert last_change(tmp_path) == before + 1


def test_another_program_is_one_frozen_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "kiosk-gallery"
    program.touch()
    monkeypatch.setattr(index.sys, "frozen", True, raising=False)
    monkeypatch.setattr(index.sys, "executable", str(program))
    monkeypatch.setattr(index, "__file__", str(tmp_path / "inside" / "index.pyc"))  # there is no such folder
    before = index._reader()
    assert index._reader() == before
    os.utime(program, ns=(1, 1))
    assert index._reader() != before
