"""A graphics card that is lost while it draws: Qt makes all anew, or says nothing and draws no more."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtQuick import QQuickWindow

PATIENCE_MS = 5000
"""The longest wait for the first frame after a loss; Qt tries once, and tells nobody when that fails."""
MOST, WITHIN_S = 3, 3600.0
"""A card that is lost more often than that is no card to show pictures with."""

_log = logging.getLogger(__name__)


class LostCard(QObject):
    """Looks after one window. `given_up` tells why nothing can be drawn with this card any more.

    A card is lost when its driver is renewed or reset, when a computer wakes up, or when it is taken away.
    """

    given_up = Signal(str)

    def __init__(
        self, window: QQuickWindow, parent: QObject | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._now = now
        self._losses: list[float] = []
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._note_silence)
        self._hidden = False
        # Heard on this thread, whichever draws, and in this order.
        window.sceneGraphInvalidated.connect(self._note_loss)
        window.visibleChanged.connect(self._note_hidden)

    @Slot(bool)
    def _note_hidden(self, shown: bool) -> None:
        """A window that is hidden gives back what it draws with, and it may be shown again before that is heard of."""
        if shown:
            self._window.frameSwapped.connect(self._note_back, Qt.ConnectionType.SingleShotConnection)
        else:
            self._hidden = True

    @Slot()
    def _note_back(self) -> None:
        self._hidden = not self._window.isVisible()

    @Slot()
    def _note_loss(self) -> None:
        if self._hidden:
            return
        self._losses = [*(loss for loss in self._losses if loss > self._now() - WITHIN_S), self._now()]
        if len(self._losses) > MOST:
            self.given_up.emit("the graphics card is lost again and again.")
            return
        self._window.frameSwapped.connect(self._note_frame, Qt.ConnectionType.SingleShotConnection)
        self._window.update()
        self._limit.start(PATIENCE_MS)

    @Slot()
    def _note_frame(self) -> None:
        if self._limit.isActive():
            self._limit.stop()
            _log.warning("the graphics card was lost while it drew. It draws again, and all pictures are back.")

    @Slot()
    def _note_silence(self) -> None:
        if self._window.isExposed():
            self.given_up.emit("the graphics card was lost while it drew, and did not come back.")
