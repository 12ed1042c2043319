"""The typefaces of a proof sheet, packed into it, so that it looks the same on every machine."""

from __future__ import annotations

import base64
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.text import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Face(NamedTuple):
    """A file of the package, and how it is asked for in CSS."""

    package: str
    file: str
    family: str
    weight: str
    style: str = "normal"


SERIF, SANS, ARABIC = "Source Serif 4", "Source Sans Pro", "Noto Sans Arabic"
_FACES = (
    Face("fontpkg_source_serif_4", "SourceSerif4[[]opsz,wght].ttf", SERIF, "200 900"),
    Face("fontpkg_source_serif_4", "SourceSerif4-Italic*.ttf", SERIF, "200 900", "italic"),
    Face("font_source_sans_pro", "SourceSansPro-Regular.ttf", SANS, "400"),
    Face("font_source_sans_pro", "SourceSansPro-Semibold.ttf", SANS, "600"),
)
_ARABIC = Face("fontpkg_noto_sans_arabic", "NotoSansArabic*.ttf", ARABIC, "100 900")


def font_faces(languages: Iterable[str]) -> Iterator[str]:
    """The rules of CSS that carry the faces which `languages` need; those not installed are left to the system."""
    for face in (*_FACES, *((_ARABIC,) if any(map(is_right_to_left, languages)) else ())):
        spec = find_spec(face.package)
        folder = Path(spec.origin).parent if spec and spec.origin else None
        for file in sorted(folder.rglob(face.file))[:1] if folder else ():
            data = base64.b64encode(file.read_bytes()).decode("ascii")
            yield (
                f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; font-style: {face.style}; '
                f"src: url(data:font/ttf;base64,{data}); }}\n"
            )
