"""The typefaces: Source Sans and Source Serif from their packages, Noto for Arabic, the system's for other scripts."""

from __future__ import annotations

import logging
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

from kiosk.exhibition.text import is_right_to_left, primary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.staff.typefaces import Typeface

_log = logging.getLogger(__name__)

SANS = "Source Sans Pro"
SERIF = "Source Serif 4"
FACES = {
    "font_source_sans_pro": ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf"),
    "fontpkg_source_serif_4": ("SourceSerif4*.ttf",),
    "fontpkg_noto_sans_arabic": ("NotoSansArabic*.ttf",),
}
ARABIC = "Noto Sans Arabic"
FALLBACKS = (
    ARABIC,
    "Noto Sans KR",
    "Noto Sans CJK KR",
    "NanumGothic",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "Noto Sans CJK JP",
    "Noto Sans",
    "DejaVu Sans",
)

HEBREW = frozenset(("he", "yi"))
HAN = {
    "ja": ("Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", "Meiryo"),
    "zh": ("Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei"),
    "zh-hant": ("Noto Sans TC", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei"),
}
"""Chinese characters have one code and several national forms: the font decides, so the language has to."""
TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))
_FROM_THE_SYSTEM = {"ko": QFontDatabase.WritingSystem.Korean}
"""Languages of the interface whose letters no package of ours has."""


def load_fonts(own: Iterable[Typeface] = ()) -> str:
    """Make the program's faces known, and the exhibition's `own`, from their copies: its drive is not asked.

    Returns the family that titles and descriptions are set in: the first of its own, else our serif.
    """
    for package, files in FACES.items():
        for file in files:
            _load(package, file)
    for family in (SANS, SERIF):
        QFont.insertSubstitutions(family, list(FALLBACKS))
    families = [family for face in own for family in _families(face)]
    for family in families:
        QFont.insertSubstitutions(family, list(FALLBACKS))
    return families[0] if families else SERIF


@cache
def family_for(language: str) -> str:
    """The family that text in `language` has to be set in; empty when the usual ones and their stand-ins serve.

    Arabic script is set in its own font from the first letter on, so that a foreign word in a line does not move it.
    """
    spoken = primary(language)
    if spoken not in HEBREW and is_right_to_left(language):
        return ARABIC
    traditional = spoken == "zh" and not TRADITIONAL.isdisjoint(language.lower().split("-"))
    known = HAN.get("zh-hant" if traditional else spoken, ())
    return next((family for family in known if QFontDatabase.hasFamily(family)), "")


@cache
def has_letters_of(language: str) -> bool:
    """Whether there is a font for one of the interface's languages."""
    script = _FROM_THE_SYSTEM.get(language)
    return script is None or bool(QFontDatabase.families(script))


def _families(face: Typeface) -> list[str]:
    loaded = QFontDatabase.addApplicationFont(str(face.copy)) if face.copy else -1
    families = QFontDatabase.applicationFontFamilies(loaded)
    if not families:
        _log.warning("%s is not a font that can be used. Save it as OpenType or TrueType (.otf, .ttf).", face.file)
    return families


def _load(package: str, pattern: str) -> None:
    spec = find_spec(package)
    folder = Path(spec.origin).parent if spec and spec.origin else None
    if folder:
        for path in folder.rglob(pattern):
            QFontDatabase.addApplicationFont(str(path))
