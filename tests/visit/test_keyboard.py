"""The keyboards: one for each language, with every letter in its place."""

from __future__ import annotations

import pytest

from kiosk.exhibition.folding import fold
from kiosk.visit.hangul import compose
from kiosk.visit.keyboard import LAYOUTS, keys_for, layout_of, layouts_for

ALPHABETS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "ko": "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ",
    "ar": "ءئؤابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
}


@pytest.mark.parametrize("language", sorted(LAYOUTS))
def test_a_keyboard_has_every_letter(language: str) -> None:
    layout = LAYOUTS[language]
    signs = "".join((*layout.rows, *layout.shifted))
    assert set(ALPHABETS[language]) <= set(signs)
    assert len(set("".join(layout.rows))) == len("".join(layout.rows)), "a sign is on two keys"


@pytest.mark.parametrize("language", sorted(LAYOUTS))
def test_a_keyboard_fits_three_rows_of_fingers(language: str) -> None:
    layout = LAYOUTS[language]
    assert len(layout.rows) == len(layout.at_us) == 3
    assert all(len(row) <= 12 and len(row) <= len(us) for row, us in zip(layout.rows, layout.at_us, strict=True))
    assert not layout.shifted or list(map(len, layout.shifted)) == list(map(len, layout.rows))


@pytest.mark.parametrize(
    ("layout", "pressed", "written"),
    [
        ("en", "Blake", "Blake"),
        ("ru", "cfl", "сад"),
        ("ru", "[", "х"),
        ("ko", "gksrnr", "한국"),
        ("ko", "Rkcl", "까치"),
        ("ko", "P", "ㅖ"),
        ("ar", "fdj", "بيت"),
        ("ru", "сад", "сад"),
        ("ko", "한국", "한국"),
        ("ar", "1984 ", "1984 "),
    ],
)
def test_a_connected_keyboard_writes_what_the_shown_one_does(layout: str, pressed: str, written: str) -> None:
    assert compose("".join(keys_for(sign, layout) for sign in pressed)) == written


def test_what_is_typed_is_found() -> None:
    assert fold("".join(keys_for(sign, "ko") for sign in "gksrnr")) == fold("한국")


@pytest.mark.parametrize(
    ("languages", "layouts"),
    [
        (("en",), ("en",)),
        (("ru", "en"), ("ru", "en")),
        (("ar",), ("ar", "en")),
        (("en", "ru", "ko", "ar"), ("en", "ru", "ko", "ar")),
        (("de", "zh-Hant", "pt-BR"), ("en",)),
        (("ko-KR", "ko"), ("ko", "en")),
    ],
)
def test_an_exhibition_has_the_keyboards_of_its_languages_and_latin_letters(
    languages: tuple[str, ...], layouts: tuple[str, ...]
) -> None:
    assert layouts_for(languages) == layouts


def test_the_keyboard_is_the_visitors_languages_until_they_choose_another() -> None:
    assert layout_of("", "ko-KR") == "ko"
    assert layout_of("", "de") == "en"
    assert layout_of("ar", "ko") == "ar"
