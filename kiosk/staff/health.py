"""How the running program does: memory, room on the disk, and the last lines that it logged. No Qt."""

from __future__ import annotations

import logging
import os
import shutil
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MOST_LINES = 50
_STATM = "/proc/self/statm"


def resident_bytes() -> int | None:
    """The memory of this process, without its helpers; None where the system does not tell."""
    try:
        with open(_STATM, "rb") as file:  # noqa: PTH123 - not a path of ours
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
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


class LastLines(logging.Handler):
    """Keeps the last `MOST_LINES` lines of the log."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._lines: deque[str] = deque(maxlen=MOST_LINES)
        self.setFormatter(logging.Formatter("%(asctime)s  %(levelname)s  %(message)s", "%H:%M:%S"))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self._lines.append(self.format(record).partition("\n")[0])

    @property
    def lines(self) -> tuple[str, ...]:
        """The last one first."""
        return tuple(reversed(self._lines))
