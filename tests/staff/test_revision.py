"""What the files of a show say, read again."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.exhibition.config import read_config
from kiosk.exhibition.problems import Severity
from kiosk.staff import revision
from kiosk.staff.revision import Asked, Revision, left_for_later, read_again
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    return build_exhibition(tmp_path, works=3, pictures=2, size=(60, 40))


def read(manifest: Path) -> Revision:
    return read_again(Asked(None, manifest), manifest.parent / "indexes")


def test_what_was_not_changed_shows_as_before(manifest: Path) -> None:
    first = read(manifest)
    os.utime(manifest, ns=(1, 1))
    again = read(manifest)
    assert first.shows_as(again)
    assert not again.may_be_unfinished(first)
    assert {picture.path for picture in first.pictures} == {
        str(manifest.parent / "pictures" / f"0000{number}.jpg") for number in (1, 2, 3)
    }


def test_what_is_as_it_was_is_the_very_same(manifest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, indexes = Asked(None, manifest), manifest.parent / "indexes"
    first = read_again(asked, indexes)
    with monkeypatch.context() as patched:
        patched.setattr(revision, "_files", lambda _: pytest.fail("looked at every work again"))
        again = read_again(asked, indexes, first)
    assert again == first
    assert again.exhibition is first.exhibition
    assert again.pictures is first.pictures
    picture = manifest.parent / "pictures" / "00001.jpg"
    picture.write_bytes(picture.read_bytes() + b"\0")
    assert read_again(asked, indexes, first) == read_again(asked, indexes) != first
    picture.unlink()
    gone = read_again(asked, indexes, first)
    assert len(gone.pictures) == 2
    picture.write_bytes(b"")
    assert len(read_again(asked, indexes, gone).pictures) == 3
    manifest.write_text(manifest.read_text().replace("Work 2", "Another"))
    assert read_again(asked, indexes, first) == read_again(asked, indexes)


def test_words_are_news(manifest: Path) -> None:
    first = read(manifest)
    manifest.write_text(manifest.read_text().replace("Work 2", "Another"))
    again = read(manifest)
    assert not first.shows_as(again)
    assert not again.may_be_unfinished(first)


def test_a_picture_put_in_anothers_place_is_news_that_may_be_unfinished(manifest: Path) -> None:
    first = read(manifest)
    picture = manifest.parent / "pictures" / "00001.jpg"
    picture.write_bytes(picture.read_bytes() + b"\0")
    again = read(manifest)
    assert not first.shows_as(again)
    assert again.may_be_unfinished(first)
    assert not again.faults


@pytest.mark.parametrize("words", ["exhibition: [", "", "exhibition: {title: X}\nworks: []\n"])
def test_a_mistake_is_a_fault(manifest: Path, words: str) -> None:
    first = read(manifest)
    manifest.write_text(words)
    again = read(manifest)
    assert again.exhibition is None
    assert again.may_be_unfinished(first)
    assert again.faults - first.faults


def test_a_fault_is_the_same_wherever_it_stands(manifest: Path) -> None:
    good = manifest.read_text()
    manifest.write_text(good.replace("works:\n", 'works:\n  - {id: wrong, picture: "../outside.jpg"}\n', 1))
    first = read(manifest)
    manifest.write_text("\n# A line more\n" + manifest.read_text())
    assert first.faults
    assert read(manifest).faults == first.faults


def test_the_configuration_is_read_too(manifest: Path) -> None:
    config = manifest.with_name("config.yaml")
    config.write_text("exhibition: manifest.yaml\ndisplay: {wall: light}\n")
    asked = Asked(config, None)
    first = read_again(asked, manifest.parent / "indexes")
    assert first.manifest == manifest
    assert first.config.display.wall == "light"
    config.write_text("exhibition: manifest.yaml\ndisplay: {wall: pink}\n")
    again = read_again(asked, manifest.parent / "indexes")
    assert again.faults - first.faults


def test_what_is_read_at_the_start_only_is_told(tmp_path: Path) -> None:
    shown, config = tmp_path / "shown.yaml", tmp_path / "config.yaml"
    shown.write_text("display: {wall: dark}\n")
    config.write_text("display: {wall: light, renderer: software}\ncache: {size_gb: 1}\n")
    told = left_for_later(read_config(shown).config, read_config(config).config, config)
    assert [(problem.field, problem.severity) for problem in told] == [
        ("display.renderer", Severity.HINT),
        ("cache.size_gb", Severity.HINT),
    ]


def test_pictures_that_are_gone_all_at_once_are_away_and_count_as_they_were(manifest: Path) -> None:
    asked, indexes = Asked(None, manifest), manifest.parent / "indexes"
    first = read_again(asked, indexes)
    pictures = manifest.parent / "pictures"
    pictures.rename(manifest.parent / "gone")
    lost = read_again(asked, indexes, first)
    assert lost.shows_as(first)
    assert not lost.may_be_unfinished(first)
    assert lost.away == {pictures}
    pictures.mkdir()
    assert read_again(asked, indexes, lost).away == {pictures}, "an empty place to mount a drive is no drive"
    manifest.write_text(manifest.read_text().replace("Work 2", "Another"))
    changed = read_again(asked, indexes, lost)
    assert (changed.pictures, changed.away) == (first.pictures, {pictures})
    (manifest.parent / "gone" / "00002.jpg").rename(pictures / "00002.jpg")
    removed = read_again(asked, indexes, changed)
    assert not removed.away, "whoever leaves one there has removed the others"
    assert len(removed.pictures) == 1


def test_pictures_that_nobody_can_look_at_count_as_they_were(manifest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(manifest)
    stat = os.stat

    def stale(path: str | int | Path, **more: Any) -> os.stat_result:
        if str(path).endswith("00001.jpg"):
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))
        return stat(path, **more)

    monkeypatch.setattr(os, "stat", stale)
    again = read_again(Asked(None, manifest), manifest.parent / "indexes", first)
    assert again.shows_as(first)
    assert again.away == {manifest.parent / "pictures"}
