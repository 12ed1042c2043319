"""The typefaces: Source Sans and Source Serif from their packages, Noto for Arabic, the system's for other scripts."""

from __future__ import annotations

import logging
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from collections.abc import Iterable

_log = logging.getLogger(__name__)

SANS = "Source Sans Pro"
SERIF = "Source Serif 4"
FACES = {
    "font_source_sans_pro": ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf"),
    "fontpkg_source_serif_4": ("SourceSerif4*.ttf",),
    "fontpkg_noto_sans_arabic": ("NotoSansArabic*.ttf",),
}
FALLBACKS = (
    "Noto Sans Arabic",
    "Noto Sans KR",
    "Noto Sans CJK KR",
    "NanumGothic",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "Noto Sans CJK JP",
    "Noto Sans",
    "DejaVu Sans",
)


def load_fonts(own: Iterable[Path] = ()) -> str:
    """Make the program's faces known, and the exhibition's `own` font files.

    Returns the family that titles and descriptions are set in: the first of its own, else our serif.
    """
    for package, files in FACES.items():
        for file in files:
            _load(package, file)
    for family in (SANS, SERIF):
        QFont.insertSubstitutions(family, list(FALLBACKS))
    families = [family for path in own for family in _families(path)]
    for family in families:
        QFont.insertSubstitutions(family, list(FALLBACKS))
    return families[0] if families else SERIF


def _families(path: Path) -> list[str]:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    if not families:
        _log.warning("%s is not a font that can be used. Save it as OpenType or TrueType (.otf, .ttf).", path)
    return families


def _load(package: str, pattern: str) -> None:
    spec = find_spec(package)
    folder = Path(spec.origin).parent if spec and spec.origin else None
    if folder:
        for path in folder.rglob(pattern):
            QFontDatabase.addApplicationFont(str(path))
