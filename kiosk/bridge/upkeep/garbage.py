"""Python's garbage, collected where Qt's objects live."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer, Slot

EVERY_MS = 5_000


class Garbage(QObject):
    """Collects now and then, on its own thread; for as long as the program runs no thread collects by itself any more.

    Python collects on whichever thread happens to make an object, and an object of Qt that is found there takes its
    timers and children with it, which only their own thread may destroy.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._look = QTimer(self, interval=EVERY_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._look.timeout.connect(self.collect)
        self._look.start()

    @Slot()
    def collect(self) -> None:
        """The generations of which Python would say that it is time, the oldest of them and all younger ones."""
        due = [
            age for age, (made, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if made > most
        ]
        if due:
            gc.collect(due[-1])
