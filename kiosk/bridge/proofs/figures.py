"""What is drawn on a proof sheet beside text: pictures with their marks, cards, and the boxes to sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPen

from kiosk.bridge.proofs.setting import BLUE, CARD, INK, LINE, MM, PEN, PT, QUIET, Face, Piece, draw_all, text
from kiosk.pictures.orders import Failed
from kiosk.pictures.refusal import display_name
from kiosk.staff.proofing.page import MIDDLE
from kiosk.staff.proofing.sheet import numbered

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kiosk.exhibition.model import Work
    from kiosk.staff.proofing.pictures import Small

HIGHEST = 72 * MM
_CARD_HEIGHT = 34 * MM
_CAPTION = Face(6.5, colour=QUIET)
_NUMBER = Face(6.5, bold=True, colour="#ffffff", leading=1.2)


def picture(work: Work, made: Small | Failed | None, width: float) -> Piece:
    """A work's picture with the marks on it, or a card that says why there is none; as wide as it may be."""
    if isinstance(made, Failed):
        return _card(made.message, made.remedy, width, PEN)
    if made is None:
        return _card("No picture", "The label is shown as a card.", width, LINE)
    image = QImage.fromData(made.jpeg)
    if image.isNull():
        return _card("The picture cannot be drawn here.", "Look at it on the sheet for browsers.", width, PEN)
    scale = min(width / image.width(), HIGHEST / image.height())
    frame = QRectF(0, 0, image.width() * scale, image.height() * scale)
    name = display_name(work.picture)[1:-1] if work.picture else ""
    caption = text(f"{name}, {made.width:,} × {made.height:,} pixels", "en", _CAPTION, width)

    def draw(painter: QPainter, x: float, y: float) -> None:
        placed = frame.translated(x, y)
        painter.drawImage(placed, image)
        _marks(painter, work, placed)
        draw_all(caption, painter, x, placed.bottom() + 1.2 * MM)

    return Piece(frame.height() + 1.2 * MM + sum(line.height for line in caption), draw, holds=True)


def sign(width: float, lines: int) -> Piece:
    """Boxes for approval and changes, a date and initials, and so many lines for notes."""
    gap, face = 6.5 * MM, Face(7.5)
    height = 14 * MM + lines * gap

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QPen(QColor(INK), 0.6 * PT))
        for place, words in enumerate(("approved", "change")):
            left = x + place * 24 * MM
            painter.setPen(QPen(QColor(INK), 0.6 * PT))
            painter.drawRect(QRectF(left, y + 0.3 * MM, 2.8 * MM, 2.8 * MM))
            draw_all(text(words, "en", face, 20 * MM), painter, left + 4.4 * MM, y)
        half = (width - 4 * MM) / 2
        for place, words in enumerate(("date", "initials")):
            left = x + place * (half + 4 * MM)
            draw_all(text(words, "en", Face(6.5, colour=QUIET), half), painter, left, y + 6 * MM)
            painter.fillRect(QRectF(left, y + 12.5 * MM, half, 0.6 * PT), QColor(INK))
        for line in range(1, lines + 1):
            painter.fillRect(QRectF(x, y + 12.5 * MM + line * gap, width, 0.4 * PT), QColor(LINE))

    return Piece(height, draw, holds=True)


def _marks(painter: QPainter, work: Work, frame: QRectF) -> None:
    if work.safe:
        left, top, right, bottom = work.safe
        _box(painter, frame, (left, top, right - left, bottom - top), BLUE, dashed=True)
    for number, detail in numbered(work):
        box = _box(painter, frame, detail.at, PEN)
        badge = QRectF(box.left(), box.top(), (3.2 + 1.2 * (number > 9)) * MM, 3 * MM)
        painter.fillRect(badge, QColor(PEN))
        draw_all(
            text(str(number), "en", _NUMBER, badge.width()), painter, badge.left() + 1 * MM, badge.top() + 0.1 * MM
        )
    if work.focus != MIDDLE:
        at = QPointF(frame.left() + work.focus[0] * frame.width(), frame.top() + work.focus[1] * frame.height())
        for colour, thickness in (("#ffffff", 2.2), (BLUE, 1.1)):
            painter.setPen(QPen(QColor(colour), thickness * PT))
            painter.drawEllipse(at, 1.8 * MM, 1.8 * MM)
        painter.setBrush(QColor(BLUE))
        painter.drawEllipse(at, 0.3 * MM, 0.3 * MM)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _box(
    painter: QPainter, frame: QRectF, part: tuple[float, float, float, float], colour: str, *, dashed: bool = False
) -> QRectF:
    left, top, width, height = part
    box = QRectF(
        frame.left() + left * frame.width(),
        frame.top() + top * frame.height(),
        width * frame.width(),
        height * frame.height(),
    )
    painter.setPen(QPen(QColor("#ffffff"), 2 * PT))
    painter.drawRect(box)
    pen = QPen(QColor(colour), 1 * PT)
    if dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRect(box)
    return box


def _card(heading: str, words: str, width: float, edge: str) -> Piece:
    inner = width - 10 * MM
    lines = text(heading, "en", Face(11, serif=True), inner)
    lines += text(words, "en", Face(8, colour=QUIET), inner)
    told = sum(line.height for line in lines)
    height = max(_CARD_HEIGHT, told + 8 * MM)

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.fillRect(QRectF(x, y, width, height), QColor(CARD))
        pen = QPen(QColor(edge), 0.8 * PT)
        if edge == PEN:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(QRectF(x, y, width, height))
        draw_all(lines, painter, x + 5 * MM, y + (height - told) / 2)

    return Piece(height, draw, holds=True)
