"""Pictures of a table are found however they are named, brought in under clean names, and nothing else is touched."""

from __future__ import annotations

import os
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from kiosk.exhibition.manifest import read_manifest
from kiosk.pictures.reading.embedded.blocks import blocks_in
from kiosk.staff.check import check
from kiosk.staff.importing.picture_files import PictureFiles
from tests.exhibitions import draw_picture
from tests.staff.importing.tables import draw, import_into, read, rules, save

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


def table(folder: Path, *cells: str, heading: str = "image") -> Path:
    rows = [[str(number), f"Work {number}", cell] for number, cell in enumerate(cells, 1)]
    return save(folder / "list.csv", [["object id", "title", heading], *rows])


@pytest.mark.parametrize(
    "cell",
    [
        "Gate Öst.jpg",
        "gate öst.JPG",
        unicodedata.normalize("NFD", "Gate Öst.jpg"),
        "C:\\Users\\me\\scans\\Gate Öst.jpg",
        "scans/Gate Öst.jpg",
        "./Gate Öst.jpg",
        "../../elsewhere/Gate Öst.jpg",
        "https://example.org/media/Gate%20%C3%96st.jpg?size=large#top",
        "https://example.org/iiif/2/Gate%20%C3%96st.jpg/full/!800,800/0/default.jpg",
        "Gate Öst",
        "Gate Öst.tif",
        '"Gate Öst.jpg"',
        "missing.jpg; Gate Öst.jpg",
    ],
)
def test_a_picture_is_found_however_it_is_named(cell, tmp_path):
    drawn = draw(tmp_path / "scans" / "Gate Öst.jpg")
    assert read(table(tmp_path, cell)).drafts[0].picture == drawn


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "nothing.jpg",
        "..",
        "/etc/passwd",
        "../secret.jpg",
        "https://",
        "http://[",
        "\\\\server\\share\\x.jpg",
        "x" * 999,
    ],
)
def test_what_is_not_there_is_not_found_and_told(cell, tmp_path):
    draw(tmp_path / "secret.jpg")
    inner = tmp_path / "inner"
    draw(inner / "other.jpg")
    source = read(table(inner, cell))
    assert source.drafts[0].picture is None
    assert ("missing-picture" in rules(source)) == bool(cell)


@posix
def test_links_that_lead_out_of_the_folder_are_no_pictures(tmp_path):
    draw(tmp_path / "secret.jpg")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "secret.jpg").symlink_to(tmp_path / "secret.jpg")
    (inner / "away").symlink_to(tmp_path)
    os.mkfifo(inner / "pipe.jpg")
    source = read(table(inner, "secret.jpg", "away/secret.jpg", "pipe.jpg"))
    assert [draft.picture for draft in source.drafts] == [None, None, None]


def test_numbers_find_pictures_that_no_cell_names(tmp_path):
    for name in ("1972_12_3.jpg", "1972-12-30.JPG", "7_b.jpg", "7_a.jpg", "88.tif", "88.jpg", "._1972.jpg"):
        draw(tmp_path / "scans" / name)
    rows = [
        ["inventory number", "title"],
        ["1972.12.3", "A"],
        ["1972/12/30", "B"],
        ["7", "C"],
        ["88", "D"],
        ["1972", "E"],
    ]
    source = read(save(tmp_path / "list.csv", rows))
    found = [draft.picture.name if draft.picture else None for draft in source.drafts]
    assert found == ["1972_12_3.jpg", "1972-12-30.JPG", "7_a.jpg", "88.jpg", None]
    assert {"picture-by-number", "first-of-several"} <= rules(source)


def test_files_of_one_name_in_two_folders(tmp_path):
    for folder in ("left", "right"):
        draw(tmp_path / folder / "gate.jpg", 1 if folder == "left" else 2)
    source = read(table(tmp_path, "right/gate.jpg", "gate.jpg"))
    assert [draft.picture.parent.name for draft in source.drafts] == ["right", "left"]
    assert [remark.origin.row for remark in source.remarks if remark.rule == "several-files"] == [3]


def test_what_is_no_picture_is_told_and_left_out(tmp_path):
    (tmp_path / "song.mp3").write_bytes(b"ID3")
    (tmp_path / "page.jpg").write_bytes(b"<!doctype html><html>")
    (tmp_path / "empty.jpg").write_bytes(b"")
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "pointer.png").write_bytes(b"version https://git-lfs.github.com/spec/v1\n")
    cells = ("song.mp3", "page.jpg", "empty.jpg", "plan.pdf", "https://youtube.example/watch.html", "pointer.png")
    source = read(table(tmp_path, *cells))
    assert [draft.picture for draft in source.drafts] == [None] * 6
    assert [remark.origin.row for remark in source.remarks if remark.rule == "not-a-picture"] == [2, 3, 4, 5, 6, 7]


