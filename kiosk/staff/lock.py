"""A file as a lock, which the system takes back when its holder ends, and the word that the holder leaves in it."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from kiosk.exhibition import regular_files

if TYPE_CHECKING:
    from pathlib import Path

QUIT = "quit"
"""The word that staff's Quit leaves behind: whoever waits for the place is not to take it."""
_LONGEST_WORD = 64


def lock(opened: int) -> bool:
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


def leave_word(opened: int, word: str) -> None:
    """Leave a word in an open file, in the place of the one before; a disk that refuses costs the word."""
    with contextlib.suppress(OSError):
        os.ftruncate(opened, 0)
        os.lseek(opened, 0, os.SEEK_SET)
        os.write(opened, word.encode("ascii"))


def last_word(file: Path) -> str | None:
    """The word that the last holder of a lock has left, empty for none; None while somebody holds it."""
    try:
        opened = regular_files.open_regular(file, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return ""
    try:
        return os.read(opened, _LONGEST_WORD).decode("ascii", "replace") if lock(opened) else None
    except OSError:
        return ""
    finally:
        os.close(opened)
