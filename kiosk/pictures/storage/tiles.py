"""How the tiles of a picture lie in the cache: one folder a picture, one file a tile, each there whole or not at all.

The folder is touched by whoever uses it and removed as a whole; any file in it may be lost at any time.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.exhibition import regular_files
from kiosk.pictures.orders import Progress
from kiosk.pictures.pyramid import Tile
from kiosk.pictures.refusal import unwritable
from kiosk.pictures.storage.files import ENDS, SUFFIXES, TEMPORARY_SUFFIX
from kiosk.pictures.storage.sweep import remove

_NAME = re.compile(r"(\d{1,2})-(\d{1,5})-(\d{1,5})\.(?:jpg|png)")
_ABANDONED_S = 600.0

Tell = Callable[[Progress], None]
"""Hears how work that takes long is going. Raises `ToldToStop` when no more of it is wanted for now."""


class ToldToStop(BaseException):
    """The work is to be left as it is. No error, and nothing that handles errors may take it for one."""


def name_of(tile: Tile) -> str:
    """A tile's file name without its suffix."""
    return f"{tile.level}-{tile.column}-{tile.row}"


def find_tile(folder: Path, tile: Tile) -> Path | None:
    """The file of a tile; None where there is none. Costs a look at a directory entry or two, and opens nothing."""
    stem = os.path.join(folder, name_of(tile))  # noqa: PTH118 - four times as fast, and asked for by the hundred
    for suffix in SUFFIXES:
        if os.path.isfile(stem + suffix):  # noqa: PTH113 - see above
            return Path(stem + suffix)
    return None


def tile_files(folder: Path) -> list[int]:
    """The length in bytes of each tile's file in `folder`, whole or not."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        return [entry.stat(follow_symlinks=False).st_size for entry in entries if _NAME.fullmatch(entry.name)]
    return []


def whole_tiles(folder: Path, now: Callable[[], float] = time.time) -> set[Tile]:
    """The tiles in `folder`. Broken files are removed, and so are those that nobody will finish writing."""
    found = set()
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _NAME.fullmatch(entry.name)
            if match and _is_whole(Path(entry.path)):
                found.add(Tile(int(match[1]), int(match[2]), int(match[3])))
            elif match or (entry.name.endswith(TEMPORARY_SUFFIX) and _is_abandoned(entry, now())):
                remove(Path(entry.path))
    return found


def _is_whole(path: Path) -> bool:
    try:
        with regular_files.reading(path) as file:
            file.seek(-max(map(len, ENDS)), os.SEEK_END)
            return file.read().endswith(ENDS)
    except OSError:
        return False


def _is_abandoned(entry: os.DirEntry[str], now: float) -> bool:
    # Another program may be writing tiles of the same picture at this moment.
    with contextlib.suppress(OSError):
        return abs(now - entry.stat(follow_symlinks=False).st_mtime) > _ABANDONED_S
    return False


def write_tile(folder: Path, tile: Tile, suffix: str, data: bytes) -> None:
    """Write the file of a tile. Raises `Refused` when it cannot, and leaves nothing half-written then."""
    target = folder / (name_of(tile) + suffix)
    temporary = target.with_name(f"{target.name}.{os.getpid()}{TEMPORARY_SUFFIX}")
    try:
        temporary.write_bytes(data)
        temporary.replace(target)
    except OSError as error:
        remove(temporary)
        raise unwritable(folder, error) from error
