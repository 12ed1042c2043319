"""The lines of a text as they are set: how many glyphs the longest has, and whether the typefaces have all of them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextLayout, QTextOption

from kiosk.bridge.touring.items import asked

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickItem

JUSTIFIED = 8
"""`Text.AlignJustify`."""
WIDE_SHARE = 0.3
"""Of a text's letters: from here on it is set as one of wide ones."""
FREE = 1e6


class Glyphs(NamedTuple):
    """What `kiosk.staff.access.Letters` holds of a text's lines."""

    longest: int
    wide: bool
    justified: bool
    unknown: int


def glyphs(item: QQuickItem) -> Glyphs:
    """Set the words of a QML Text as it does and count."""
    words = str(item.property("text"))
    several = int(item.property("lineCount")) > 1
    layout = QTextLayout(words, item.property("font"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    longest = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(item.width() if several else FREE)
        longest = max(longest, _seen(words[line.textStart() : line.textStart() + line.textLength()]))
    layout.endLayout()
    unknown = sum(index == 0 for run in layout.glyphRuns() for index in run.glyphIndexes())
    return Glyphs(longest if several else 0, _is_wide(words), _alignment(item) == JUSTIFIED, unknown)


def _seen(words: str) -> int:
    """How many signs of a line take room of their own."""
    return sum(unicodedata.category(sign) not in {"Mn", "Me", "Cf", "Cc"} for sign in words.strip())


def _is_wide(words: str) -> bool:
    letters = [sign for sign in words if sign.isalpha()]
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in letters)
    return bool(letters) and wide >= WIDE_SHARE * len(letters)


def _alignment(item: QQuickItem) -> int:
    return asked(item, "horizontalAlignment")
