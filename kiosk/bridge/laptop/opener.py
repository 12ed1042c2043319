"""Opening what somebody named, beside the show: it may lie on a stick, or have to be unpacked first."""

from __future__ import annotations

import contextlib
import logging
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.bridge.aside import eventually
from kiosk.exhibition.problems import Problem
from kiosk.staff.laptop.opening import CannotOpen, Opened, open_named

if TYPE_CHECKING:
    from pathlib import Path

_EVERY = 10
_log = logging.getLogger("kiosk")


class Opener(QObject):
    """One thing at a time: `opened(Opened)`, or `refused(path, problems)`; `progressed(done, total)` until then."""

    opened = Signal(object)
    refused = Signal(object, object)
    progressed = Signal(int, int)
    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.busy = False
        self._done.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def open(self, named: Path) -> None:
        """Find out whether it can be shown, unless something else is being opened."""
        if not self.busy:
            self.busy = True
            eventually(threading.Thread(target=self._work, args=(named,), name="open", daemon=True))

    def _work(self, named: Path) -> None:
        found: Opened | tuple[Problem, ...]
        try:
            found = open_named(named, self._tell)
        except CannotOpen as cannot:
            found = cannot.problems
        except Exception as error:  # noqa: BLE001 - whatever it is: who waits for ever opens nothing more
            _log.exception("unexpected error while an exhibition was opened")
            remedy = "The log tells what it was."
            found = (Problem(rule="unexpected", message=f"It cannot be opened: {error}.", remedy=remedy, file=named),)
        with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
            self._done.emit(named, found)

    def _tell(self, done: int, total: int) -> None:
        if done % _EVERY == 0 or done == total:
            with contextlib.suppress(RuntimeError):  # see above
                self.progressed.emit(done, total)

    @Slot(object, object)
    def _hear(self, named: Path, found: Opened | tuple[Problem, ...]) -> None:
        self.busy = False
        if isinstance(found, Opened):
            self.opened.emit(found)
        else:
            self.refused.emit(named, found)
