"""Noticing that files have changed while the show goes on."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from kiosk.bridge.aside import aside

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
    It comes, too, when something is watched that was not before, since it may have changed until then. What is there
    to be watched is found out on another thread: a network drive may take for ever to say so.
    """

    changed = Signal()
    _found = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: set[str] = set()
        self._looking = self._look_again = self._news = False
        self._found.connect(self._watch, Qt.ConnectionType.QueuedConnection)
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
        self._look_for()
        self._look.start()

    def _look_for(self) -> None:
        """Find out what else can be watched, also what was put in the place of something that was."""
        self._look_again = self._looking
        if self._looking:
            return
        self._looking = True
        watched = {*self._system.files(), *self._system.directories()}
        aside(self, self._find, self._wanted - watched, name="watch")

    def _find(self, wanted: set[str]) -> None:
        there = [path for path in wanted if os.path.lexists(path)]
        with contextlib.suppress(RuntimeError):  # the show is over, and this object gone
            self._found.emit(there)

    def _watch(self, there: list[str]) -> None:
        self._looking = False
        wanted = [path for path in there if path in self._wanted]
        added = set(wanted).difference(self._system.addPaths(wanted)) if wanted else ()
        news, self._news = self._news or bool(added), False
        if news:
            self.changed.emit()
        if self._look_again:
            self._look_for()

    def _tell(self) -> None:
        """Something has changed: it is told when what is there now is watched, too."""
        self._news = True
        self._look_for()
