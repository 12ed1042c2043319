"""How evenly a window lives: how long the thread that draws it makes wait, all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.staff.soak.gaps import Gaps

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtQuick import QQuickWindow

BEAT_MS = 16


class Pulse(QObject):
    """Of the thread that handles what visitors do and, with the software renderer, draws.

    `gaps`: from one beat of 16 ms to the next, whether or not anything moves: no frame can be shown in between.
    `drawn`: the frames that were. `now` is in seconds of the world.
    """

    def __init__(self, window: QQuickWindow, now: Callable[[], float]) -> None:
        super().__init__()
        self.gaps = Gaps()
        self.drawn = 0
        self._window = window
        self._now = now
        self._at: float | None = None
        self._beat = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._turn)
        self._beat.start()
        window.frameSwapped.connect(self._draw)

    def forget(self) -> None:
        """Do not count the time since the last beat: the process was not running."""
        self._at = None

    def end(self) -> None:
        """Count no more."""
        self._beat.stop()
        self._window.frameSwapped.disconnect(self._draw)

    def _turn(self) -> None:
        now, before = self._now(), self._at
        self._at = now
        if before is not None:
            self.gaps.add(now - before)

    def _draw(self) -> None:
        self.drawn += 1
