"""The files in and below a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FILES = 200_000
"""Files of a folder that are looked at."""


def files_below(folder: Path, without: Path | None = None) -> Iterator[Path]:
    """The regular files in and below `folder`, folder by folder, `MOST_FILES` at most. Raises OSError for no folder.

    Hidden ones, links that lead out of it, and what is in the folder `without` below it are left aside.
    """
    inside = folder.resolve(strict=True)
    output = without.resolve() if without else None
    count = 0
    for place, folders, names in os.walk(folder):
        here = Path(place).resolve() if output else inside
        folders[:] = sorted(
            name for name in folders if not name.startswith((".", "__MACOSX")) and here / name != output
        )
        for name in sorted(names):
            file = Path(place, name)
            if name.startswith(".") or not _is_within(file, inside):
                continue
            count += 1
            if count > MOST_FILES:
                return
            yield file


def _is_within(file: Path, folder: Path) -> bool:
    try:
        return file.is_file() and (not file.is_symlink() or file.resolve(strict=True).is_relative_to(folder))
    except (OSError, RuntimeError):
        return False
