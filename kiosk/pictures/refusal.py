"""Why a picture is not shown, in words staff can act on."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from kiosk.pictures.orders import Failed

NOT_THE_PICTURES = frozenset(
    {
        "cache-unwritable",
        "changing",
        "disk-full",
        "missing",
        "no-permission",
        "no-worker",
        "not-answering",
        "unreadable",
    }
)
"""Rules that say nothing of a picture's content: there is no sense in remembering that it has broken them."""

FAULTS_OF_THE_MACHINE = NOT_THE_PICTURES - {"missing", "no-permission"} | {"out-of-time", "worker-died"}
"""Rules that a sound picture may break, too."""

OF_ITS_DRIVE = frozenset({"changing", "missing", "no-permission", "not-answering", "unreadable"})
"""Rules that are broken by all pictures of a drive at once, when it is away."""

NO_ROOM = frozenset({"cache-unwritable", "disk-full"})
"""Rules that say that prepared pictures cannot be put down."""


class Refused(Exception):
    """A picture that is not shown.

    `rule` is a short stable name such as `too-large`. `message` names the file and the reason, `remedy` says what
    exhibition staff can do about it.
    """

    def __init__(self, rule: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.remedy = remedy

    def of(self, source: Path) -> Failed:
        """The same as data about the picture `source`."""
        return Failed(source, self.rule, self.message, self.remedy)


def display_name(path: Path, folder: Path | None = None) -> str:
    """The name of a file in quotes, below `folder` where it lies inside, safe to print whatever it contains."""
    inside = path.relative_to(folder) if folder is not None and path.is_relative_to(folder) else Path(path.name)
    name = inside.as_posix()
    return '"' + "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name) + '"'


def unwritable(folder: Path, error: OSError) -> Refused:
    """What is said when prepared pictures cannot be written to `folder`."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Refused(
            "disk-full",
            f"The disk is full: no room for prepared pictures in {folder}.",
            "Free some space there, or name another folder for the cache.",
        )
    reason = os.strerror(error.errno) if error.errno else str(error)
    return Refused(
        "cache-unwritable",
        f"Prepared pictures cannot be written to {folder}: {reason}.",
        "Check the disk and the rights of that folder, or name another folder for the cache.",
    )
