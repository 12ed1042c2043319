"""What the show begins with, remembered from the last time: it is on the screen before the rest is loaded.

Read before anything else is, so it needs nothing that takes long to import: named tuples and JSON.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition import regular_files
from kiosk.exhibition.disk import CacheDisk, replace_file
from kiosk.exhibition.file_state import FileState

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE_NAME = "opening.json"
STILL_NAME = "opening.bmp"
"""The first frame itself, beside it."""

Part = tuple[float, float, float, float]
"""Left, top, width and height of a part of a picture, 0..1."""
WHOLE: Part = (0.0, 0.0, 1.0, 1.0)


class Beginning(NamedTuple):
    """What is first on the screen: a picture made ready, the part of it that is seen, and the wall as #rrggbb."""

    rendition: str
    part: Part
    wall: str


class Opening(NamedTuple):
    """The first scene of the attract loop, and everything that has to be as it was for it to come again.

    `asked` is what the command line asked for, `files` are the configuration, the manifest and the picture, `day` the
    day it was shown on as YYYY-MM-DD, None when every day shows the same; `of` is the rendition that `beginning` is a
    still of, and the part of it; `pixels` is the size of the screen (width,
    height), `screen` its name in the configuration, `renderer` what that says of drawing.
    """

    version: str
    asked: str
    files: tuple[FileState, ...]
    day: str | None
    beginning: Beginning
    of: tuple[str, Part]
    pixels: tuple[int, int]
    screen: str
    renderer: str

    def holds(self, version: str, asked: str, today: str) -> bool:
        """Whether the show would begin like this again; `today` as YYYY-MM-DD."""
        return (
            (self.version, self.asked) == (version, asked)
            and self.day in (None, today)
            and all(file.current for file in self.files)
            and Path(self.beginning.rendition).is_file()
        )


def recall(folder: Path) -> Opening | None:
    """The opening kept in `folder`; None where there is none that can be read."""
    try:
        version, asked, files, day, beginning, of, pixels, screen, renderer = json.loads(
            regular_files.read(folder / FILE_NAME)
        )
        rendition, part, wall = beginning
        source, part_of_source = of
        across, down = pixels
        return Opening(
            str(version),
            str(asked),
            tuple(FileState(str(path), int(size), int(mtime_ns)) for path, size, mtime_ns in files),
            None if day is None else str(day),
            Beginning(str(rendition), _part(part), str(wall)),
            (str(source), _part(part_of_source)),
            (int(across), int(down)),
            str(screen),
            str(renderer),
        )
    except (OSError, TypeError, ValueError, RecursionError):
        return None


def forget(folder: Path) -> int:
    """Remove what is kept in `folder`, so that the next start finds out what it begins with; how many bytes it had."""
    freed = 0
    for name in (FILE_NAME, STILL_NAME):
        with contextlib.suppress(OSError):
            size = (folder / name).stat().st_size
            (folder / name).unlink()
            freed += size
    return freed


def _part(numbers: tuple[float, float, float, float]) -> Part:
    left, top, width, height = numbers
    return float(left), float(top), float(width), float(height)


def remember(folder: Path, opening: Opening) -> None:
    """Keep an opening in `folder` for the next start; a disk that refuses costs a moment then, nothing else."""
    with contextlib.suppress(OSError):
        replace_file(folder / FILE_NAME, json.dumps(opening).encode("ascii"), CacheDisk())


def states(paths: Iterable[Path]) -> tuple[FileState, ...] | None:
    """The states of these files; None when one of them is gone."""
    try:
        return tuple(FileState.of(path) for path in paths)
    except (OSError, ValueError):
        return None
