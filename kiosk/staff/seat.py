"""One kiosk a screen: a lock that the system itself takes back when the program ends, however it ends."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
import time
from typing import TYPE_CHECKING

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
    """Another kiosk is on this screen."""


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
            opened = os.open(self._file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except OSError as error:
            _log.warning("a second start will not be noticed: %s: %s", self._file.parent, error.strerror or error)
            return
        for tries in range(TRIES):
            if _lock(opened):
                self._held = opened
                return
            if tries < TRIES - 1:
                pause(PAUSE_S)
        os.close(opened)
        raise Taken

    def has_neighbours(self) -> bool:
        """Whether this account has kiosks on other screens now."""
        return any(_is_held(each) for each in self._file.parent.glob(f"*{ENDING}") if each != self._file)

    def leave(self) -> None:
        """Let another have the place."""
        if self._held is not None:
            os.close(self._held)
            self._held = None


def _is_held(file: Path) -> bool:
    try:
        opened = os.open(file, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _lock(opened)
    finally:
        os.close(opened)


def _lock(opened: int) -> bool:
    """Whether an open file is locked from now on, for as long as it is open. Does not wait for another's lock."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not there

            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # Windows says so of a file that is locked; other systems of a disk that knows no locks.
        return sys.platform != "win32"
    return True
