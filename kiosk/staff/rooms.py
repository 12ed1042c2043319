"""Temporary folders that nobody finds again, however the program that made them has ended."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.staff.bundles.lock import Locked, locked, take

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCK = "room.lock"


@contextlib.contextmanager
def room(kind: str) -> Iterator[Path]:
    """An empty folder for what is needed only now, such as for a "check"; it is gone when it is left.

    A program that is killed leaves it, and its lock free: whoever needs the next one of its `kind` removes it.
    """
    prefix = f"kiosk-{kind}-"
    for left in Path(tempfile.gettempdir()).glob(f"{prefix}*"):
        with contextlib.suppress(OSError, Locked):
            _remove(left)
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as folder:
        (inside := Path(folder, "room")).mkdir()
        with locked(Path(folder, _LOCK)):
            yield inside


def _remove(left: Path) -> None:
    """Remove a folder of ours that nobody holds any more. Raises OSError and `Locked`."""
    status = left.lstat()
    if left.is_symlink() or not (left / _LOCK).is_file() or (sys.platform != "win32" and status.st_uid != os.getuid()):
        return
    take(left / _LOCK).close()
    shutil.rmtree(left, ignore_errors=True)
