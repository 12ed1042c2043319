"""The interface's words: dates as each language writes them, and what is said when a language is not there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.bridge.words import Words
from kiosk.exhibition.places import assets_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QGuiApplication

TRANSLATIONS = assets_folder() / "translations"
OPENS, CLOSES = date(2026, 9, 9), date(2026, 10, 10)


@pytest.fixture
def speaking(qapp: QGuiApplication) -> Iterator[Callable[..., Words]]:
    """Makes words that are forgotten after the test."""
    made: list[Words] = []

    def make(*languages: str, folder: Path = TRANSLATIONS) -> Words:
        made.append(Words(qapp, folder, languages))
        return made[-1]

    yield make
    for words in made:
        words.speak("none")


@pytest.mark.parametrize(
    ("language", "both", "until", "since"),  # _ for the narrow space that does not break
    [
        ("en", "September 9, 2026 – October 10, 2026", "Until October 10, 2026", "From September 9, 2026"),
        (
            "ru",
            "9 сентября 2026_г. – 10 октября 2026_г.",
            "До\N{NO-BREAK SPACE}10 октября 2026_г.",
            "С\N{NO-BREAK SPACE}9 сентября 2026_г.",
        ),
        ("ko", "2026년 9월 9일 – 2026년 10월 10일", "2026년 10월 10일까지", "2026년 9월 9일부터"),
        ("ar", "9 سبتمبر 2026 – 10 أكتوبر 2026", "حتى 10 أكتوبر 2026", "من 9 سبتمبر 2026"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(
    language: str, both: str, until: str, since: str, speaking: Callable[..., Words]
) -> None:
    words = speaking(language)
    written = [words.dates(*dates) for dates in ((OPENS, CLOSES), (None, CLOSES), (OPENS, None), (None, None))]
    assert [dates.replace("\N{NARROW NO-BREAK SPACE}", "_") for dates in written] == [both, until, since, ""]


@pytest.mark.parametrize(
    ("language", "all_works"), [("en", "All works"), ("ru", "Все работы"), ("ko", "전체 작품"), ("ar", "كل الأعمال")]
)
def test_the_interface_speaks_the_visitors_language(
    language: str, all_works: str, speaking: Callable[..., Words]
) -> None:
    words = speaking("en", "ru", "ko", "ar")
    told: list[str] = []
    words.spoken.connect(lambda: told.append(words.all_works))
    words.speak(language)
    assert told == [all_works]
    words.speak("en")
    assert words.all_works == "All works"


def test_counted_words_have_their_plural_in_english_too(speaking: Callable[..., Words]) -> None:
    speaking("en")
    said = [QCoreApplication.translate("Chip", "%1, %n work(s)", "theme chip", n) for n in (1, 2)]
    assert said == ["%1, 1 work", "%1, 2 works"]


def test_counted_words_have_their_plural_where_there_is_no_translation(speaking: Callable[..., Words]) -> None:
    speaking("fr")
    said = [QCoreApplication.translate("Chip", "%1, %n work(s)", "theme chip", n) for n in (1, 2)]
    assert said == ["%1, 1 work", "%1, 2 works"]


def test_the_invitation_is_there_in_every_language_and_in_english_where_it_has_none(
    speaking: Callable[..., Words],
) -> None:
    told = {each["language"]: each["words"] for each in speaking("en", "ru", "ko", "ar", "fi").invitations}
    assert list(told) == ["en", "ru", "ko", "ar", "fi"]
    assert len(set(told.values())) == 4
    assert told["en"] == told["fi"] == "Touch to explore"


def test_a_language_calls_itself_by_its_own_name(speaking: Callable[..., Words]) -> None:
    told = [each["words"] for each in speaking("en", "ru", "ko", "ar").languages]
    assert told[1:] == ["Русский", "한국어", "العربية"]
    assert "English" in told[0]


def test_without_a_translation_the_interface_speaks_english(speaking: Callable[..., Words], tmp_path: Path) -> None:
    words = speaking("fi", "ru", folder=tmp_path)
    assert words.all_works == "All works"
    assert words.dates(OPENS, None) == "From 9. syyskuuta 2026"
    words.speak("tlh")
    assert words.all_works == "All works"


def test_a_variant_speaks_its_main_languages_words(speaking: Callable[..., Words]) -> None:
    assert speaking("ar-EG").all_works == "كل الأعمال"


def test_no_language_at_all_is_english(speaking: Callable[..., Words]) -> None:
    words = speaking()
    assert words.all_works == "All works"
    assert words.languages == words.invitations == []
