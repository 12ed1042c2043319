"""Opening the files that the program keeps, without ever waiting for what is none.

A pipe in the place of a file keeps whoever opens it waiting for ever, and a device may do anything. So all that is kept
is opened here: what is no regular file is refused as a file that cannot be read is, by OSError.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path


class NoFileError(OSError):
    """Something is there, and is no regular file."""


_CALM = ("O_NONBLOCK", "O_NOCTTY", "O_BINARY", "O_NOINHERIT")
"""Without O_NONBLOCK a pipe would keep us waiting for whoever writes to it."""


def open_regular(file: Path | str, flags: int = os.O_RDONLY) -> int:
    """A descriptor of the file of that name; one that is made is for this account alone.

    Raises OSError: NoFileError where something else is there, or what the system says of that.
    """
    for flag in _CALM:
        flags |= getattr(os, flag, 0)
    descriptor = os.open(file, flags, 0o600)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise NoFileError(errno.EINVAL, "It is no regular file", str(file))
    if sys.platform != "win32":
        os.set_blocking(descriptor, True)
    return descriptor


def reading(file: Path | str) -> BinaryIO:
    """The file opened to be read, without a buffer. Raises OSError."""
    return os.fdopen(open_regular(file), "rb", buffering=0)


def read(file: Path, most: int = -1) -> bytes:
    """What is in the file, its first `most` bytes where that is told. Raises OSError."""
    with os.fdopen(open_regular(file), "rb") as opened:
        return opened.read(most)


def open_to_write(file: Path, flags: int) -> int:
    """A descriptor of the file, made where it is missing; what is in its place and is no file is removed.

    Raises OSError, also where that cannot be removed, as a folder with something in it.
    """
    try:
        return open_regular(file, flags | os.O_CREAT)
    except OSError:
        if not clear_way(file):
            raise
        return open_regular(file, flags | os.O_CREAT)


def clear_way(file: Path) -> bool:
    """Remove what is in the place of a file and is none: pipe, socket, device, empty folder. Whether anything was."""
    with contextlib.suppress(OSError):
        kind = file.lstat().st_mode
        if stat.S_ISDIR(kind):
            file.rmdir()
        elif stat.S_ISREG(kind) or stat.S_ISLNK(kind):
            return False
        else:
            file.unlink()
        return True
    return False


def clear_folder(folder: Path) -> None:
    """Remove from a folder of files, which others read, what is none. Costs a look at its names."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                (folder / entry.name).unlink()
            elif not entry.is_file(follow_symlinks=False):
                clear_way(folder / entry.name)


def is_in_the_way(file: Path) -> bool:
    """Whether something is in the place of a file that is none."""
    try:
        return not stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return False
