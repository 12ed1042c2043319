"""Characters that no installed font can show, and which fonts to install."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kiosk.exhibition.problems import Severity
from kiosk.staff.advising.texts import texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from kiosk.exhibition.findings import Findings
    from kiosk.exhibition.guarded_yaml import FieldPath
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.text import Text

    Missing = Callable[[frozenset[str], tuple[Path, ...]], frozenset[str]]
    """Those of some characters that no font can show, an exhibition's own font files among them."""

NAMED_AT_MOST = 5
_OURS = re.compile(
    "[\t\n\r\x20-\x7e\xa0-\u017f\u0218-\u021b\u0400-\u045f\u0490\u0491\u0621-\u063a\u0641-\u0652\u0660-\u0669"
    "\u2010-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2032\u2033\u2039\u203a\u20ac\u2122\u2212\u200b-\u200f\u2066-\u2069]"
)
"""What the fonts have that come with the program: there is nobody to ask about it."""
_PACKAGES = {
    "HANGUL": "fonts-noto-cjk",
    "CJK": "fonts-noto-cjk",
    "HIRAGANA": "fonts-noto-cjk",
    "KATAKANA": "fonts-noto-cjk",
    "BOPOMOFO": "fonts-noto-cjk",
    "FULLWIDTH": "fonts-noto-cjk",
    "HALFWIDTH": "fonts-noto-cjk",
    "IDEOGRAPHIC": "fonts-noto-cjk",
}
"""The packages of Debian and Ubuntu with fonts for a script, by the first word of its characters' names."""
_PICTOGRAPHS = "fonts-noto-color-emoji"
_OTHERS = "fonts-noto-core fonts-noto-extra"


def all_there(_letters: frozenset[str], _own: tuple[Path, ...]) -> frozenset[str]:
    """Nobody knows of a character that cannot be shown."""
    return frozenset()


def note_letters(exhibition: Exhibition, missing: Missing, findings: Findings, places: Mapping[str, int]) -> None:
    """Note the characters of each text that `missing` says no font can show; asked once, for all of them."""
    asked = letters_of(exhibition)
    own = tuple(font for font in exhibition.brand.fonts if font.is_file())
    lost = missing(asked, own) if asked else frozenset()
    if not lost:
        return
    for path, work, text in _texts(exhibition, places):
        unseen = [letter for letter in dict.fromkeys(foreign(text)) if letter in lost]
        if unseen:
            named = ", ".join(map(name_of, unseen[:NAMED_AT_MOST])) + (", …" if len(unseen) > NAMED_AT_MOST else "")
            message = f"No font of this computer can show {named}; visitors see an empty box."
            fonts = " ".join(dict.fromkeys(map(package_for, unseen)))
            remedy = f"Install fonts: sudo apt install {fonts}. Or name one that has it under brand: fonts:."
            findings.add("no-font", path, message, remedy, Severity.WARNING, work=work)


def letters_of(exhibition: Exhibition) -> frozenset[str]:
    """Every character of an exhibition that the program's own fonts may not have."""
    return frozenset(letter for _, _, text in _texts(exhibition, {}) for letter in foreign(text))


def foreign(text: Text) -> str:
    """The characters of a text that the program's own fonts may not have."""
    return "".join(_OURS.sub("", words) for _, words in text.by_language)


def name_of(letter: str) -> str:
    """A character as it is told: itself, its number and its name."""
    shown = f'"{letter}" ' if letter.isprintable() and not unicodedata.combining(letter) else ""
    return f"{shown}U+{ord(letter):04X} {unicodedata.name(letter, 'without a name')}"


def package_for(letter: str) -> str:
    """The packages of Debian and Ubuntu whose fonts are most likely to have a character."""
    script = unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]
    if unicodedata.category(letter) in ("So", "Sk", "Cn") and ord(letter) > 0xFFFF:
        return _PICTOGRAPHS
    if 0x3000 <= ord(letter) < 0x3040:  # CJK Symbols and Punctuation, whose names name no script
        return _PACKAGES["CJK"]
    return _PACKAGES.get(script, _OTHERS)


def _texts(exhibition: Exhibition, places: Mapping[str, int]) -> Iterator[tuple[FieldPath, str, Text]]:
    for name in ("title", "subtitle", "intro", "venue"):
        yield ("exhibition", name), "", getattr(exhibition, name)
    for theme in exhibition.themes:
        yield ("themes", theme.id, "name"), "", theme.name
        yield ("themes", theme.id, "teaser"), "", theme.teaser
    for work in exhibition.works:
        for name, text in texts_of(work):
            field: FieldPath = (name,)
            if name.startswith("details["):
                field = ("details", int(name[len("details[") : -1]), "text")
            yield ("works", places.get(work.id, 0), *field), work.id, text
