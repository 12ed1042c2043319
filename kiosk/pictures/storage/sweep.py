"""Keeping the folder of prepared pictures within its budget, and emptying it.

Several programs may do so at once: each removes what has not been used for longest, and what another one has removed
already counts as removed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.pictures.storage.files import SUFFIXES, TEMPORARY_SUFFIX
from kiosk.pictures.storage.register import compact

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

REGISTER_NAME = "pictures.register"

_OUTDATED_NAMES = frozenset({"sizes.msgpack"})
_IN_USE_S = 600.0
_ABANDONED_S = 600.0
_SWEEP_TO = 0.9


class _Kept(msgspec.Struct, frozen=True):
    """A rendition, or a folder of tiles: what is removed as one. `used` is when, by the clock on the wall."""

    path: str
    bytes: int
    used: float

    def unused(self, now: float) -> float:
        """For how many seconds nobody has used it. A time in the future is as good as one long past."""
        return abs(now - self.used)


def sweep(folder: Path, budget_bytes: int, held: Collection[str] = (), now: Callable[[], float] = time.time) -> None:
    """Remove what was left half-written in `folder`, then what was not used for longest, until the rest fits.

    Neither the names in `held` are removed nor anything used in the last ten minutes, even if the budget is exceeded
    by it. What cannot be removed is left.
    """
    for path in _left_over(folder, now()):
        remove(path)
    compact(folder / REGISTER_NAME)
    kept = list(_kept(folder))
    total = sum(each.bytes for each in kept)
    if total <= budget_bytes:
        return
    for each in sorted(kept, key=lambda each: each.unused(now()), reverse=True):
        if total <= budget_bytes * _SWEEP_TO or each.unused(now()) < _IN_USE_S:
            break
        if Path(each.path).name not in held and _evict(each):
            total -= each.bytes


def clear(folder: Path, now: Callable[[], float] = time.time) -> int:
    """Remove everything of ours in `folder` but what is being written at this moment; how many bytes that frees."""
    left = list(_left_over(folder, now()))
    freed = sum(size for path in (*left, folder / REGISTER_NAME) if (size := _bytes(path)) and remove(path))
    return freed + sum(each.bytes for each in _kept(folder) if _evict(each))


def remove(path: Path) -> bool:
    """Remove a file, or a folder in the place of one; False where that cannot be done."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError:
        return False
    return True


def _evict(each: _Kept) -> bool:
    """Remove something unless it has been used since it was looked at. A folder goes as a whole or not at all."""
    path = Path(each.path)
    try:
        if path.lstat().st_mtime != each.used:
            return False
        if path.is_dir():
            leaving = path.with_name(f"{path.name}.{os.getpid()}{TEMPORARY_SUFFIX}")
            path.rename(leaving)
            return remove(leaving)
        path.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _kept(folder: Path) -> Iterator[_Kept]:
    for entry in _entries(folder):
        with contextlib.suppress(OSError):
            status = entry.stat(follow_symlinks=False)
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.endswith(TEMPORARY_SUFFIX):
                    yield _Kept(entry.path, _bytes(Path(entry.path)), status.st_mtime)
            elif entry.name.endswith(SUFFIXES):
                yield _Kept(entry.path, status.st_size, status.st_mtime)


def _left_over(folder: Path, now: float) -> Iterator[Path]:
    """What nobody will finish writing, or was kept by an earlier version of this program."""
    for entry in _entries(folder):
        with contextlib.suppress(OSError):
            age = abs(now - entry.stat(follow_symlinks=False).st_mtime)
            if entry.name in _OUTDATED_NAMES or (entry.name.endswith(TEMPORARY_SUFFIX) and age > _ABANDONED_S):
                yield Path(entry.path)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _bytes(path: Path) -> int:
    """How many bytes a file has, or all files in a folder and its folders."""
    try:
        if not path.is_dir() or path.is_symlink():
            return path.lstat().st_size
    except OSError:
        return 0
    return sum(_bytes(Path(entry.path)) for entry in _entries(path))