def test_copies_have_clean_names_and_are_accepted(tmp_path):
    names = [
        "CON.jpg",
        "Étude no. 3 (final).JPG",
        "etude-no-3-final.png",
        "가을.jpg",
        "a:b*?.jpg" if os.name != "nt" else "x.jpg",
    ]
    for number, name in enumerate(names):
        draw(tmp_path / "in" / name, number)
    outcome = import_into(table(tmp_path / "in", *names, names[0]), tmp_path / "show")
    report = check(tmp_path / "show")
    assert [problem for problem in report.problems if problem.rule not in {"small-picture", "no-alt"}] == []
    works = read_manifest(tmp_path / "show").exhibition.works
    assert [work.picture.name for work in works[:4]] == [
        "picture-con.jpg",
        "etude-no-3-final.jpg",
        "etude-no-3-final-2.png",
        "가을.jpg",
    ]
    assert works[5].picture == works[0].picture
    assert "same-picture" in rules(outcome)
    assert (outcome.pictures, outcome.copied) == (5, 5)


def test_a_picture_that_has_changed_is_brought_again(tmp_path):
    source = table(tmp_path, "gate.jpg", "mill.jpg")
    for name in ("gate.jpg", "mill.jpg"):
        draw(tmp_path / name)
    import_into(source, tmp_path / "show")
    before = (tmp_path / "show" / "pictures" / "gate.jpg").read_bytes()
    draw(tmp_path / "gate.jpg", 5)
    outcome = import_into(source, tmp_path / "show")
    assert outcome.copied == 1
    assert (tmp_path / "show" / "pictures" / "gate.jpg").read_bytes() != before
    assert (tmp_path / "show" / "pictures" / "gate.jpg").read_bytes() == (tmp_path / "gate.jpg").read_bytes()
    assert outcome.counts.updated == 0


def test_pictures_in_the_exhibition_itself_stay_where_they_are(tmp_path):
    draw(tmp_path / "scans" / "gate.jpg")
    import_into(table(tmp_path, "gate.jpg"), tmp_path)
    assert read_manifest(tmp_path).exhibition.works[0].picture == tmp_path / "scans" / "gate.jpg"
    assert not (tmp_path / "pictures").exists()


@posix
def test_links_take_no_room_and_are_accepted(tmp_path):
    drawn = draw(tmp_path / "gate.jpg")
    outcome = import_into(table(tmp_path, "gate.jpg"), tmp_path / "show", link=True)
    assert (outcome.linked, outcome.copied) == (1, 0)
    assert (tmp_path / "show" / "pictures" / "gate.jpg").samefile(drawn)
    assert check(tmp_path / "show").pictures == 1


def test_pictures_in_a_folder_of_their_own(tmp_path):
    drawn = draw(tmp_path / "far" / "gate.jpg")
    file = table(tmp_path / "near" if (tmp_path / "near").mkdir() is None else tmp_path, "gate.jpg")
    assert read(file).drafts[0].picture is None
    found = PictureFiles((tmp_path / "far", file.parent)).named("GATE.jpg")
    assert found.file == drawn


def test_the_output_is_not_searched_for_pictures(tmp_path):
    draw(tmp_path / "gate.jpg")
    source = table(tmp_path, "gate.jpg")
    import_into(source, tmp_path / "show")
    outcome = import_into(source, tmp_path / "show")
    assert "several-files" not in rules(outcome)
    assert outcome.copied == 0


@posix
def test_names_that_a_manifest_may_not_have_are_given_up_for_clean_ones(tmp_path):
    for name in ("a:b.jpg", os.fsdecode(b"gr\xfcn.jpg"), "aux.jpg"):
        draw(tmp_path / "raw.png").rename(tmp_path / name)
    rows = [
        ["object id", "title", "image"],
        ["1", "A", "a:b.jpg"],
        ["2", "B", "aux.jpg"],
        ["gr n", "C", ""],
    ]
    outcome = import_into(save(tmp_path / "list.csv", rows), tmp_path)
    assert outcome.copied == 3
    assert {file.name for file in (tmp_path / "pictures").iterdir()} == {"a-b.jpg", "picture-aux.jpg", "gr-n.jpg"}
    assert read_manifest(tmp_path).problems == ()


def placed(file: Path) -> bool:
    with file.open("rb") as picture:
        return blocks_in(picture).placed


def taken_somewhere(file: Path) -> Path:
    block = Image.Exif()
    block[0x8825] = {1: "N", 2: (51.0, 3.0, 14.25)}
    draw_picture(1, (90, 60)).save(file, exif=block)
    return file


def test_a_copy_does_not_say_where_the_picture_was_taken(tmp_path):
    """A photograph of a work on loan may have been taken at home with whoever lends it."""
    picture = taken_somewhere(tmp_path / "gate.jpg")
    listed = table(tmp_path, "gate.jpg")
    before = picture.read_bytes()
    outcome = import_into(listed, tmp_path / "show")
    copy = tmp_path / "show" / "pictures" / "gate.jpg"
    assert (placed(picture), placed(copy), picture.read_bytes()) == (True, False, before)
    assert "gps" in rules(outcome)
    (tmp_path / "show" / ".import.json").unlink()
    assert "gps" not in rules(import_into(listed, tmp_path / "show")), "the copy is known again"
    assert [file.name for file in copy.parent.iterdir()] == ["gate.jpg"]


@posix
def test_what_is_linked_or_in_its_place_still_says_where_and_staff_are_told(tmp_path):
    listed = table(tmp_path, taken_somewhere(tmp_path / "gate.jpg").name)
    assert "gps-stays" in rules(import_into(listed, tmp_path / "show", link=True))
    assert "gps-stays" in rules(import_into(listed, tmp_path))
    assert placed(tmp_path / "gate.jpg")
