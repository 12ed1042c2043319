"""The interface's words: every one of them translated, and the files that the program loads made from the last ones."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTranslator

from assets.translations import make
from kiosk.exhibition.binding import bind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TRANSLATED = ("ru", "ko", "ar")
PLURALS = {"en": 2, "ru": 3, "ko": 1, "ar": 6}
TERMS = {
    "ru": {"picture": "изображени", "work": "работ", "label": "этикетк", "detail": "детал", "slideshow": "показ"},
    "ko": {"picture": "이미지", "work": "작품", "label": "설명", "detail": "세부", "slideshow": "슬라이드쇼"},
    "ar": {
        "picture": "صور",
        "work": "عمل|أعمال",
        "label": "بطاقة",
        "detail": "تفصيل|تفاصيل",
        "slideshow": "العرض",
    },
}
"""One word for one thing."""
LETTERS = {"ru": "[а-яё]", "ko": "[가-힣]", "ar": "[ء-ي]"}


def messages(file: Path) -> Iterator[tuple[str, ET.Element]]:
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def sources(file: Path) -> Counter[tuple[str, str, str]]:
    """What is to be translated: where it is said, the words, and what they are about."""
    return Counter(
        (context, message.findtext("source", ""), message.findtext("comment", ""))
        for context, message in messages(file)
    )


def forms(message: ET.Element) -> list[str]:
    """The translation, or each of its plural forms."""
    translation = message.find("translation")
    assert translation is not None
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The translations, brought up to date with the program's words."""
    folder = tmp_path_factory.mktemp("translations")
    for file in make.HERE.glob("*.ts"):
        shutil.copy(file, folder)
    make.update(folder)
    return folder


@pytest.mark.parametrize("language", make.LANGUAGES)
def test_no_word_of_the_program_is_missing_and_none_is_left_over(language: str, updated: Path) -> None:
    name = f"kiosk_{language}.ts"
    assert sources(make.HERE / name) == sources(updated / name), "run: python assets/translations/make.py"


@pytest.mark.parametrize("language", make.LANGUAGES)
def test_every_word_is_translated(language: str, updated: Path) -> None:
    told = list(messages(updated / f"kiosk_{language}.ts"))
    assert len(told) >= (1 if language == "en" else 12)
    unfinished = [
        f"{context}: {message.findtext('source')}"
        for context, message in told
        if "type" in message.find("translation").attrib or not all(forms(message))  # type: ignore[union-attr]
    ]
    assert not unfinished


@pytest.mark.parametrize("language", make.LANGUAGES)
def test_counted_words_have_every_plural_of_their_language(language: str) -> None:
    counted = [
        message for _, message in messages(make.HERE / f"kiosk_{language}.ts") if message.get("numerus") == "yes"
    ]
    assert counted
    assert {len(forms(message)) for message in counted} == {PLURALS[language]}


@pytest.mark.parametrize("language", make.LANGUAGES)
def test_a_translation_keeps_the_places_for_numbers_and_names(language: str) -> None:
    for context, message in messages(make.HERE / f"kiosk_{language}.ts"):
        wanted = sorted(re.findall(r"%(?:\d|n)", message.findtext("source", "")))
        for form in forms(message):
            kept = sorted(re.findall(r"%(?:\d|n)", form))
            assert kept == wanted or (message.get("numerus") == "yes" and kept == [w for w in wanted if w != "%n"]), (
                f"{context}: {form}"
            )


@pytest.mark.parametrize("language", TRANSLATED)
def test_one_thing_has_one_word(language: str) -> None:
    for context, message in messages(make.HERE / f"kiosk_{language}.ts"):
        for term, word in TERMS[language].items():
            if re.search(rf"\b{term}(?:s|\(s\))?\b", message.findtext("source", "").lower()):
                assert all(re.search(word, form.lower()) for form in forms(message)), f"{context}: {forms(message)}"


@pytest.mark.parametrize("language", make.BOUND)
def test_a_translation_does_not_part_at_a_lines_end_what_belongs_together(language: str) -> None:
    for context, message in messages(make.HERE / f"kiosk_{language}.ts"):
        for form in forms(message):
            bound = bind(form.replace("\N{NO-BREAK SPACE}", " "), language)
            assert form == bound, f"{context}: {form}; run: python assets/translations/make.py"


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_is_in_its_languages_own_letters(language: str) -> None:
    for context, message in messages(make.HERE / f"kiosk_{language}.ts"):
        if re.search(r"[a-z]{3}", message.findtext("source", "")):
            assert all(re.search(LETTERS[language], form.lower()) for form in forms(message)), context


@pytest.mark.parametrize("language", make.LANGUAGES)
def test_the_program_loads_what_was_translated_last(language: str, tmp_path: Path) -> None:
    make.release(make.HERE, tmp_path)
    name = f"kiosk_{language}.qm"
    assert (make.HERE / name).read_bytes() == (tmp_path / name).read_bytes(), "run: python assets/translations/make.py"
    translator = QTranslator()
    assert translator.load(str(make.HERE / name))
    assert translator.language() == language


def test_the_interface_has_no_exclamation_mark_and_begins_with_a_capital() -> None:
    for context, message in messages(make.HERE / "kiosk_ru.ts"):
        words = message.findtext("source", "")
        assert "!" not in words, context
        first = words.lstrip("“")[0]
        assert first.isupper() or first == "%", f"{context}: {words}"
