"""The typefaces: Source Sans and Source Serif from their packages, Noto for Arabic, the system's for other scripts."""

from __future__ import annotations

import logging
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

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
    ours = [path for package, files in FACES.items() for file in files for path in _files(package, file)]
    known = next((path for path in ours if path in _told), None)
    for path in ours:
        _tell(path)
    if known:
        _forget(known)
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
    families = _tell(face.copy) if face.copy else []
    if not families:
        _log.warning("%s is not a font that can be used. Save it as OpenType or TrueType (.otf, .ttf).", face.file)
    return families


class _Known(NamedTuple):
    """Qt's number for a file that it was told of, and the families in it."""

    number: int
    families: list[str]


_told: dict[Path, _Known] = {}
"""Of the process, as Qt's fonts are."""


def _tell(path: Path) -> list[str]:
    """The families of a file, of which Qt is told if it has not been.

    Qt keeps a font as often as it is told of it: with each exhibition that is hung, that would go on for ever.
    """
    if known := _told.get(path):
        return known.families
    number = QFontDatabase.addApplicationFont(str(path))
    if number < 0:
        return []
    _told[path] = _Known(number, QFontDatabase.applicationFontFamilies(number))
    return _told[path].families


def _forget(path: Path) -> None:
    """Have Qt forget what it has drawn, and let go of the files of fonts that are not shown any more.

    That comes with each font it is told of: this one is told again, and taken back before, so that nothing is left.
    """
    QFontDatabase.removeApplicationFont(_told.pop(path).number)
    _tell(path)


def _files(package: str, pattern: str) -> list[Path]:
    spec = find_spec(package)
    folder = Path(spec.origin).parent if spec and spec.origin else None
    return sorted(folder.rglob(pattern)) if folder else []
