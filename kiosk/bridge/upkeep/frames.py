"""Counts the frames of whichever window is shown, and how long each came after the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from kiosk.fleet.figures import GAP_LIMITS_S, STILL_S
from kiosk.fleet.histogram import Histogram

if TYPE_CHECKING:
    from collections.abc import Callable


class Frames(QObject):
    """As the thread hears of them that also handles touches. `now`: seconds of a clock that only runs on."""

    def __init__(self, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown = 0
        self.gaps = Histogram(GAP_LIMITS_S)
        self._now = now
        self._at: float | None = None
        self._window: QQuickWindow | None = None

    def find_window(self) -> None:
        """From now on count those of the window that is shown now."""
        each = (each for each in QGuiApplication.topLevelWindows() if isinstance(each, QQuickWindow))
        window = next((found for found in each if found.isVisible()), None)
        if window is not self._window:
            self._window, self._at = window, None
            if window:
                window.frameSwapped.connect(self._count)

    @Slot()
    def _count(self) -> None:
        if self.sender() is not self._window:
            return
        self.shown += 1
        now, before = self._now(), self._at
        self._at = now
        if before is not None and now - before < STILL_S:
            self.gaps.add(now - before)
