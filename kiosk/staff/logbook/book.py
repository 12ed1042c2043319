"""The log of a show: on the standard error from the beginning, in memory, and in files as soon as the show is on."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections import deque
from typing import TYPE_CHECKING

from kiosk.staff.logbook.beside import Beside
from kiosk.staff.logbook.dam import Dam
from kiosk.staff.logbook.journal import for_journal, for_terminal, is_journal, write_to_stderr
from kiosk.staff.logbook.line import Wording, read_line, written_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.staff.logbook.files import LogFiles
    from kiosk.staff.logbook.line import Line

OURS = "kiosk"
"""The logger that may say more than what is wrong."""
MOST_LINES = 500
"""Of this run, in memory."""


class Logbook(logging.Handler):
    """What is logged, for as long as the program runs. Nobody who logs waits for a disk or a terminal.

    What is logged over and over is held back here, before anything else hears of it. `now`: seconds of a clock that
    only runs on.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic, wording: Wording | None = None) -> None:
        super().__init__(logging.INFO)
        self._now = now
        self._wording = wording or Wording()
        self._dam = Dam(now)
        self._lines: deque[str] = deque(maxlen=MOST_LINES)
        self._stderr: Beside | None = None
        self._files: LogFiles | None = None
        self._on_disk: Beside | None = None
        self._journal = False

    def begin(self) -> None:
        """Hear of what is logged from now on. Where others write on the standard error, nothing is said there."""
        root = logging.getLogger()
        if not root.handlers:
            self._journal = sys.stderr is not None and is_journal(2, os.environ)
            self._stderr = Beside(write_to_stderr, self._now, quietly=True)
        if self not in root.handlers:
            root.addHandler(self)
        logging.getLogger(OURS).setLevel(logging.INFO)

    def keep(self, folder: Path) -> None:
        """Write down what was logged until now, and from now on, in files in `folder`."""
        from kiosk.staff.logbook.files import LogFiles  # noqa: PLC0415 - not before the first picture is there

        if self._files:
            return
        self._files = files = LogFiles(folder)
        beside = Beside(files.write, self._now)
        self.acquire()
        try:
            for line in self._lines:
                beside.put(line)
            self._on_disk = beside
        finally:
            self.release()

    def emit(self, record: logging.LogRecord) -> None:
        """Remember a record, unless it was there just now, and hand it on."""
        try:
            words = self._dam.passes(record.name, self._wording.words(record))
        except Exception:  # noqa: BLE001 - a record that cannot be worded is the programmer's fault, not the show's
            self.handleError(record)
            return
        if words is None:
            return
        line = written_line(record.created, record.levelno, record.name, words)
        self._lines.append(line)
        if self._on_disk:
            self._on_disk.put(line)
        if self._stderr and (self._journal or record.levelno >= logging.WARNING):
            spoken = for_journal if self._journal else for_terminal
            self._stderr.put(spoken(record.levelno, record.name, words))

    def lines(self, most: int) -> list[Line]:
        """The last lines, of runs before, too; the latest first. Reads files."""
        written = self._files.last_lines(most) if self._files else []
        known = set(written)
        held = (line.partition("\n")[0] for line in reversed(self._lines.copy()))
        lines = [*(line for line in held if line not in known), *written]
        return [line for each in lines if (line := read_line(each))][:most]

    def flush(self) -> None:
        """Wait until all is written, but not for long."""
        for beside in (self._on_disk, self._stderr):
            if beside:
                beside.flush()

    def close(self) -> None:
        """Write down what is left, and hear of nothing more."""
        logging.getLogger().removeHandler(self)
        on_disk, self._on_disk, stderr, self._stderr = self._on_disk, None, self._stderr, None
        for beside in (on_disk, stderr):
            if beside:
                beside.close()
        if self._files:
            self._files.close()
        super().close()


def running_logbook() -> Logbook | None:
    """The one of this program, once it has begun: there is one log, as for all that is logged."""
    return next((each for each in logging.getLogger().handlers if isinstance(each, Logbook)), None)


def last_lines(most: int) -> list[Line]:
    """The last lines of the running one, the latest first. Reads files."""
    logbook = running_logbook()
    return logbook.lines(most) if logbook else []
