"""Which characters no installed font can show, asked of Qt as the show would set them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QTextLayout

from kiosk.bridge.look.fonts import FALLBACKS, SANS, load_fonts
from kiosk.staff.typefaces import Typeface

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def offscreen() -> QGuiApplication:
    """The application, made now without a display where there is none yet. Keep it for as long as Qt is used."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(["kiosk"])


def missing_letters(letters: Iterable[str], own: Iterable[Path] = ()) -> frozenset[str]:
    """Those of `letters` that neither the program's fonts, nor the exhibition's `own`, nor the system's can show."""
    _application = offscreen()
    serif = QFont([load_fonts(Typeface(font, font) for font in own), SANS, *FALLBACKS])
    metrics = QFontMetricsF(serif)
    return frozenset(letter for letter in letters if not metrics.inFontUcs4(ord(letter)) and not _is_set(letter, serif))


def _is_set(letter: str, font: QFont) -> bool:
    """Whether a line of text with the letter has a glyph for it, from whichever font."""
    layout = QTextLayout(letter, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [glyph for run in layout.glyphRuns() for glyph in run.glyphIndexes()]
    return all(glyphs)
