"""`kiosk import` of IIIF manifests and folders of pictures, as staff type it."""

from __future__ import annotations

import json
import os
import sys

import pytest
from click.testing import CliRunner

from kiosk.cli import commands
from kiosk.exhibition.manifest import read_manifest
from kiosk.staff.check import check
from tests import notes
from tests.staff.importing.iiif.museum import P2, P3, PICTURE, SERVER, canvas3, image3, lay, manifest3


def run(*arguments):
    result = CliRunner().invoke(commands, ["import", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.parametrize(
    ("manifest", "pictures", "works"),
    [
        (P2, ["brass.jpg"], ["canvas-lamp"]),
        (P3, ["harvest-front.jpg", "iiif/harvest-back.jpg"], ["canvas-front", "canvas-back", "canvas-empty"]),
    ],
    ids=["P2", "P3"],
)
def test_a_iiif_manifest_becomes_an_exhibition_that_check_accepts(tmp_path, manifest, pictures, works):
    source = lay(tmp_path / "source", manifest, *pictures)
    told = run(source, "-o", tmp_path / "show")
    reading = read_manifest(tmp_path / "show")
    assert [work.id for work in reading.exhibition.works] == works
    assert all(work.credit for work in reading.exhibition.works), "what must be shown is shown with each"
    assert check(tmp_path / "show", thorough=False).exit_code == 0
    assert "More than one picture" in told
    assert ("1 canvas read, 1 work, 1 picture" if manifest is P2 else "3 canvases read, 3 works, 2 pictures") in told
    before = (tmp_path / "show" / "manifest.yaml").read_text("utf-8")
    again = run(source, "-o", tmp_path / "show")
    assert f"0 new, 0 updated, {len(works)} as they were" in again
    assert (tmp_path / "show" / "manifest.yaml").read_text("utf-8") == before


def test_a_label_of_several_languages_is_shown_in_each(tmp_path):
    run(lay(tmp_path / "source", P3, "harvest-front.jpg"), "-o", tmp_path / "show")
    exhibition = read_manifest(tmp_path / "show").exhibition
    front = exhibition.works[0]
    assert exhibition.languages == ("en", "fr")
    assert (front.title.words("en"), front.title.words("fr")) == ("Front", "Recto")
    assert (front.date.words("en"), front.date.words("fr")) == ("about 1972", "1972?")
    assert front.credit.words("fr").splitlines() == ["Don d'un ami", "Musée", "County Museums"]


def test_a_folder_inside_which_the_exhibition_is_made_is_imported_again_without_it(tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("10 lamp.jpg", "9 mill.jpg", "broken.jpg"):
        (folder / name).write_bytes(notes.noted_jpeg(xmp=notes.packet(dc__subject=notes.bag("light", "wood"))))
    (folder / "broken.jpg").write_bytes(b"<html>404</html>")
    (folder / "9 mill.xmp").write_bytes(
        notes.packet(
            dc__title="The mill", dc__creator=notes.bag("Ada Example", kind="Seq"), dc__subject=notes.bag("wood")
        )
    )
    told = run(folder, "-o", folder / "show")
    assert "2 pictures read, 2 works, 2 pictures" in told
    assert '"broken.jpg" is a web page, not a picture. (broken.jpg)' in told
    exhibition = read_manifest(folder / "show").exhibition
    assert [work.title.words("en") for work in exhibition.works] == ["The mill", "Lamp"]
    assert [work.id for work in exhibition.works] == ["9-mill", "10-lamp"]
    assert exhibition.works[0].credit.words("en") == "Photo: Ada Example"
    assert check(folder / "show", thorough=False).exit_code == 0
    assert "0 new, 0 updated, 2 as they were" in run(folder, "-o", folder / "show")
    assert "0 new, 1 updated, 1 as they were" in run(folder, "-o", folder / "show", "--photographs")
    assert read_manifest(folder / "show").exhibition.works[0].creator.words("en") == "Ada Example"


def test_a_folder_with_a_manifest_is_read_by_it(tmp_path):
    lay(tmp_path / "source", P2, "brass.jpg", name="object-2.json")
    (tmp_path / "source" / "notes.json").write_text("{}")
    assert "1 canvas read" in run(tmp_path / "source", "-o", tmp_path / "show")
    lay(tmp_path / "source", P3, name="object-1.json")
    assert "1 picture read" in run(tmp_path / "source", "-o", tmp_path / "pictures"), "of two, none is meant"


def test_pictures_of_a_manifest_may_be_in_a_folder_of_their_own(tmp_path):
    source = lay(tmp_path / "source", P2)
    lay(tmp_path / "scans", {}, "lamps/brass.jpg", name="other.json")
    assert "Pictures not found: 1" in run(source, "-o", tmp_path / "none")
    run(source, "-o", tmp_path / "show", "--pictures", tmp_path / "scans")
    assert read_manifest(tmp_path / "show").exhibition.works[0].picture == tmp_path / "show" / "pictures" / "brass.jpg"


def test_the_report_says_which_pictures_a_remark_is_about(tmp_path):
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(notes.noted_jpeg(xmp=notes.packet(photoshop__City="Ghent")))
    assert 'The place "Ghent" has no line on a label. (a.jpg, b.jpg)' in run(tmp_path, "-o", tmp_path / "show")
    page = (tmp_path / "show" / "import-report.html").read_text("utf-8")
    assert "a.jpg, b.jpg" in page


def test_it_is_told_which_label_became_which_key(tmp_path):
    told = json.loads(run(lay(tmp_path / "source", P3), "-o", tmp_path / "show", "--json"))
    assert ["Technique", "medium"] in told["read_as"]
    assert ["Provenance", "description"] in told["read_as"]


def annotated(*comments):
    """A manifest of one picture with comments on it, each of them (place, words)."""
    items = [
        {
            "motivation": "commenting",
            "body": {"type": "TextualBody", "value": words, "language": "en"},
            "target": f"{SERVER}/canvas/a#xywh={place}",
        }
        for place, words in comments
    ]
    return manifest3(canvas3("a", image3("a"), annotations=[{"type": "AnnotationPage", "items": items}]))


def details(folder):
    (work,) = read_manifest(folder).exhibition.works
    return [(detail.at, detail.text.words("en")) for detail in work.details]


def test_comments_are_details_that_hands_may_change(tmp_path):
    folder, show = tmp_path / "source", tmp_path / "show"
    sun, bird, hay = ("0,0,2000,500", "The sun: noon"), ("400,400,400,400", "A bird"), ("0,1500,4000,500", "Hay")
    run(lay(folder, annotated(sun, bird), "a.jpg"), "-o", show)
    assert details(show) == [((0, 0, 0.5, 0.25), "The sun: noon"), ((0.1, 0.2, 0.1, 0.2), "A bird")]
    manifest = show / "manifest.yaml"
    by_hand = (
        manifest.read_text("utf-8").replace("A bird", "A lark").replace("[0.1, 0.2, 0.1, 0.2]", "[0.12, 0.2, 0.1, 0.2]")
    )
    manifest.write_text(by_hand, "utf-8")
    assert "0 updated, 1 as they were" in run(folder / "manifest.json", "-o", show)
    assert manifest.read_text("utf-8") == by_hand
    run(lay(folder, annotated(bird, hay), "a.jpg"), "-o", show)
    assert details(show) == [((0.12, 0.2, 0.1, 0.2), "A lark"), ((0, 0.75, 1, 0.25), "Hay")]
    assert check(show, thorough=False).exit_code == 0


def test_details_that_nobody_understands_are_left_as_they_are(tmp_path):
    source = lay(tmp_path / "source", annotated(("0,0,2000,500", "The sun")), "a.jpg")
    run(source, "-o", tmp_path / "show")
    manifest = tmp_path / "show" / "manifest.yaml"
    by_hand = manifest.read_text("utf-8").replace("at: [0, 0, 0.5, 0.25]", "at: left")
    manifest.write_text(by_hand, "utf-8")
    run(source, "-o", tmp_path / "show")
    assert manifest.read_text("utf-8") == by_hand


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_names_of_files_that_are_no_text_are_imported_and_told(tmp_path):
    source = tmp_path / os.fsdecode(b"caf\xe9")
    source.mkdir()
    (source / os.fsdecode(b"gr\xfcn.jpg")).write_bytes(PICTURE)
    told = json.loads(run(source, "-o", tmp_path / "show", "--json"))
    assert (told["works"], told["pictures"]) == (1, 1)
    assert read_manifest(tmp_path / "show").exhibition.works[0].title.words("en") == "Grn"
    assert check(tmp_path / "show", thorough=False).exit_code == 0
