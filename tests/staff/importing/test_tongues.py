"""Subjects in several languages become one theme, with a name in each of them."""

from __future__ import annotations

import pytest

from kiosk.exhibition.manifest import read_manifest
from kiosk.staff.importing.tongues import Tongues
from tests.staff.importing.tables import import_into, rules, save

HEADINGS = ["title", "title_ru", "subject_en", "subject_ru"]
GATE = ["Gate", "Ворота", "Town; labour", "Город; труд"]
MILL = ["Mill", "Мельница", "Rural life", "Сельская жизнь"]
POND = ["Pond", "Пруд", "Rural life", ""]
PIER = ["Pier", "Пристань", "", "Город"]
TOWN, RURAL = {"en": "Town", "ru": "Город"}, {"en": "Rural life", "ru": "Сельская жизнь"}


def names(folder):
    exhibition = read_manifest(folder).exhibition
    return {theme.id: dict(theme.name.by_language) for theme in exhibition.themes}


@pytest.mark.parametrize("rows", [(GATE, PIER, MILL, POND), (POND, PIER, MILL, GATE)], ids=["first", "last"])
def test_a_theme_has_all_its_names_and_works_wherever_they_are_told(tmp_path, rows):
    """A row may have a subject in one language only: the theme is that of the row which has it in both."""
    import_into(save(tmp_path / "list.csv", [HEADINGS, *rows]), tmp_path / "show")
    assert names(tmp_path / "show") == {"town": TOWN, "rural-life": RURAL}
    works = {work.title.words("en"): work.themes for work in read_manifest(tmp_path / "show").exhibition.works}
    assert works == {"Gate": ("town",), "Pier": ("town",), "Mill": ("rural-life",), "Pond": ("rural-life",)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("    name: {en: Town}", {"en": "Town", "ru": "Город"}),
        ("    name: {en: Town}  # ours", {"en": "Town", "ru": "Город"}),
        ("    name: {en: The town}", {"en": "The town", "ru": "Город"}),
        ("    name: {en: Town, ko: 도시}", {"en": "Town", "ko": "도시", "ru": "Город"}),
        ("    name:\n      en: Town\n    teaser: Walls", {"en": "Town", "ru": "Город"}),
        ("    name: Our town", {"": "Our town"}),
    ],
)
def test_a_new_language_comes_to_a_theme_that_is_there_and_a_hands_words_stay(tmp_path, name, expected):
    table, folder = tmp_path / "list.csv", tmp_path / "show"
    rows = [[*row[:3], ""] for row in (GATE, ["Pier", "Пристань", "Town", ""], MILL)]
    import_into(save(table, [HEADINGS, *rows]), folder)
    manifest = folder / "manifest.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("    name: {en: Town}", name), "utf-8")
    outcome = import_into(save(table, [HEADINGS, GATE, ["Pier", "Пристань", "Town", "Город"], MILL]), folder)
    assert names(folder)["town"] == expected
    assert ("conflict" in rules(outcome)) == (expected == {"": "Our town"})
    theme = read_manifest(folder).exhibition.themes[0]
    assert theme.teaser.words("en") == ("Walls" if "teaser" in name else "")
    assert ("# ours" in name) == ("# ours" in manifest.read_text("utf-8"))


def test_a_theme_in_braces_is_written_in_lines_with_its_other_words(tmp_path):
    table, folder = tmp_path / "list.csv", tmp_path / "show"
    import_into(save(table, [HEADINGS, *([*row[:3], ""] for row in (MILL, POND, GATE))]), folder)
    manifest = folder / "manifest.yaml"
    lines = "  rural-life:\n    name: {en: Rural life}\n"
    words = manifest.read_text("utf-8")
    assert lines in words
    manifest.write_text(words.replace(lines, "  rural-life: {name: {en: Rural life}, teaser: Fields}\n"), "utf-8")
    import_into(save(table, [HEADINGS, MILL, POND, GATE]), folder)
    assert "  rural-life:\n    name: {en: Rural life, ru: Сельская жизнь}\n    teaser: Fields\n" in manifest.read_text(
        "utf-8"
    )


def test_what_was_imported_before_names_were_remembered_gets_its_languages(tmp_path):
    table, folder = tmp_path / "list.csv", tmp_path / "show"
    import_into(save(table, [["title", "subject"], ["Gate", "Town"], ["Pier", "Town"], ["Mill", "Sky"]]), folder)
    memory = folder / ".import.json"
    memory.write_text(memory.read_text("utf-8").replace('"theme_names"', '"forgotten"'), "utf-8")
    rows = [["Gate", "Town", "Город"], ["Pier", "Town", ""], ["Mill", "Sky", ""]]
    outcome = import_into(save(table, [["title", "subject_en", "subject_ru"], *rows]), folder)
    assert names(folder) == {"town": TOWN}
    assert "conflict" not in rules(outcome)


def test_words_that_stand_beside_two_subjects_tell_neither():
    tongues = Tongues([{"en": "Town", "ru": "Город"}, {"en": "City", "ru": "Город"}, {"en": "Sea", "ru": "Море"}])
    keys = [tongues.key(said) for said in ({"ru": "Город"}, {"ru": "МОРЕ"}, "sea", {"en": ""}, "")]
    assert keys == ["город", "sea", "sea", "", ""]


def test_each_name_is_spelled_as_most_works_spell_it():
    tongues = Tongues([{"en": "sea", "ru": "море"}, {"en": "Sea", "ru": "Море"}, {"en": "Sea", "ru": "море"}])
    assert tongues.said("sea") == {"en": "Sea", "ru": "море"}
    assert (tongues.words("sea"), Tongues(["Sky", "sky", "sky"]).said("sky")) == ("Sea", "sky")
