"""The mouse's pointer, which nobody sees until a real mouse is moved, whatever lies beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF


class Pointer:
    """Hidden from the beginning, and again by each finger."""

    def __init__(self) -> None:
        self._hidden = False
        self._was_at: QPointF | None = None
        self.hide()

    def notice(self, event: QEvent) -> None:
        """Something was done to the window. That the pointer lies where the window came up is no move."""
        if event.type() == QEvent.Type.TouchBegin:
            self.hide()
        elif event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._follow(event)

    def _follow(self, event: QMouseEvent) -> None:
        if event.source() == Qt.MouseEventSource.MouseEventNotSynthesized:
            place = event.globalPosition()
            if self._was_at is not None and place != self._was_at:
                self.show()
            self._was_at = place

    def hide(self) -> None:
        """A finger is here, and no mouse."""
        if not self._hidden:
            self._hidden = True
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)

    def show(self) -> None:
        """A mouse is here."""
        if self._hidden:
            self._hidden = False
            QGuiApplication.restoreOverrideCursor()
