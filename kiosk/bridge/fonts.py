"""The typefaces: Source Sans and Source Serif from their packages, Noto for Arabic, the system's for other scripts."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def load_fonts(own: Iterable[Path] = ()) -> None:
    """Make the program's faces known, and the exhibition's `own` font files."""
    for package, files in FACES.items():
        for file in files:
            _load(package, file)
    for family in (SANS, SERIF):
        QFont.insertSubstitutions(family, list(FALLBACKS))
    for path in own:
        QFontDatabase.addApplicationFont(str(path))


def _load(package: str, pattern: str) -> None:
    spec = find_spec(package)
    folder = Path(spec.origin).parent if spec and spec.origin else None
    if folder:
        for path in folder.rglob(pattern):
            QFontDatabase.addApplicationFont(str(path))
