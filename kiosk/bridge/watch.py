"""Noticing that files have changed while the show goes on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SETTLE_MS = 150
"""A file that is being saved changes several times; this long after the last of them it is read."""
LOOK_MS = 60_000
"""How often `changed` comes without news: neither what another computer does to a share, nor a file that is written
over where it lies, is told by the system."""
MOST_FOLDERS = 64


class Watch(QObject):
    """Watches files and folders: `changed` comes when they may have changed, and once a minute in any case.

    A file may be gone for a moment, as it is while an editor puts a new one in its place: its folder is watched, too.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: set[str] = set()
        self._system = QFileSystemWatcher(self)
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._tell)
        self._system.fileChanged.connect(self._settling.start)
        self._system.directoryChanged.connect(self._settling.start)
        self._look = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._look.timeout.connect(self.changed)

    def follow(self, files: Iterable[Path], folders: Iterable[Path] = ()) -> None:
        """From now on, watch `files` with the folders they are in, and the first `MOST_FOLDERS` of `folders`."""
        files = tuple(files)
        beside = {file.parent for file in files} | set(sorted(folders)[:MOST_FOLDERS])
        self._wanted = {os.fspath(path) for path in (*files, *beside)}
        watched = {*self._system.files(), *self._system.directories()}
        if gone := watched - self._wanted:
            self._system.removePaths(list(gone))
        self._watch_all()
        self._look.start()

    def _watch_all(self) -> None:
        """Also those that were put in the place of others."""
        watched = {*self._system.files(), *self._system.directories()}
        there = [path for path in self._wanted - watched if os.path.lexists(path)]
        if there:
            self._system.addPaths(there)

    def _tell(self) -> None:
        self._watch_all()
        self.changed.emit()
