"""The keyboards on the screen, one for each language of the interface, and what a connected keyboard types in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.exhibition.text import primary

if TYPE_CHECKING:
    from collections.abc import Iterable

DIGITS = "1234567890"


@dataclass(frozen=True, slots=True)
class Layout:
    """A keyboard: its rows of signs from the top, as they lie on a desk, and those of the same keys with shift.

    `mark` says on the key that brings this keyboard what it writes. `at_us` are the keys of a US keyboard, in the same
    places as `rows`.
    """

    mark: str
    rows: tuple[str, ...]
    shifted: tuple[str, ...] = ()
    at_us: tuple[str, ...] = ("qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./`")


LAYOUTS = {
    "en": Layout("ABC", ("qwertyuiop", "asdfghjkl", "zxcvbnm")),
    "ru": Layout(
        "АБВ", ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбюё"), at_us=("qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,.`")
    ),
    "ko": Layout(
        "가나다",
        ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ"),
        ("ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ"),
    ),
    "ar": Layout(
        "أبج", ("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظذ"), at_us=("qwertyuiop[]", "asdfghjkl;'", "zxcvnm,./`")
    ),
}
"""QWERTY, ЙЦУКЕН, 두벌식 (KS X 5002) and the Arabic 101 keyboard, whose key for lam-alif is left out."""


def layouts_for(languages: Iterable[str]) -> tuple[str, ...]:
    """The keyboards of an exhibition in these languages. Latin letters always: accession numbers have them."""
    ours = dict.fromkeys(primary(language) for language in languages if primary(language) in LAYOUTS)
    return tuple(dict.fromkeys((*ours, "en")))


def layout_of(chosen: str, language: str) -> str:
    """The keyboard that is shown: the one chosen, else the language's, else Latin letters."""
    return chosen or (primary(language) if primary(language) in LAYOUTS else "en")


def keys_for(text: str, layout: str) -> str:
    """What a connected keyboard types that says `text`: on a US one, the signs in the same places of the `layout`.

    Signs of another script are taken as they are: there, the keyboard writes the language itself.
    """
    shown = LAYOUTS[layout]
    if layout == "en" or not text.isascii():
        return text
    typed = []
    for sign in text:
        rows = shown.shifted if shown.shifted and sign.isupper() else shown.rows
        places = ((row, keys.find(sign.lower())) for row, keys in zip(rows, shown.at_us, strict=True))
        typed.append(next((row[at] for row, at in places if 0 <= at < len(row)), sign))
    return "".join(typed)
