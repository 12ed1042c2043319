"""The measures of type, from the fonts themselves."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import font_source_sans_pro
import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from kiosk.bridge.look.fonts import ARABIC, SANS, SERIF, family_for, has_letters_of, load_fonts
from kiosk.bridge.look.typography import Typography, capital_share, line_ems
from kiosk.bridge.staff.pages import own_languages
from kiosk.exhibition.manifest import read_manifest
from kiosk.exhibition.places import assets_folder
from kiosk.staff.typefaces import Typeface
from kiosk.visit.session import TextSize

DEMO = assets_folder() / "exhibitions" / "demo" / "manifest.yaml"
SCALES = {TextSize.NORMAL: 1.0, TextSize.LARGE: 1.5, TextSize.LARGEST: 2.0}


@pytest.fixture(autouse=True)
def _fonts() -> None:
    load_fonts()


@pytest.mark.parametrize("family", [SANS, SERIF])
@pytest.mark.parametrize("pixels", [20, 41, 97])
def test_the_share_of_a_capital_is_what_the_font_draws(family: str, pixels: int) -> None:
    font = QFont(family)
    font.setPixelSize(pixels)
    drawn = QFontMetricsF(font).tightBoundingRect("H").height()
    assert capital_share(family) * pixels == pytest.approx(drawn, abs=1.2)  # hinting


@pytest.mark.parametrize(
    ("language", "least", "most"), [("en", 45, 55), ("ru", 45, 55), ("ar", 45, 55), ("ko", 30, 40)]
)
def test_a_line_has_room_for_as_many_characters_as_are_read_in_one(language: str, least: int, most: int) -> None:
    exhibition = read_manifest(DEMO).exhibition
    assert exhibition
    family = family_for(language) or (SANS if language == "ko" else SERIF)
    font = QFont(family)
    font.setPixelSize(100)
    for work in exhibition.works:
        words = work.description.words(language)
        mean_px = QFontMetricsF(font).horizontalAdvance(words) / len(words)
        sample = exhibition.works[0].description.words(language)
        assert least <= 100 * line_ems(family, sample, language) / mean_px <= most * 1.1, work.id


def test_a_font_of_strange_measures_does_not_make_strange_lines() -> None:
    assert line_ems(SERIF, "", "en") == pytest.approx(23.85)
    assert line_ems(SANS, "", "ko") == pytest.approx(25.5)
    assert line_ems(SERIF, "i" * 50, "en") == 18
    assert line_ems(SERIF, "W" * 50, "en") == 27


@pytest.mark.parametrize(
    ("language", "family"), [("ar", ARABIC), ("fa-IR", ARABIC), ("az-Arab", ARABIC), ("he", ""), ("en", ""), ("ko", "")]
)
def test_arabic_script_has_a_font_of_its_own(language: str, family: str) -> None:
    assert family_for(language) == family


def test_chinese_characters_are_drawn_as_the_language_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "kiosk.bridge.look.fonts.QFontDatabase.hasFamily", lambda name: name.startswith("Noto Sans CJK")
    )
    family_for.cache_clear()
    families = [family_for(language) for language in ("ja", "zh", "zh-Hans", "zh-Hant", "zh-TW", "zh-hk")]
    family_for.cache_clear()
    assert families == [f"Noto Sans CJK {form}" for form in ("JP", "SC", "SC", "TC", "TC", "TC")]


def test_it_tells_what_changes() -> None:
    type_ = Typography(SERIF)
    told: list[tuple[float, float]] = []
    type_.changed.connect(lambda: told.append((type_.scale, type_.lineEms)))
    type_.fit(SCALES)
    type_.fit(dict(SCALES))
    type_.read_at(TextSize.LARGE)
    type_.read_at(TextSize.LARGE)
    type_.speak("규칙은 짧지만 그림은 그렇지 않다.", "ko")
    assert [scale for scale, _ in told] == [1.0, 1.5, 1.5]
    assert told[0][1] == told[1][1] < told[2][1]


def test_a_font_without_letters_is_taken_as_usual() -> None:
    assert 0.5 <= capital_share("No such family at all") <= 1


def test_an_exhibitions_own_font_is_read_from_its_copy_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy, named = tmp_path / "copy.ttf", tmp_path / "on a drive that hangs.ttf"
    copy.write_bytes(next(Path(font_source_sans_pro.__file__).parent.rglob("SourceSansPro-Semibold.ttf")).read_bytes())
    os.mkfifo(named)
    asked: list[str] = []
    add = QFontDatabase.addApplicationFont

    def noted(file: str) -> int:
        asked.append(file)
        return add(file)

    monkeypatch.setattr(QFontDatabase, "addApplicationFont", noted)
    assert load_fonts([Typeface(named, copy)]).startswith("Source Sans")
    assert [path for path in asked if path.startswith(str(tmp_path))] == [str(copy)]


def test_qt_is_told_of_each_font_once_and_told_one_again_to_forget_what_it_has_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.ttf"
    copy.write_bytes(next(Path(font_source_sans_pro.__file__).parent.rglob("SourceSansPro-Semibold.ttf")).read_bytes())
    load_fonts([Typeface(copy, copy)])
    known: Counter[str] = Counter()
    add, remove, numbers = QFontDatabase.addApplicationFont, QFontDatabase.removeApplicationFont, {}

    def added(file: str) -> int:
        known[file] += 1
        number = add(file)
        numbers[number] = file
        return number

    def removed(number: int) -> bool:
        known[numbers.get(number, "from before")] -= 1
        return remove(number)

    monkeypatch.setattr(QFontDatabase, "addApplicationFont", added)
    monkeypatch.setattr(QFontDatabase, "removeApplicationFont", removed)
    for _ in range(3):
        assert load_fonts([Typeface(copy, copy)]).startswith("Source Sans")
    assert sorted(known.values()) == [-1, 1], "one of ours, instead of itself"
    assert str(copy) not in known
    assert SANS in QFontDatabase.families()


@pytest.mark.logs("is not a font that can be used")
def test_a_font_without_a_copy_is_told_and_done_without(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "named.ttf")
    assert load_fonts([Typeface(tmp_path / "named.ttf", None)]) == SERIF


def test_a_language_that_no_font_here_can_write_is_not_offered_unless_it_is_chosen(monkeypatch):
    def offered(chosen: str) -> list[str]:
        has_letters_of.cache_clear()
        return [tag for _, tag in own_languages(chosen)]

    monkeypatch.setattr(
        QFontDatabase, "families", lambda script: ["Nanum"] * (script == QFontDatabase.WritingSystem.Korean)
    )
    assert offered("en") == ["en", "ru", "ko", "ar"]
    monkeypatch.setattr(QFontDatabase, "families", lambda _script: [])
    assert offered("en") == ["en", "ru", "ar"]
    assert offered("ko") == ["en", "ru", "ko", "ar"]
    has_letters_of.cache_clear()
