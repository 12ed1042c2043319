"""Why a bundle is not made, opened or installed, in words staff can act on."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from kiosk.exhibition.problems import Problem, nearest_beside, printable

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_ENTRY = 120

FAULTS_OF_THE_MACHINE = frozenset(
    {"disk-full", "read-only", "no-permission", "unwritable", "unreadable", "busy", "no-room", "missing", "changing"}
)
"""Rules that a sound bundle may break, too."""

COPY_AGAIN = "Copy the bundle again from where it was made, or have it packed again."
PACK_AGAIN = "Have it made again with `kiosk pack`."


class BundleRefused(Exception):
    """A bundle that is not taken, or could not be. `problem` names file, place in it, reason and remedy.

    `entry` is the place: the name of a file in the bundle.
    """

    def __init__(self, rule: str, file: Path, message: str, remedy: str, entry: str = "") -> None:
        shown = entry if len(entry) <= _LONGEST_ENTRY else entry[: _LONGEST_ENTRY - 1] + "…"
        self.problem = Problem(
            rule=rule, message=printable(message), remedy=printable(remedy), file=file, field=printable(shown)
        )
        super().__init__(str(self.problem))


_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_FORBIDDEN = (errno.EACCES, errno.EPERM)


def unwritable(file: Path, error: OSError, what: str) -> BundleRefused:
    """What is said when the disk refuses: `what` was to be written, such as "The exhibition", to `file`."""
    reason = os.strerror(error.errno) if error.errno else str(error)
    if error.errno in _FULL:
        return BundleRefused("disk-full", file, f"{what} does not fit: the disk is full.", "Free some space there.")
    if error.errno == errno.EROFS:
        remedy = "Make it writable. A disk that has become read-only by itself may be failing."
        return BundleRefused("read-only", file, f"{what} cannot be written: the disk is read-only.", remedy)
    if error.errno in _FORBIDDEN:
        remedy = "Give this account the right to write there, or use the kiosk's own."
        return BundleRefused("no-permission", file, f"{what} may not be written here: {reason}.", remedy)
    remedy = "Check the disk; `dmesg` and the system's log may say more. What was shown before still is."
    return BundleRefused("unwritable", file, f"{what} cannot be written: {reason}.", remedy)


def unreadable(file: Path, error: OSError, entry: str = "") -> BundleRefused:
    """What is said when a bundle cannot be read to its end."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        message = f'There is no file "{file.name}" here.{nearest_beside(file)}'
        return BundleRefused("missing", file, message, "Check the name and the folder.")
    if isinstance(error, PermissionError):
        remedy = "Give this account the right to read it."
        return BundleRefused("no-permission", file, "It may not be read by this account.", remedy)
    reason = os.strerror(error.errno) if error.errno else str(error)
    remedy = "Check the disk, the network or the stick it is on, put it in again and start over."
    return BundleRefused("unreadable", file, f"It cannot be read: {reason}.", remedy, entry)
