"""IPTC-IIM: datasets of record 2, as agencies and museums have written them since 1991 (IIM 4.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibition.text import Text, plain
from kiosk.staff.importing.markup import without_markup

if TYPE_CHECKING:
    from collections.abc import Mapping

OBJECT_NAME, KEYWORDS, DATE_CREATED, BY_LINE, CITY, COUNTRY = 5, 25, 55, 80, 90, 101
HEADLINE, CREDIT, SOURCE, COPYRIGHT, CAPTION = 105, 110, 115, 116, 120
CAPTION_BYTES = 2000
"""The longest caption there may be; programs cut longer ones."""
_CHARACTER_SET = 90
_UTF8 = b"\x1b%G"
_MOST = 2000


def datasets(block: bytes) -> dict[int, list[str]]:
    """The words of each dataset of record 2, by its number; repeated ones in their order. Never raises.

    Words are UTF-8 where 1:90 says so, else Latin-1: nothing else is said, and it is what was usual. Windows' own
    letters, such as its quotation marks, are taken for what they are; bytes that are well-formed UTF-8 with other
    letters than ASCII are never meant as Latin-1.
    """
    found: list[tuple[int, bytes]] = []
    declared = False
    place = 0
    while block[place : place + 1] == b"\x1c" and len(found) < _MOST:
        header = block[place + 1 : place + 5]
        if len(header) < 4:
            break
        record, number, length = header[0], header[1], int.from_bytes(header[2:], "big")
        place += 5
        if length & 0x8000:
            # An extended dataset: the rest tells in how many bytes its length is.
            width = length & 0x7FFF
            if width > 4:
                break
            length = int.from_bytes(block[place : place + width], "big")
            place += width
        value = block[place : place + length]
        place += length
        if record == 1 and number == _CHARACTER_SET:
            declared = value.startswith(_UTF8)
        elif record == 2:
            found.append((number, value))
    spoken: dict[int, list[str]] = {}
    for number, value in found:
        if words := without_markup(_decoded(value, declared)):
            spoken.setdefault(number, []).append(words)
    return spoken


def _decoded(value: bytes, utf8: bool) -> str:
    if utf8:
        # A letter may be cut through where the dataset was.
        return value.decode("utf-8", "ignore")
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace").replace("\N{REPLACEMENT CHARACTER}", "")


def first(spoken: Mapping[int, list[str]], *numbers: int) -> Text:
    """The first of these datasets that says something."""
    return next((plain(spoken[number][0]) for number in numbers if spoken.get(number)), Text())
