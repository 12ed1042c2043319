"""Reading the files of a show again when they change, beside the show."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.bridge.aside import aside
from kiosk.bridge.watch import Watch
from kiosk.exhibition.config import waits_for_install
from kiosk.exhibition.installed import is_bundle, pointer_file
from kiosk.exhibition.places import cache_folder, content_folder, state_folder
from kiosk.staff.reach import touch
from kiosk.staff.revision import read_again

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.staff.revision import Asked, Revision

SILENT_MS = 30_000
"""What has not been read after so long lies on a disk or a network drive that does not answer."""


class Revisions(QObject):
    """What the files of `asked` say: `came(revision)` after `look`, and whenever they may have changed since then.

    They are read on a thread of its own, one time at once; what changes meanwhile is read before `came` tells of it.
    `silent` comes once when that takes so long that staff should know, and `came` whenever it is done after all.
    """

    came = Signal(object)
    silent = Signal()
    _read = Signal(object)

    def __init__(self, asked: Asked, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked = asked
        self._reading = self._stale = self._ended = False
        self._last: Revision | None = None
        self._watch = Watch(self)
        self._watch.changed.connect(self.look)
        self._read.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._patience = QTimer(self, singleShot=True, interval=SILENT_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._patience.timeout.connect(self.silent)

    @property
    def asked(self) -> Asked:
        """What is to be shown."""
        return self._asked

    def ask(self, asked: Asked) -> None:
        """From now on, read something else."""
        self._asked = asked
        self.look()

    def look(self) -> None:
        """Read the files."""
        self._stale = self._reading
        if not self._reading and not self._ended:
            self._reading = True
            self._patience.start()
            aside(self, self._work, self._asked, self._last, name="revision")

    def end(self) -> None:
        """Tell of nothing more."""
        self._ended = True
        self._patience.stop()

    def files(self, revision: Revision) -> tuple[Path, ...]:
        """What staff write: the manifest, the configuration if there is one, and what says which one is installed."""
        config = self._asked.config
        installed = () if self._asked.exhibition else (pointer_file(),)
        named = self._asked.exhibition
        bundle = (named.absolute(),) if named and is_bundle(named) else ()
        return (*((config.absolute(),) if config else ()), revision.manifest, *bundle, *installed)

    def _work(self, asked: Asked, before: Revision | None) -> None:
        revision = None
        try:
            touch(state_folder())  # where that hangs nothing can begin, and nothing be noted
            revision = read_again(asked, cache_folder() / "exhibitions", before)
            if not asked.exhibition and waits_for_install(revision.config.exhibition):
                with contextlib.suppress(OSError):  # a folder that is there is watched: the first install shows at once
                    content_folder().mkdir(parents=True, exist_ok=True)
        finally:
            with contextlib.suppress(RuntimeError):  # the show is over, and this object gone
                self._read.emit(revision)

    def _hear(self, revision: Revision | None) -> None:
        self._reading = False
        self._patience.stop()
        if self._ended or revision is None:  # why there is none, the log tells; what changes next is read again
            return
        self._last = revision
        self._watch.follow(self.files(revision), revision.folders)
        if self._stale:
            self.look()
        else:
            self.came.emit(revision)
