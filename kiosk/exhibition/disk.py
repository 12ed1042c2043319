"""Writing to a disk so that whoever reads finds the old or the new, whole, also after a power cut."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from typing import TYPE_CHECKING, BinaryIO

from kiosk.exhibition import regular_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

PAUSES_S = (0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()
_FOLDERS_CAN_BE_SYNCED = os.name == "posix"
_UNFINISHED = ".new"
_ABANDONED_S = 600.0


def _with_patience(do: Callable[[], object]) -> None:
    for pause_s in PAUSES_S:
        with contextlib.suppress(PermissionError):
            do()
            return
        time.sleep(pause_s)
    do()


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


class Disk:
    """Each method does one thing and raises OSError; tests watch what is called, and let it fail."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder, and those above it that are missing."""
        folder.mkdir(parents=True, exist_ok=True)

    def create(self, file: Path, *, private: bool = False) -> BinaryIO:
        """A file to write that was not there before; no link is followed. `private`: for this account alone."""
        return open(file, "xb", opener=_private if private else None)

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
        """Give a folder its name; there is none of that name. Windows refuses as long as somebody looks into it."""
        _with_patience(lambda: folder.rename(to))

    def replace(self, file: Path, by: Path) -> None:
        """Put `by` in the place of `file` in one step: whoever reads finds the one or the other, whole.

        Windows refuses for as long as somebody is reading; that takes no longer than a moment.
        """
        _with_patience(lambda: by.replace(file))


class CacheDisk(Disk):
    """A disk for what can be made again: nothing is waited for."""

    def sync(self, opened: BinaryIO) -> None:
        """Leave it to the system."""

    def sync_folder(self, folder: Path) -> None:
        """Leave it to the system."""


@contextlib.contextmanager
def replacing(file: Path, disk: Disk | None = None, *, private: bool = False) -> Iterator[BinaryIO]:
    """A new file that takes the place of `file`, and its rights, once it is written, whole and on the disk.

    `private`: for this account alone (0600). When it raises, OSError or what was raised within, `file` is as it was.
    """
    disk = disk or Disk()
    unfinished = unfinished_name(file)
    try:
        unfinished.unlink(missing_ok=True)
        with disk.create(unfinished, private=private) as opened:
            yield opened
            disk.sync(opened)
        if not private and file.is_file():
            shutil.copymode(file, unfinished)
        if file.is_dir():
            regular_files.clear_way(file)
        disk.replace(file, unfinished)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    disk.sync_folder(file.parent)


def replace_file(file: Path, content: bytes, disk: Disk | None = None, *, private: bool = False) -> None:
    """Put `content` in the place of `file`, as `replacing` does. Raises OSError."""
    disk = disk or Disk()
    with replacing(file, disk, private=private) as opened:
        disk.write(opened, content)


def remove_abandoned(folders: Iterable[Path], now: Callable[[], float] = time.time) -> None:
    """Remove what somebody who was killed has not finished in `folders`, unless it is so new that it may be yet.

    What cannot be removed is left.
    """
    for folder in folders:
        with contextlib.suppress(OSError):
            for left in folder.glob(f".*{_UNFINISHED}"):
                with contextlib.suppress(OSError):
                    if abs(now() - left.lstat().st_mtime) > _ABANDONED_S:
                        left.unlink()


def unfinished_name(file: Path) -> Path:
    """What is to become `file` while this process writes it: no other process, and no reader, takes it for theirs."""
    return file.with_name(f".{file.name}.{os.getpid()}{_UNFINISHED}")
