"""Turns of pages that come too fast wait, so that a visitor in a rush never sees more than three flashes a second."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.slideshow import Move
    from kiosk.visit.playlist import Playlist


class Turn(NamedTuple):
    """A turn of `by` pages to `goal`."""

    goal: Playlist
    by: int
    move: Move


class Pace(QObject):
    """Lets one turn through at a time; of those that come meanwhile the last one waits. `now` is in seconds."""

    changed = Signal()

    def __init__(self, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._turned_at = float("-inf")
        self._make: Callable[[Playlist, int, Move], None] | None = None
        self.waiting: Turn | None = None
        self._due = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self._go)

    def turn(self, turn: Turn, make: Callable[[Playlist, int, Move], None], least_s: float) -> None:
        """Make a turn, at the earliest `least_s` seconds after the one before."""
        self.waiting, self._make = turn, make
        wait_s = self._turned_at + least_s - self._now()
        if wait_s <= 0:
            self._go()
        elif not self._due.isActive():
            self._due.start(ceil(1000 * wait_s))
            self.changed.emit()

    def drop(self) -> None:
        """Forget the turn that waits; something else is shown now."""
        self.waiting = None
        if self._due.isActive():
            self._due.stop()
            self.changed.emit()

    def _go(self) -> None:
        turn, make = self.waiting, self._make
        self.drop()
        if turn and make:
            self._turned_at = self._now()
            make(*turn)
        self.changed.emit()
