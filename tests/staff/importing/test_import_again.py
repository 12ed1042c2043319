"""A first import writes what check accepts; the next ones take over what has changed, and keep what hands have done."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kiosk.exhibition.manifest import read_manifest
from kiosk.staff.importing import importer
from kiosk.staff.importing.draft import NotImported
from kiosk.staff.importing.merging import merge
from tests.staff.importing.tables import draw, import_into, rules, save

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = ["id", "title", "artist", "date", "medium", "subject", "image"]
GATE = ["1", "Gate", "Ada Example", "1972", "Oil", "doors; wood", "gate.jpg"]
MILL = ["2", "Mill", "Bo Sample", "1932", "Ink", "water; wood", ""]
PIER = ["3", "Pier", "Cy Muster", "1900", "Photograph", "water", ""]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    draw(tmp_path / "gate.jpg")
    return save(tmp_path / "list.csv", [HEADINGS, GATE, MILL, PIER])


@pytest.fixture
def folder(table: Path, tmp_path: Path) -> Path:
    import_into(table, tmp_path / "show")
    return tmp_path / "show"


def change(manifest: Path, old: str, new: str) -> None:
    words = manifest.read_text("utf-8")
    assert old in words
    manifest.write_text(words.replace(old, new, 1), "utf-8")


def again(table: Path, folder: Path, *rows: list[str], **options: object) -> importer.Outcome:
    save(table, [HEADINGS, *rows])
    return import_into(table, folder, **options)


def test_a_first_import_is_clean_and_accepted(folder):
    words = (folder / "manifest.yaml").read_text("utf-8")
    assert words.startswith("# Imported from list.csv on 2026-11-28;")
    assert words.partition("works:\n")[2] == (
        '  - id: "1"\n'
        "    picture: pictures/gate.jpg\n"
        "    creator: Ada Example\n"
        "    title: Gate\n"
        '    date: "1972"\n'
        "    medium: Oil\n"
        "    themes: [wood]\n\n"
        '  - id: "2"\n'
        "    creator: Bo Sample\n"
        "    title: Mill\n"
        '    date: "1932"\n'
        "    medium: Ink\n"
        "    themes: [water, wood]\n\n"
        '  - id: "3"\n'
        "    creator: Cy Muster\n"
        "    title: Pier\n"
        '    date: "1900"\n'
        "    medium: Photograph\n"
        "    themes: [water]\n"
    )
    reading = read_manifest(folder)
    assert reading.problems == ()
    assert [theme.name.words("en") for theme in reading.exhibition.themes] == ["Wood", "Water"]
    assert {file.name for file in folder.iterdir()} == {"manifest.yaml", ".import.json", "pictures"}


def test_importing_the_same_again_touches_nothing(table, folder):
    manifest = folder / "manifest.yaml"
    before = manifest.read_bytes(), manifest.stat().st_mtime_ns, (folder / ".import.json").read_bytes()
    outcome = import_into(table, folder)
    assert (outcome.counts.unchanged, outcome.counts.updated, outcome.counts.new) == (3, 0, 0)
    assert (outcome.backup, outcome.copied) == (None, 0)
    assert (manifest.read_bytes(), manifest.stat().st_mtime_ns, (folder / ".import.json").read_bytes()) == before


def test_the_hand_the_source_and_both(table, folder):
    manifest = folder / "manifest.yaml"
    before = manifest.read_text("utf-8")
    change(
        manifest,
        "    title: Gate\n",
        "    # As in the letter of 1973.\n    title: The Gate  # sic\n    focus: [0.4, 0.3]\n",
    )
    change(manifest, "    medium: Oil\n", "    medium: Oil on oak\n")
    change(manifest, "works:\n", "# Hung by the door.\nworks:\n")
    mine = manifest.read_text("utf-8")
    outcome = again(
        table, folder, [*GATE[:3], "1973", "Tempera", *GATE[5:]], MILL, [*PIER[:2], "Cyrus Muster", *PIER[3:]]
    )
    assert manifest.read_text("utf-8") == mine.replace('"1972"', '"1973"').replace("Cy Muster", "Cyrus Muster")
    assert (folder / importer.BACKUP).read_text("utf-8") == mine
    assert (outcome.counts.updated, outcome.counts.unchanged) == (2, 1)
    told = next(remark for remark in outcome.remarks if remark.rule == "conflict")
    assert (told.origin.row, told.origin.part, told.remedy) == (2, "medium", 'The source says: "Tempera"')
    # A conflict is told once, and the hand stays.
    assert "conflict" not in rules(again(table, folder, [*GATE[:3], "1973", "Tempera", *GATE[5:]], MILL, PIER))
    assert "medium: Oil on oak" in manifest.read_text("utf-8")
    assert before != mine


def test_new_works_follow_those_they_follow_in_the_source(table, folder):
    new = ["9", "Road", "Di", "2001", "", "", ""]
    first = ["8", "Hill", "Ed", "2002", "", "", ""]
    outcome = again(table, folder, first, GATE, new, MILL, PIER)
    works = read_manifest(folder).exhibition.works
    assert [work.id for work in works] == ["1", "9", "2", "3", "8"]
    assert outcome.counts.new == 2


def test_a_work_with_another_number_is_another_one_and_its_picture_tells(table, folder):
    outcome = again(table, folder, ["2001-1", *GATE[1:]], MILL, PIER)
    assert (outcome.counts.new, outcome.counts.missing) == (1, 1)
    told = next(remark for remark in outcome.remarks if remark.rule == "missing")
    assert '"2001-1" is new and has the same picture.' in told.message
    assert 'If "2001-1" is "1" with another number' in told.remedy


def test_works_that_are_gone_from_the_source(table, folder):
    change(folder / "manifest.yaml", '  - id: "2"', '  # The mill.\n  - id: "2"')
    outcome = again(table, folder, GATE, PIER)
    assert outcome.counts.missing == 1
    assert len(read_manifest(folder).exhibition.works) == 3
    assert "--remove-missing" in next(remark.remedy for remark in outcome.remarks if remark.rule == "missing")
    outcome = again(table, folder, GATE, PIER, remove_missing=True)
    words = (folder / "manifest.yaml").read_text("utf-8")
    assert outcome.counts.removed == 1
    assert "Mill" not in words
    assert "# The mill." not in words
    assert [work.id for work in read_manifest(folder).exhibition.works] == ["1", "3"]


def test_a_work_taken_out_by_hand_stays_out_and_one_put_in_stays_in(table, folder):
    manifest = folder / "manifest.yaml"
    words = manifest.read_text("utf-8")
    mill = words[words.index('  - id: "2"') : words.index('  - id: "3"')]
    manifest.write_text(words.replace(mill, "  - id: extra\n    title: Ours\n\n"), "utf-8")
    outcome = again(table, folder, GATE, [*MILL[:3], "1933", *MILL[4:]], PIER)
    assert outcome.counts.left_out == 1
    assert [work.id for work in read_manifest(folder).exhibition.works] == ["1", "extra", "3"]
    assert [remark.origin.row for remark in outcome.remarks if remark.rule == "left-out"] == [3]


def test_a_field_taken_out_by_hand_stays_out_and_one_gone_from_the_source_goes(table, folder):
    change(folder / "manifest.yaml", "    medium: Oil\n", "")
    again(table, folder, GATE, [*MILL[:4], "", *MILL[5:]], PIER)
    works = read_manifest(folder).exhibition.works
    assert (works[0].medium.words("en"), works[1].medium.words("en"), works[2].medium.words("en")) == (
        "",
        "",
        "Photograph",
    )


def test_ids_follow_titles_where_there_are_no_numbers(table, tmp_path):
    rows = [["title", "artist"], ["Gate", "Ada"], ["Mill", "Bo"], ["Untitled", "Cy"], ["Untitled", "Cy"]]
    save(table, rows)
    import_into(table, tmp_path / "show")
    save(table, [["title", "artist", "date"], ["Mill", "Bo", "1932"], ["Gate", "Ada", "1972"], ["New", "Di", "1"]])
    outcome = import_into(table, tmp_path / "show")
    works = read_manifest(tmp_path / "show").exhibition.works
    assert [work.id for work in works] == ["gate", "new", "mill", "untitled", "untitled-2"]
    assert [work.date.words("en") for work in works] == ["1972", "1", "1932", "", ""]
    assert (outcome.counts.updated, outcome.counts.new, outcome.counts.missing) == (2, 1, 2)


def test_numbers_that_come_twice_are_told(table, tmp_path):
    for _ in range(2):
        outcome = again(table, tmp_path / "twice", GATE, ["1", *MILL[1:]])
    assert [work.id for work in read_manifest(tmp_path / "twice").exhibition.works] == ["1", "1-2"]
    assert [remark.origin.row for remark in outcome.remarks if remark.rule == "repeated-number"] == [3]


def test_languages_that_hands_and_source_have_added(table, tmp_path):
    folder = tmp_path / "show"
    save(table, [["id", "title_en", "title_ko"], ["1", "Gate", "문"]])
    import_into(table, folder)
    assert "  languages: [en, ko]" in (folder / "manifest.yaml").read_text("utf-8")
    change(folder / "manifest.yaml", "title: {en: Gate, ko: 문}", "title: {en: Gate, ko: 대문, ru: Ворота}")
    save(table, [["id", "title_en", "title_ko", "title_ar"], ["1", "The gate", "문", "بوابة"]])
    import_into(table, folder)
    words = (folder / "manifest.yaml").read_text("utf-8")
    assert "    title: {en: The gate, ko: 대문, ru: Ворота, ar: بوابة}" in words
    assert "  languages: [en, ko, ar]" in words


def test_a_theme_added_by_hand_stays_on_its_work(table, folder):
    change(
        folder / "manifest.yaml", "    name: Wood\n", "    name: {en: Wood, de: Holz}\n  best:\n    name: Our best\n"
    )
    change(folder / "manifest.yaml", "    themes: [wood]", "    themes:\n      - wood\n      - best")
    again(table, folder, [*GATE[:5], "doors; water", GATE[6]], MILL, PIER)
    exhibition = read_manifest(folder).exhibition
    assert exhibition.works[0].themes == ("best", "water")
    assert [theme.id for theme in exhibition.themes] == ["wood", "best", "water"]


def test_new_themes_are_added_to_those_that_are_there(table, folder):
    sky = [[*row[:5], f"{row[5]}; sky", row[6]] for row in (GATE, MILL)]
    again(table, folder, *sky, PIER)
    assert [theme.id for theme in read_manifest(folder).exhibition.themes] == ["wood", "water", "sky"]


def test_an_exhibition_made_by_hand_gets_works_and_keeps_all_else(table, tmp_path):
    folder = tmp_path / "show"
    folder.mkdir()
    (folder / "manifest.yaml").write_text("exhibition: {title: Ours}\n# nothing yet\nworks: []\n", "utf-8")
    outcome = import_into(table, folder)
    words = (folder / "manifest.yaml").read_text("utf-8")
    assert "# nothing yet" in words
    assert "title: Ours" in words
    assert read_manifest(folder).problems == ()
    assert len(read_manifest(folder).exhibition.works) == 3
    assert "no-memory" in rules(outcome)


def test_a_manifest_written_in_braces_is_brought_up_to_date(table, folder):
    words = "exhibition: {title: Ours}  # note\nworks: [{id: '1', title: Gate, safe: [0.1, 0.1, 0.9, 0.9]}, {id: z}]\n"
    (folder / "manifest.yaml").write_text(words, "utf-8")
    import_into(table, folder)
    reading = read_manifest(folder)
    assert [work.id for work in reading.exhibition.works] == ["1", "z"]
    assert reading.exhibition.works[0].safe == (0.1, 0.1, 0.9, 0.9)
    assert "# note" in (folder / "manifest.yaml").read_text("utf-8")


def test_a_manifest_that_cannot_be_read_is_left_alone(table, folder):
    (folder / "manifest.yaml").write_text("exhibition:\n  title: 'open\n", "utf-8")
    with pytest.raises(NotImported, match="cannot be read, so it is not changed") as refusal:
        import_into(table, folder)
    assert refusal.value.origin.row == 2
    assert (folder / "manifest.yaml").read_text("utf-8") == "exhibition:\n  title: 'open\n"


def test_a_lost_memory_keeps_all_that_is_there(table, folder):
    (folder / ".import.json").write_text("{}x", "utf-8")
    change(folder / "manifest.yaml", "title: Gate", "title: The gate")
    outcome = import_into(table, folder)
    assert read_manifest(folder).exhibition.works[0].title.words("en") == "The gate"
    assert len(read_manifest(folder).exhibition.works) == 3
    assert {"no-memory", "conflict"} <= rules(outcome)


@pytest.mark.parametrize("step", ["put", "stage"])
def test_when_writing_fails_nothing_has_changed(step, table, folder, monkeypatch):
    draw(table.parent / "mill.jpg", 2)
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(importer.Pictures, step, fail)
    with pytest.raises(NotImported, match="No space left on device"):
        again(table, folder, [*GATE[:3], "1", *GATE[4:]], [*MILL[:6], "mill.jpg"])
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_the_folder_may_be_a_file(table, tmp_path):
    (tmp_path / "taken").write_text("x", "utf-8")
    with pytest.raises(NotImported, match="cannot be written"):
        import_into(table, tmp_path / "taken")


DATA = st.one_of(
    st.none(), st.sampled_from(["a", "b", ""]), st.dictionaries(st.sampled_from("xyz"), st.sampled_from("ab"))
)


@given(DATA, DATA, DATA)
@example({"x": "a"}, None, {"x": "b", "y": "a"})
def test_merging(base, mine, new):
    value, conflict = merge(base, mine, new)
    if mine == base:
        assert (value, conflict) == (new, False)
    if new == base:
        assert (value, conflict) == (mine, False)
    if mine == new:
        assert (value, conflict) == (mine, False)
    if conflict and not isinstance(mine, dict):
        assert value == mine


CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t\x85"), max_size=40)
TABLES = st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=8)


@settings(max_examples=25)
@given(first=TABLES, second=TABLES)
@example(first=[["", "0", "", ""]], second=[["0", "00", "", ""], ["0", "0", "", ""]])
def test_any_table_becomes_a_manifest_that_is_accepted_twice(first, second, tmp_path_factory):
    room = tmp_path_factory.mktemp("any")
    table, folder = room / "list.csv", room / "show"
    for rows in (first, second):
        save(table, [["id", "title", "subject", "description"], ["0", "Always", "", ""], *rows])
        outcome = import_into(table, folder, themes_at_least=1)
        reading = read_manifest(folder)
        serious = [problem for problem in reading.problems if problem.rule != "unused-theme"]
        assert serious == []
        ids = [work.id for work in reading.exhibition.works]
        assert len(set(ids)) == len(ids) >= outcome.works
    settled = (folder / "manifest.yaml").read_bytes()
    import_into(table, folder, themes_at_least=1)
    assert (folder / "manifest.yaml").read_bytes() == settled
    shutil.rmtree(room)
    assert not re.search(rb"[\x00-\x08]", settled)


def test_a_manifest_that_is_changed_meanwhile_is_left_as_it_is(table, folder, monkeypatch):
    stage = importer.Pictures.stage

    def meanwhile(pictures: importer.Pictures, progress: object) -> None:
        stage(pictures, progress)
        change(folder / "manifest.yaml", "title: Gate", "title: The gate")

    monkeypatch.setattr(importer.Pictures, "stage", meanwhile)
    with pytest.raises(NotImported, match="changed while the import went on"):
        again(table, folder, [*GATE[:3], "1", *GATE[4:]], MILL, PIER)
    assert read_manifest(folder).exhibition.works[0].title.words("en") == "The gate"
    monkeypatch.undo()
    again(table, folder, [*GATE[:3], "1", *GATE[4:]], MILL, PIER)
    assert read_manifest(folder).exhibition.works[0].title.words("en") == "The gate"
