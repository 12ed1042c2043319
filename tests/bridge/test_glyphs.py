from __future__ import annotations

import re

import pytest

from kiosk.bridge.look.fonts import ARABIC, FACES, SANS, SERIF, load_fonts
from kiosk.bridge.look.glyphs import missing_letters
from kiosk.staff.advising.letters import _OURS

pytestmark = pytest.mark.usefixtures("qapp")


def test_letters_of_the_programs_own_fonts_are_there():
    assert missing_letters("Aé Жغ") == frozenset()


def test_a_letter_that_no_font_can_have_is_missing():
    nobody_has = "\U000e1234\U0010fffd"
    assert missing_letters(nobody_has + "A") == frozenset("\U0010fffd") | missing_letters("\U000e1234")


def test_what_nobody_is_asked_about_is_in_the_fonts_that_come_along():
    from PySide6.QtGui import QRawFont

    load_fonts()
    fonts = [QRawFont(str(path), 20) for path in _files()]
    letters = [chr(code) for code in range(0x20, 0x2200) if _OURS.fullmatch(chr(code))]
    drawn = [letter for letter in letters if not re.match(r"[\s\u200b-\u200f\u2066-\u2069\xad]", letter)]
    assert len(drawn) > 450
    assert [
        hex(ord(letter)) for letter in drawn if not any(font.supportsCharacter(ord(letter)) for font in fonts)
    ] == []


def _files():
    from importlib.util import find_spec
    from pathlib import Path

    for package, patterns in FACES.items():
        spec = find_spec(package)
        for pattern in patterns:
            yield from Path(spec.origin).parent.rglob(pattern)


def test_families_are_named_as_the_show_names_them():
    from PySide6.QtGui import QFontDatabase

    load_fonts()
    assert {SANS, SERIF, ARABIC} <= set(QFontDatabase.families())
