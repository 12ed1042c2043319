"""Large manifests are read by a process of their own, and say who they are before that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from kiosk.exhibition import guarded_yaml, reader
from kiosk.exhibition.guarded_yaml import Refusal, parse_document, refuse_dense
from kiosk.exhibition.index import unpacked
from kiosk.exhibition.manifest import BEGINNING, ManifestReading, read_heading, read_manifest
from kiosk.exhibition.reader import ManifestReader
from kiosk.exhibition.reading import LARGE, is_large, read_anew, read_exhibition
from tests.exhibitions import manifest_words

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    file = tmp_path / "manifest.yaml"
    file.write_text(manifest_words(100, 3, ("en", "ko"), "Large"), "utf-8")
    return file


def test_its_answer_is_the_index(manifest: Path) -> None:
    answer = ManifestReader(manifest).answer()
    assert isinstance(answer, bytes)
    expected = read_manifest(manifest).exhibition
    shown = unpacked(answer, manifest.parent).reading().exhibition
    assert expected
    assert shown
    assert tuple(shown.works) == expected.works
    assert shown.title == expected.title


@pytest.mark.parametrize("words", ["works: [}", "- a", "exhibition: {title: X}"])
def test_its_answer_may_be_what_is_wrong(manifest: Path, words: str) -> None:
    manifest.write_text(words, "utf-8")
    answer = ManifestReader(manifest).answer()
    assert answer == msgspec.structs.replace(read_manifest(manifest), exhibition=None)


def test_where_no_process_can_be_started_it_reads_itself(manifest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise OSError

    monkeypatch.setattr(reader, "_started", refuse)
    assert isinstance(ManifestReader(manifest).answer(), bytes)


def test_a_process_that_dies_costs_time_alone(manifest: Path) -> None:
    asked = ManifestReader(manifest)
    assert asked._process
    asked._process.kill()
    assert isinstance(asked.answer(), bytes)


def test_ended_it_has_no_answer_and_reads_nothing(manifest: Path) -> None:
    asked = ManifestReader(manifest)
    asked.end()
    assert asked.answer() == ManifestReading(None)


def test_it_leaves_with_the_show(manifest: Path) -> None:
    manifest.write_text(manifest_words(10_000, 3, ("en",), "Large"), "utf-8")
    process = ManifestReader(manifest)._process
    assert process
    assert process.stdin
    assert process.stdout
    process.stdin.close()
    assert process.wait(60) == 1
    assert process.stdout.read() == b""
    process.stdout.close()


def test_only_a_large_manifest_without_an_index_is_read_so(tmp_path: Path) -> None:
    asked: list[Path] = []

    def read_large(path: Path) -> bytes | ManifestReading:
        asked.append(path)
        return read_anew(path)

    small, large = tmp_path / "small.yaml", tmp_path / "large.yaml"
    words = manifest_words(5, 1, ("en",), "X")
    small.write_text(words, "utf-8")
    large.write_text(words + "#" * LARGE, "utf-8")
    assert (is_large(small), is_large(large), is_large(tmp_path / "none.yaml")) == (False, True, False)
    for _ in range(2):
        for manifest in (small, large):
            assert read_exhibition(manifest, tmp_path / "kept", read_large).exhibition
    assert asked == [large]


def test_a_manifest_says_what_it_is_called_before_it_is_read(manifest: Path) -> None:
    words = manifest.read_text("utf-8").replace("exhibition: {", 'exhibition: {"brand": {"wall": "#402010"}, ')
    manifest.write_text(words + "works: [}", "utf-8")
    heading = read_heading(manifest)
    assert heading
    assert heading.title.words("ko") == "Large"
    assert heading.brand.wall == "#402010"
    assert heading.works == ()


@pytest.mark.parametrize(
    "words", ["", "- a", "works: []\n", "exhibition: {title: X", "\xff", "#" * BEGINNING + "\nexhibition: {title: X}\n"]
)
def test_a_manifest_may_say_nothing_at_its_beginning(tmp_path: Path, words: str) -> None:
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text(words, "latin-1")
    assert read_heading(manifest) is None
    assert read_heading(tmp_path / "none.yaml") is None


DENSE = ("- a\n", "[a,", "{a:b}\n", "[[],", "aa,", "aaa,", "? a\n")


@pytest.mark.parametrize("pattern", DENSE)
def test_what_is_no_exhibition_for_a_megabyte_is_refused_without_looking(
    pattern: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(_: str) -> None:
        raise AssertionError("its values were counted")

    monkeypatch.setattr(guarded_yaml, "events", look)
    honest = manifest_words(10_000, 3, ("en",), "X")
    with pytest.raises(Refusal) as refused:
        parse_document((honest + pattern * 800_000).encode())
    assert refused.value.rule == "too-many-values"
    assert refused.value.place.line > honest.count("\n", 0, 2_000_000), "after what is honest"


@pytest.mark.parametrize("languages", [("en",), ("en", "ko", "ar", "ru")])
def test_honest_manifests_are_not_dense(languages: tuple[str, ...]) -> None:
    refuse_dense(manifest_words(20_000, 6, languages, "X").encode())
    refuse_dense("".join(f"- {{id: a{n}, picture: {n}.jpg, themes: [x]}}\n" for n in range(60_000)).encode())
