"""Keeping the folder of prepared pictures within its budget."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.pictures.files import SUFFIXES, TEMPORARY_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable

_IN_USE_S = 600.0
_ABANDONED_S = 600.0
_SWEEP_TO = 0.9


def sweep(folder: Path, budget_bytes: int, now: Callable[[], float] = time.time) -> None:
    """Remove what was left half-written in `folder`, then the renditions not used for longest until they fit.

    Nothing used in the last ten minutes is removed. What cannot be removed is left.
    """
    kept: list[tuple[float, int, str]] = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):
                status = entry.stat(follow_symlinks=False)
                unused = abs(now() - status.st_mtime)
                if entry.name.endswith(TEMPORARY_SUFFIX):
                    if unused > _ABANDONED_S:
                        remove(Path(entry.path))
                elif entry.name.endswith(SUFFIXES):
                    kept.append((unused, status.st_size, entry.path))
    total = sum(size for _, size, _ in kept)
    if total <= budget_bytes:
        return
    for unused, size, path in sorted(kept, reverse=True):
        if total <= budget_bytes * _SWEEP_TO or unused < _IN_USE_S:
            break
        if remove(Path(path)):
            total -= size


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
