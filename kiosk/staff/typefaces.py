"""The exhibition's own fonts, from a disk of ours: Qt reads on in their files whenever a new letter is drawn.

A copy of each is kept, by the version of the file. So a drive that hangs or is gone holds up no letter, and its fonts
are the same meanwhile.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition import regular_files
from kiosk.exhibition.disk import CacheDisk, replace_file
from kiosk.exhibition.file_state import FileState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FOLDER = "fonts"
"""In the cache."""
MOST_KEPT = 24
"""Copies; those that were used longest ago go."""
MOST_BYTES = 64 << 20
"""A font with every Chinese character has half of that."""


class Typeface(NamedTuple):
    """A font `file` that the exhibition names, and where it is read: its copy, None where there is none."""

    file: Path
    copy: Path | None


def copied(fonts: Iterable[Path], folder: Path) -> tuple[Typeface, ...]:
    """The copies in `folder` of these font files, made where they are missing. Takes as long as their drive takes.

    Of a file that cannot be read now it is the copy that was made last.
    """
    found = tuple(Typeface(font, _copy(font, folder)) for font in fonts)
    if found:
        _forget(folder, frozenset(face.copy for face in found))
    return found


def remembered(fonts: Iterable[Path], folder: Path) -> tuple[Typeface, ...]:
    """The copies that were made last, whatever became of the files since: their drive is not asked."""
    return tuple(Typeface(font, _last(font, folder)) for font in fonts)


def _copy(font: Path, folder: Path) -> Path | None:
    with contextlib.suppress(OSError, ValueError):
        state = FileState.of(font)
        copy = folder / f"{_name(font)}.{state.size}.{state.mtime_ns}{font.suffix.lower()}"
        if not _is_whole(copy, state.size):
            content = regular_files.read(font, MOST_BYTES)
            folder.mkdir(parents=True, exist_ok=True)
            replace_file(copy, content, CacheDisk())
        os.utime(copy)
        return copy
    return _last(font, folder)


def _last(font: Path, folder: Path) -> Path | None:
    made = [copy for copy in _copies(folder) if copy.name.startswith(f"{_name(font)}.")]
    return max(made, key=_used, default=None)


def _name(font: Path) -> str:
    return hashlib.blake2b(os.fsencode(font.absolute()), digest_size=12).hexdigest()


def _is_whole(copy: Path, size: int) -> bool:
    try:
        return copy.is_file() and copy.stat().st_size == size
    except OSError:
        return False


def _copies(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return [file for file in folder.iterdir() if file.is_file() and not file.name.startswith(".")]
    return []


def _used(copy: Path) -> float:
    try:
        return copy.stat().st_mtime
    except OSError:
        return 0.0


def _forget(folder: Path, needed: frozenset[Path | None]) -> None:
    """Those of the running show are left open by Qt, and stay readable to it where a system lets them go."""
    for copy in sorted(_copies(folder), key=_used, reverse=True)[MOST_KEPT:]:
        if copy not in needed:
            with contextlib.suppress(OSError):
                copy.unlink()
