"""The pages of a proof sheet: their feet, the room on them, and how columns go on from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.bridge.proofs.setting import LINE, MM, PT, QUIET, Face, height_of, nothing, text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kiosk.bridge.proofs.setting import Piece

LEFT, TOP, BOTTOM = 13 * MM, 13 * MM, 16 * MM
WIDTH, HEIGHT = 210 * MM - 2 * LEFT, 297 * MM - TOP - BOTTOM
GAP = 4 * MM
"""Between columns."""
FOOT = Face(7.5, colour=QUIET)


class Paper:
    """Pages of A4 in `file`, from the first that is begun to `end`. `y` is where there is room on the current one.

    `running` stands at the foot of each page but the first. Raises OSError where the file cannot be written.
    """

    def __init__(self, file: Path, title: str, running: str) -> None:
        self._running = running
        self._writer = QPdfWriter(str(file))
        self._writer.setResolution(72 * PT)
        self._writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        self._writer.setTitle(title)
        self._writer.setCreator("Kiosk Gallery")
        self.painter = QPainter()
        if not self.painter.begin(self._writer):
            raise OSError(None, "the file cannot be made")
        self.pages = 1
        self.y = TOP
        self.marks: list[tuple[str, int]] = []

    @property
    def room(self) -> float:
        """How much of the current page is left."""
        return TOP + HEIGHT - self.y

    def mark(self, title: str) -> None:
        """Let readers find this page by a bookmark."""
        self.marks.append((title, self.pages - 1))

    def turn(self) -> None:
        """Go on with a new page, unless this one is empty."""
        if self.y == TOP:
            return
        self._foot()
        if not self._writer.newPage():
            raise OSError(None, "no more pages can be written")
        self.pages += 1
        self.y = TOP

    def keep(self, height: float) -> None:
        """Go on with a new page unless this much fits on the current one."""
        if height > self.room:
            self.turn()

    def put(self, pieces: Sequence[Piece]) -> None:
        """A column as wide as the page."""
        self.columns([pieces], WIDTH)

    def columns(self, columns: Sequence[Sequence[Piece]], width: float) -> None:
        """Columns of this width beside each other, going on over as many pages as they need."""
        left = [list(column) for column in columns]
        while any(left):
            start, end = self.y, self.y
            for place, column in enumerate(left):
                y = start
                count = _fitting(column, self.room, fresh=start == TOP)
                for piece in column[:count]:
                    piece.draw(self.painter, LEFT + place * (width + GAP), y)
                    y += piece.height
                del column[:count]
                end = max(end, y)
            for place in range(1, len(columns)):
                x = LEFT + place * (width + GAP) - GAP / 2
                self.painter.fillRect(QRectF(x, start, 0.5 * PT, end - start), QColor(LINE))
            self.y = end if end > start else TOP + HEIGHT
            left = [_without_space(column) for column in left]
            if any(left):
                self.turn()

    def gap(self, points: float) -> None:
        """Leave so many points free, if there are so many."""
        if self.y > TOP:
            self.y = min(self.y + points * PT, TOP + HEIGHT)

    def end(self) -> None:
        """Finish the last page. Raises OSError where something was not written."""
        self._foot()
        if not self.painter.end():
            raise OSError(None, "the pages could not be written")

    def _foot(self) -> None:
        y = TOP + HEIGHT + 6 * MM
        if self.pages > 1:
            text(self._running, "en", FOOT, WIDTH - 20 * MM)[0].draw(self.painter, LEFT, y)
        text(str(self.pages), "en", FOOT, WIDTH, at_end=True)[0].draw(self.painter, LEFT, y)


def _fitting(column: Sequence[Piece], room: float, *, fresh: bool) -> int:
    """How many pieces fit, those that hold the next one not parted from it; on a fresh page at least one does."""
    count, taken = 0, 0.0
    while count < len(column) and taken + column[count].height <= room:
        taken += column[count].height
        count += 1
    if count == len(column):
        return count
    whole = count
    while whole and column[whole - 1].holds:
        whole -= 1
    if whole or not fresh:
        return whole
    return max(1, count)


def _without_space(column: list[Piece]) -> list[Piece]:
    """A column that goes on on the next page: not with space."""
    start = 0
    while start < len(column) and column[start].draw is nothing:
        start += 1
    return column[start:]


def fits(columns: Sequence[Sequence[Piece]]) -> float:
    """How high columns beside each other are."""
    return max(map(height_of, columns), default=0.0)
