"""The measures of type for QML: how large text is, and how many letters fit into a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQml import QmlElement

from kiosk.bridge.look.fonts import ARABIC, SANS, family_for
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.exhibition.text import primary
from kiosk.visit.session import TextSize

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Typography", "line_ems"]

LINE_CHARACTERS = 53
"""Characters that a line of a label has room for. It breaks between words, some letters before that: 45 to 55 are read
in a line (Smithsonian Guidelines for Accessible Exhibition Design)."""
LINE_SYLLABLES = 34
"""The same in Chinese, Japanese and Korean: not more than 40 (WCAG 2.2, 1.4.8)."""
SYLLABIC = frozenset(("ja", "ko", "zh"))
NARROWEST, WIDEST = 18.0, 27.0
"""The em of a line, whatever a font file says of itself."""
USUAL_EM = 0.45
USUAL_SYLLABLE_EM = 0.75
"""Em of a character where nothing is there to be measured."""
MEASURED_PX = 1000
USUAL_CAPITAL = 0.66
LEAST_CAPITAL = 0.5
"""The share of an em that a capital letter has at least; a font that claims less is taken at this."""


def line_ems(family: str, sample: str, language: str) -> float:
    """The width, in em, of a line of labels in `language`, by the letters of `sample` in the font they are set in."""
    most = LINE_SYLLABLES if primary(language) in SYLLABIC else LINE_CHARACTERS
    return min(max(NARROWEST, most * _mean_em(family, sample, language)), WIDEST)


def _mean_em(family: str, sample: str, language: str) -> float:
    if not sample:
        return USUAL_SYLLABLE_EM if primary(language) in SYLLABIC else USUAL_EM
    return _metrics(family).horizontalAdvance(sample) / len(sample) / MEASURED_PX


def capital_share(family: str) -> float:
    """The height of a capital H, in em."""
    height = _metrics(family).tightBoundingRect("H").height() / MEASURED_PX
    return max(height, LEAST_CAPITAL) if height else USUAL_CAPITAL


def _metrics(family: str) -> QFontMetricsF:
    font = QFont(family)
    font.setPixelSize(MEASURED_PX)
    return QFontMetricsF(font)


@QmlElement
@made_in_python
class Typography(QObject):
    """The measures of the text of labels; `serif` is the family that titles and descriptions are set in."""

    changed = Signal()

    def __init__(self, serif: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._serif = serif
        self._sans_capital = capital_share(SANS)
        self._serif_capital = capital_share(serif)
        arabic = _metrics(ARABIC)
        self._arabic = arabic.ascent() / MEASURED_PX, arabic.descent() / MEASURED_PX
        self._scales: Mapping[TextSize, float] = dict.fromkeys(TextSize, 1.0)
        self._size = TextSize.NORMAL
        self._line_ems = LINE_CHARACTERS * USUAL_EM

    @property
    def size(self) -> TextSize:
        """What the visitor reads at now."""
        return self._size

    def fit(self, scales: Mapping[TextSize, float]) -> None:
        """How many times larger than normal each size is here."""
        self._become(scales, self._size, self._line_ems)

    def read_at(self, size: TextSize) -> None:
        """The visitor reads text of this size."""
        self._become(self._scales, size, self._line_ems)

    def speak(self, sample: str, language: str) -> None:
        """The visitor reads labels such as `sample`, which is in `language`."""
        family = family_for(language) or (SANS if primary(language) in SYLLABIC else self._serif)
        self._become(self._scales, self._size, line_ems(family, sample, language))

    def _become(self, scales: Mapping[TextSize, float], size: TextSize, ems: float) -> None:
        if (scales, size, ems) != (self._scales, self._size, self._line_ems):
            self._scales, self._size, self._line_ems = scales, size, ems
            self.changed.emit()

    @Property(float, notify=changed)
    def scale(self) -> float:
        return self._scales[self._size]

    @Property(float, notify=changed)
    def lineEms(self) -> float:
        return self._line_ems

    @Property(float, constant=True)
    def arabicAscent(self) -> float:
        """How high and deep the font reaches that Arabic words are set in wherever they stand, in em."""
        return self._arabic[0]

    @Property(float, constant=True)
    def arabicDescent(self) -> float:
        return self._arabic[1]

    @Property(float, constant=True)
    def sansCapital(self) -> float:
        return self._sans_capital

    @Property(float, constant=True)
    def serifCapital(self) -> float:
        return self._serif_capital
