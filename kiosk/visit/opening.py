"""What the show begins with, remembered from the last time: it is on the screen before the rest is loaded."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.file_state import FileState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

FILE_NAME = "opening.msgpack"

Part = tuple[float, float, float, float]
"""Left, top, width and height of a part of a picture, 0..1."""


class Beginning(msgspec.Struct, frozen=True):
    """What is first on the screen: a picture made ready, the part of it that is seen, and the wall as #rrggbb."""

    rendition: str
    part: Part
    wall: str


class Opening(msgspec.Struct, frozen=True):
    """The first scene of the attract loop, and everything that has to be as it was for it to come again.

    `asked` is what the command line asked for, `files` are the configuration, the manifest and the picture, `day` the
    day it was shown on, None when every day shows the same; `pixels` is the size of the screen (width, height),
    `screen` its name in the configuration, `renderer` what that says of drawing.
    """

    version: str
    asked: str
    files: tuple[FileState, ...]
    day: str | None
    beginning: Beginning
    pixels: tuple[int, int]
    screen: str
    renderer: str

    def holds(self, version: str, asked: str, today: date) -> bool:
        """Whether the show would begin like this again."""
        return (
            (self.version, self.asked) == (version, asked)
            and self.day in (None, today.isoformat())
            and all(file.current for file in self.files)
            and Path(self.beginning.rendition).is_file()
        )


_decoder: msgspec.msgpack.Decoder[Opening] = msgspec.msgpack.Decoder(Opening)


def recall(folder: Path) -> Opening | None:
    """The opening kept in `folder`; None where there is none that can be read."""
    try:
        return _decoder.decode((folder / FILE_NAME).read_bytes())
    except (OSError, msgspec.MsgspecError):
        return None


def remember(folder: Path, opening: Opening) -> None:
    """Keep an opening in `folder` for the next start; a disk that refuses costs a moment then, nothing else."""
    file = folder / FILE_NAME
    if recall(folder) == opening:
        return
    temporary = file.with_name(f"{FILE_NAME}.{os.getpid()}.tmp")
    with contextlib.suppress(OSError):
        temporary.write_bytes(msgspec.msgpack.encode(opening))
        temporary.replace(file)


def states(paths: Iterable[Path]) -> tuple[FileState, ...] | None:
    """The states of these files; None when one of them is gone."""
    try:
        return tuple(FileState.of(path) for path in paths)
    except (OSError, ValueError):
        return None
