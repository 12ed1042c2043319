"""How long a process has been computing, where the system tells: one that hangs for want of a disk has not."""

from __future__ import annotations

import os
import sys

_UTIME, _STIME = 11, 12
"""Fields after the name of the program in /proc/PID/stat (proc(5): 14 and 15)."""


def computed_s(pid: int) -> float | None:
    """Seconds of processor time that a process has used; None where that is not known."""
    if sys.platform == "win32":
        return None
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:  # noqa: PTH123 - not a path of ours
            fields = file.read().rpartition(b")")[2].split()
        return (int(fields[_UTIME]) + int(fields[_STIME])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return None
