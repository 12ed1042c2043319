"""Setting text for paper: paragraphs become lines of known height, each of which can be drawn on whatever page it gets.

Lengths are in twentieths of a point, which are the pixels of the PDF (1440 to the inch): no rounding shows.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from kiosk.bridge.look.fonts import FALLBACKS, SANS, SERIF, family_for
from kiosk.exhibition.text import is_right_to_left, is_upright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PT = 20
MM = 72 / 25.4 * PT
INK, QUIET, LINE, PEN, BLUE, CARD = "#1d1b18", "#6a645a", "#d9d3c7", "#b3261e", "#2b5c7c", "#f7f4ee"


class Face(NamedTuple):
    """How text is set: size in points, serif or not, and its colour. `leading` is the height of a line in sizes."""

    size: float
    serif: bool = False
    bold: bool = False
    italic: bool = False
    colour: str = INK
    leading: float = 1.36


class Piece(NamedTuple):
    """Something of a column that no page parts: its height, and how it is drawn with its top left corner at a point.

    `holds`: the next piece belongs on the same page.
    """

    height: float
    draw: Callable[[QPainter, float, float], None]
    holds: bool = False


def text(
    words: str, language: str, face: Face, width: float, *, holds: bool = False, at_end: bool = False
) -> list[Piece]:
    """A paragraph as its lines, which begin where its language begins them, or stand `at_end` on the right."""
    layout = QTextLayout(words.replace("\n", "\N{LINE SEPARATOR}"), font_of(face, language))
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if is_right_to_left(language) else Qt.LayoutDirection.LeftToRight
    )
    right = at_end or is_right_to_left(language)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    lines = range(_broken(layout, width))
    height = face.size * PT * (face.leading + (0.2 if is_right_to_left(language) else 0))
    return [Piece(height, _drawn(layout, line, height, face.colour), holds) for line in lines]


def space(points: float) -> Piece:
    """Nothing, so many points of it."""
    return Piece(points * PT, nothing, holds=True)


def nothing(_painter: QPainter, _x: float, _y: float) -> None:
    """How space is drawn."""


def rule(width: float, colour: str = LINE, thickness: float = 0.5) -> Piece:
    """A line across a column, with the room above what it divides from."""

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.fillRect(QRectF(x, y, width, thickness * PT), QColor(colour))

    return Piece(thickness * PT, draw, holds=True)


def height_of(pieces: Iterable[Piece]) -> float:
    """How high a column is."""
    return sum(piece.height for piece in pieces)


def draw_all(pieces: Iterable[Piece], painter: QPainter, x: float, y: float) -> float:
    """Draw pieces below each other, and return where they end."""
    for piece in pieces:
        piece.draw(painter, x, y)
        y += piece.height
    return y


@cache
def font_of(face: Face, language: str) -> QFont:
    """The font for a text of that language, at the resolution of the paper."""
    upright = is_upright(language)
    own = family_for(language) or (SERIF if face.serif and not upright else SANS)
    font = QFont([own, SANS, *FALLBACKS])
    font.setPixelSize(round(face.size * PT))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(QFont.Weight.DemiBold if face.bold or (face.italic and upright) else QFont.Weight.Normal)
    font.setItalic(face.italic and not upright)
    return font


def _broken(layout: QTextLayout, width: float) -> int:
    """Break the text into lines; how many they are."""
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout.lineCount()


def _drawn(layout: QTextLayout, place: int, height: float, colour: str) -> Callable[[QPainter, float, float], None]:
    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QColor(colour))
        line = layout.lineAt(place)
        line.draw(painter, QPointF(x, y + (height - line.height()) / 2))

    return draw
