"""Where prepared pictures go while their own folder takes none: another disk, or memory; and back."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.pictures.storage.files import TEMPORARY_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "kiosk-pictures-"
LEAST_FREE = 64 << 20
"""A disk with less room than that is as good as full."""
SHARE = 4
"""One part in so many of what is free is taken at most: it may be memory."""
_TRIED_BYTES = 1 << 18
_IN_MEMORY = "/dev/shm"  # noqa: S108 - a folder of our own is made there, for this account alone


def try_out(folder: Path) -> None:
    """Write something into a folder, made where it is missing, and remove it. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder, suffix=TEMPORARY_SUFFIX) as file:
        file.write(bytes(_TRIED_BYTES))
        file.flush()


class Shelter:
    """A temporary `folder` for at most `budget_bytes`. Raises OSError where there is room for none.

    What a program that was killed has left of its own is removed: it may lie in memory.
    """

    def __init__(self) -> None:
        self._made, free = _made()
        self.folder = Path(self._made.name)
        self.budget_bytes = free // SHARE

    def close(self) -> None:
        """Remove it."""
        self._made.cleanup()


def _made() -> tuple[tempfile.TemporaryDirectory[str], int]:
    refused: OSError = FileNotFoundError("no folder for temporary files")
    for place in _places():
        try:
            _remove_abandoned(Path(place))
            free = shutil.disk_usage(place).free
            if free >= LEAST_FREE:
                return (
                    tempfile.TemporaryDirectory(
                        prefix=f"{PREFIX}{os.getpid()}-", dir=place, ignore_cleanup_errors=True
                    ),
                    free,
                )
        except OSError as error:
            refused = error
    raise refused


def _places() -> Iterator[str]:
    with contextlib.suppress(OSError):
        yield tempfile.gettempdir()
    if os.path.isdir(_IN_MEMORY):  # noqa: PTH112 - not a path of ours
        yield _IN_MEMORY


def _remove_abandoned(place: Path) -> None:
    if os.name != "posix":  # elsewhere temporary files lie on a disk, which is tidied up by the system
        return
    for left in place.glob(f"{PREFIX}[0-9]*-*"):
        pid = left.name.removeprefix(PREFIX).partition("-")[0]
        if pid.isdecimal() and not _lives(int(pid)):
            shutil.rmtree(left, ignore_errors=True)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
