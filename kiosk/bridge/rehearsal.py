"""The clock of a rehearsal for QML, so that nobody takes it for the real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kiosk.bridge.words import Words

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Rehearsal"]

LOOK_MS = 1000


@QmlElement
@made_in_python
class Rehearsal(QObject):
    """What `clock` shows, in words; nothing, and nothing wakes up, if the show is none (`on` False)."""

    changed = Signal()

    def __init__(self, clock: Callable[[], datetime], words: Words, parent: QObject, *, on: bool) -> None:
        super().__init__(parent)
        self._clock = clock
        self._words = words
        self._on = on
        self._told = ""
        if on:
            tick = QTimer(self, interval=LOOK_MS)
            tick.timeout.connect(self.look)
            tick.start()
            self.look()

    @Slot()
    def look(self) -> None:
        """Read the clock."""
        told = self._words.moment(self._clock()) if self._on else ""
        if told != self._told:
            self._told = told
            self.changed.emit()

    @Property(str, notify=changed)
    def clock(self) -> str:
        return self._told
