"""Looking at the files of pictures without waiting for the disk, or the network drive, that they lie on."""

from __future__ import annotations

import contextlib
import queue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.bridge.aside import aside

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.pictures.storage.cache import Cache

PATIENCE_MS = 2000
"""A drive that takes longer to answer is no drive to wait for: its pictures are taken for what they were."""


class Sources(QObject):
    """Has the status of pictures looked at on a thread of its own: then `cache` knows, and `looked(source)` comes.

    After some patience it comes in any case, and what was learned of a picture the last time is believed. A drive that
    hangs keeps that thread, and nobody else.
    """

    looked = Signal(object)
    _seen = Signal(object)

    def __init__(self, cache: Cache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._awaited: set[Path] = set()
        self._asked: queue.SimpleQueue[Path | None] = queue.SimpleQueue()
        self._looking = False
        self._seen.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    def look(self, source: Path) -> None:
        """Have a picture looked at; returns at once."""
        if source in self._awaited:
            return
        self._awaited.add(source)
        self._asked.put(source)
        if not self._patience.isActive():  # a visitor who turns pages keeps nobody waiting for longer
            self._patience.start()
        if not self._looking:
            self._looking = True
            aside(self, self._work, name="sources")

    def close(self) -> None:
        """Look at nothing more."""
        self._awaited.clear()
        self._patience.stop()
        self._asked.put(None)

    def _work(self) -> None:
        """Until there is nothing more to do; whoever uses this may be gone by then."""
        with contextlib.suppress(RuntimeError):
            while source := self._asked.get():
                self._cache.register.look(source)
                self._seen.emit(source)

    def _hear(self, source: Path) -> None:
        if source in self._awaited:
            self._awaited.discard(source)
            if not self._awaited:
                self._patience.stop()
            self.looked.emit(source)

    def _give_up(self) -> None:
        late, self._awaited = self._awaited, set()
        for source in late:
            self._cache.register.believe(source)
            self.looked.emit(source)
