"""Lines on the standard error, as a terminal or systemd's journal want them."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PRIORITIES = ((logging.CRITICAL, 2), (logging.ERROR, 3), (logging.WARNING, 4), (logging.INFO, 6), (logging.NOTSET, 7))
"""Those of syslog that systemd reads from the beginning of a line (sd-daemon(3)), for levels from these on."""


def is_journal(descriptor: int, environment: Mapping[str, str]) -> bool:
    """Whether a file is the journal's end of systemd's stream: JOURNAL_STREAM names its device and inode."""
    try:
        status = os.fstat(descriptor)
    except OSError:
        return False
    return environment.get("JOURNAL_STREAM") == f"{status.st_dev}:{status.st_ino}"


def for_journal(level: int, part: str, words: str) -> str:
    """Each line with its priority, and without a time: the journal has its own."""
    priority = next(priority for least, priority in PRIORITIES if level >= least)
    return "\n".join(f"<{priority}>{line}" for line in f"{part}: {words}".splitlines())


def for_terminal(level: int, part: str, words: str) -> str:
    """For whoever looks on."""
    return f"{logging.getLevelName(level)} {part}: {words}"


def write_to_stderr(lines: str) -> None:
    """Whatever the letters of the terminal are. Raises OSError."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(lines)
        sys.stderr.flush()
    except UnicodeEncodeError:
        sys.stderr.write(lines.encode("ascii", "backslashreplace").decode())
        sys.stderr.flush()
    except ValueError:  # it has been closed
        return
