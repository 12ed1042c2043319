"""How fast a show's own time runs: as in the museum, unless somebody wants hours of it in minutes.

Its clock is passed in; this is for what has to keep step with it. A `Timer` waits for something that falls due in the
show: a page, a question, an opening hour. What waits for the machine (a file half saved, a picture being loaded) is a
plain QTimer, however fast the show is. What QML moves goes by `Motion`, which is told the tempo by `Look`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class _Tempo:
    """Of the process, as its event loop is."""

    speed = 1.0


def tempo() -> float:
    """Seconds of the show in a second of the world."""
    return _Tempo.speed


def hasten(speed: float) -> None:
    """Have so many from now on. What QML moves hears of it only at first, and by `Look.hasten`."""
    _Tempo.speed = speed


class Timer(QTimer):
    """A QTimer by the show's time: all of its milliseconds are the show's own, as fast as that runs when it starts."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        singleShot: bool = False,
        interval: int = 0,
        timerType: Qt.TimerType = Qt.TimerType.CoarseTimer,
    ) -> None:
        super().__init__(parent, singleShot=singleShot, timerType=timerType)
        self.setInterval(interval)

    def start(self, msec: int | None = None) -> None:
        """Begin to wait, for the interval that it has or another."""
        self.setInterval(self._waits_ms if msec is None else msec)
        super().start()

    def setInterval(self, msec: int) -> None:
        self._waits_ms = msec
        super().setInterval(round(msec / _Tempo.speed))

    def remainingTime(self) -> int:
        """Milliseconds that it still waits; -1 while it does not."""
        left = super().remainingTime()
        return round(left * _Tempo.speed) if left > 0 else left
