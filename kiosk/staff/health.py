"""How the running program does: memory, and room on the disk. No Qt."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_STATM = "/proc/self/statm"


def resident_bytes() -> int | None:
    """The memory of this process, without its helpers; None where the system does not tell."""
    if sys.platform == "win32":
        return None
    try:
        with open(_STATM, "rb") as file:  # noqa: PTH123 - not a path of ours
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return None


def bytes_in(folder: Path) -> int:
    """The size of all files below a folder; what goes away meanwhile counts as nothing."""
    total = 0
    waiting = [os.fspath(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        total += entry.stat(follow_symlinks=False).st_size
        except OSError:
            continue
    return total


def free_bytes(folder: Path) -> int | None:
    """The room left on the disk that a folder is on."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
