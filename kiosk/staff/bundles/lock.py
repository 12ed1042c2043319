"""Locks that a program which is killed does not leave behind."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, BinaryIO

from kiosk.exhibition import regular_files
from kiosk.exhibition.installed import EXHIBITION, LIST

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHOWN = "shown.lock"
"""In a generation's folder: locked by whoever shows it."""


class Locked(Exception):
    """Another program has the lock."""


def take(file: Path, *, shared: bool = False) -> BinaryIO:
    """Lock `file`, made where it is missing, until what is returned is closed. Raises `Locked` and OSError.

    A shared lock bears others of its kind beside it, except on Windows.
    """
    opened = os.fdopen(regular_files.open_to_write(file, os.O_WRONLY | os.O_APPEND), "ab")
    try:
        _lock(opened, shared=shared)
    except (BlockingIOError, PermissionError) as error:
        opened.close()
        raise Locked(file) from error
    except OSError:
        opened.close()
        raise
    return opened


@contextlib.contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock. Raises `Locked` and OSError."""
    with contextlib.closing(take(file)):
        yield


def hold(exhibition: Path) -> BinaryIO | None:
    """Keep an installed exhibition from being removed until what is returned is closed; None for any other."""
    generation = exhibition.parent
    if exhibition.name != EXHIBITION or not (generation / LIST).is_file():
        return None
    try:
        return take(generation / SHOWN, shared=True)
    except (OSError, Locked):
        return None


if sys.platform == "win32":
    import msvcrt

    def _lock(opened: BinaryIO, *, shared: bool) -> None:  # noqa: ARG001 - there are no shared ones
        opened.seek(0)
        msvcrt.locking(opened.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(opened: BinaryIO, *, shared: bool) -> None:
        fcntl.flock(opened.fileno(), (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        os.set_inheritable(opened.fileno(), False)
