"""One kiosk a screen: a lock that the system itself takes back when the program ends, however it ends."""

from __future__ import annotations

import hashlib
import logging
import os
import time
from typing import TYPE_CHECKING

from kiosk.exhibition import regular_files
from kiosk.staff.lock import QUIT, last_word, leave_word, lock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEATS = "screens"
"""The folder of the locks, in that of the state."""
ENDING = ".lock"
TRIES, PAUSE_S = 3, 0.05
"""A neighbour who looks whether there is anybody holds a free place for an instant."""

_log = logging.getLogger(__name__)


class Taken(Exception):
    """Another kiosk is on this screen; the argument is the file of its lock."""


class Seat:
    """The place on a screen, held from here on until `leave`, or the end of the process.

    `screen` is any name that is the screen's own. Raises Taken. Where nothing can be written nobody is kept out, since
    a kiosk that shows nothing is worse than two. `pause` waits for so many seconds.
    """

    def __init__(self, folder: Path, screen: str, pause: Callable[[float], object] = time.sleep) -> None:
        self._file = folder / SEATS / (hashlib.sha256(screen.encode()).hexdigest()[:16] + ENDING)
        self._held: int | None = None
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            opened = regular_files.open_to_write(self._file, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        except OSError as error:
            _log.warning("a second start will not be noticed: %s: %s", self._file.parent, error.strerror or error)
            return
        for tries in range(TRIES):
            if lock(opened):
                self._held = opened
                leave_word(opened, "")
                return
            if tries < TRIES - 1:
                pause(PAUSE_S)
        os.close(opened)
        raise Taken(self._file)

    def has_neighbours(self) -> bool:
        """Whether this account has kiosks on other screens now."""
        return any(last_word(each) is None for each in self._file.parent.glob(f"*{ENDING}") if each != self._file)

    def note_quit(self) -> None:
        """Staff have ended this kiosk: nobody who waits for its place is to take it."""
        if self._held is not None:
            leave_word(self._held, QUIT)

    def leave(self) -> None:
        """Let another have the place."""
        if self._held is not None:
            os.close(self._held)
            self._held = None
