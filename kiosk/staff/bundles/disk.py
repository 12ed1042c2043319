"""What installing does to a disk, one method a step, in the order that survives a power cut."""

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

PAUSES_S = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()
_FOLDERS_CAN_BE_SYNCED = os.name == "posix"


class Disk:
    """Each method does one thing and raises OSError; tests watch what is called, and let it fail."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder, and those above it that are missing."""
        folder.mkdir(parents=True, exist_ok=True)

    def create(self, file: Path) -> BinaryIO:
        """A file to write that was not there before."""
        return file.open("xb")

    def write(self, opened: BinaryIO, block: bytes) -> None:
        """Add to a file."""
        opened.write(block)

    def sync(self, opened: BinaryIO) -> None:
        """Return when the content of a file is on the disk."""
        opened.flush()
        os.fsync(opened.fileno())

    def sync_folder(self, folder: Path) -> None:
        """Return when the names in a folder are on the disk; Windows does that by itself."""
        if _FOLDERS_CAN_BE_SYNCED:
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)

    def rename(self, folder: Path, to: Path) -> None:
        """Give a folder its name; there is none of that name."""
        folder.rename(to)

    def replace(self, file: Path, by: Path) -> None:
        """Put `by` in the place of `file` in one step: whoever reads finds the one or the other, whole.

        Windows refuses for as long as somebody is reading; that takes no longer than a moment.
        """
        for pause_s in PAUSES_S:
            with contextlib.suppress(PermissionError):
                by.replace(file)
                return
            time.sleep(pause_s)
        by.replace(file)


class CacheDisk(Disk):
    """A disk for what can be made again: nothing is waited for."""

    def sync(self, opened: BinaryIO) -> None:
        """Leave it to the system."""

    def sync_folder(self, folder: Path) -> None:
        """Leave it to the system."""


def replace_file(disk: Disk, file: Path, content: bytes) -> None:
    """Put `content` in the place of `file`, so that after a power cut there is the old or the new. Raises OSError."""
    unfinished = file.with_name(f".{file.name}.new")
    try:
        unfinished.unlink(missing_ok=True)
        with disk.create(unfinished) as opened:
            disk.write(opened, content)
            disk.sync(opened)
        disk.replace(file, unfinished)
    except OSError:
        _forget(unfinished)
        raise
    disk.sync_folder(file.parent)


def _forget(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)
