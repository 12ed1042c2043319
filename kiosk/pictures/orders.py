"""What the workshop asks of a worker process, and what comes back."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.pictures.pyramid import Tile

if TYPE_CHECKING:
    import os

Box = tuple[int, int]
"""Width and height in pixels that a picture is fitted into."""

PREVIEW_SIDE = 480
"""Longest side of a preview in pixels."""

LIGHT_COLUMNS, LIGHT_ROWS = 6, 4
"""Cells of a picture of which it is known how bright they are."""


class Header(msgspec.Struct, frozen=True):
    """What a picture says about itself. `width` and `height` are as shown, after the EXIF turn."""

    format: str
    width: int
    height: int


class Stamp(msgspec.Struct, frozen=True):
    """Which version of a file was read: its length in bytes and its time of change in nanoseconds."""

    size: int
    mtime_ns: int

    @classmethod
    def of(cls, stat: os.stat_result) -> Stamp:
        """The stamp of a file whose status is `stat`."""
        return cls(stat.st_size, stat.st_mtime_ns)


class Identity(msgspec.Struct, frozen=True):
    """A version of a file and its content, which is the same wherever the file lies and whenever it was written."""

    stamp: Stamp
    content: bytes


class Rendition(msgspec.Struct, frozen=True):
    """A picture made ready, as files in the cache. `width` and `height` are the source's, as shown.

    `screen` fits the box that was asked for; None when only a preview was. `light` is the relative luminance of each
    cell, 255 for white, row by row; empty where something is transparent.
    """

    screen: Path | None
    preview: Path
    width: int
    height: int
    identity: Identity
    light: bytes = b""


class RenditionOrder(msgspec.Struct, frozen=True, tag="rendition"):
    """Make `source`, which must lie inside `folder`, ready in the folder `cache`.

    A preview comes always, a screen when there is a `box` for it to fit. For the boxes in `more` screens are made of
    the same decoding; the reply does not name them. `known` is what the file was when it was last read, `profile` the
    ICC profile of the screen, empty for sRGB. `preview_first`: somebody waits for no more than the preview, and is
    told of it before the screens are made.
    """

    source: Path
    folder: Path
    box: Box | None
    cache: Path
    more: tuple[Box, ...] = ()
    known: Identity | None = None
    profile: bytes = b""
    preview_first: bool = False


class MeasureOrder(msgspec.Struct, frozen=True, tag="measure"):
    """Read the headers of `sources`, which must lie inside `folder`."""

    sources: tuple[Path, ...]
    folder: Path


class TilesOrder(msgspec.Struct, frozen=True, tag="tiles"):
    """Cut `source`, which must lie inside `folder`, into the tiles of its pyramid, in the folder `cache`.

    `known` is what the file was when it was last read, `profile` the ICC profile of the screen, empty for sRGB.
    `awaited`: somebody is looking, so a JPEG's small levels come first at the price of decoding it twice.
    """

    source: Path
    folder: Path
    cache: Path
    known: Identity | None = None
    profile: bytes = b""
    awaited: bool = True


class SweepOrder(msgspec.Struct, frozen=True, tag="sweep"):
    """Bring the folder `cache` below `budget_bytes`, the names in `held` spared."""

    cache: Path
    budget_bytes: int
    held: tuple[str, ...] = ()


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """A picture that cannot be shown: the rule it breaks, the reason and what staff can do."""

    source: Path
    rule: str
    message: str
    remedy: str


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """A picture that can be shown. `made`: something of it was not there before."""

    source: Path
    rendition: Rendition
    made: bool = True


class PreviewMade(msgspec.Struct, frozen=True, tag="preview-made"):
    """The preview of `source`, which is on disk from now on. Screens are still to come.

    A worker says so in the middle of its work, and waits for an answer as after `TilesMade`.
    """

    source: Path
    rendition: Rendition


class Flaw(StrEnum):
    """What is odd about what a picture says of itself.

    PROFILE and EXIF make no sense and are left aside when it is shown. INKS: it is in inks (CMYK) and does not say in
    which. WIDE: its colours reach far beyond those of any screen. GREYSCALE: it has none.
    """

    PROFILE = "profile"
    EXIF = "exif"
    INKS = "inks"
    WIDE = "wide"
    GREYSCALE = "greyscale"


class Measured(msgspec.Struct, frozen=True, tag="measured"):
    """A picture whose header was read, and what else it says that makes no sense."""

    source: Path
    header: Header
    stamp: Stamp
    flaws: tuple[Flaw, ...] = ()


class Measurements(msgspec.Struct, frozen=True, tag="measurements"):
    """One measurement for each source of a `MeasureOrder`, in its order."""

    items: tuple[Measured | Failed, ...]


class TilesMade(msgspec.Struct, frozen=True, tag="tiles-made"):
    """Tiles of `source`, which is shown at `width` x `height`, that are on disk from now on.

    A worker says so in the middle of its work, and then waits for `GO_ON`; any other word ends the work.
    """

    source: Path
    width: int
    height: int
    identity: Identity
    tiles: tuple[Tile, ...]


class Alive(msgspec.Struct, frozen=True, tag="alive"):
    """A sign of life from a worker in the middle of something long. It waits for an answer as after `TilesMade`."""


class PyramidReady(msgspec.Struct, frozen=True, tag="pyramid"):
    """Every tile of `source`, which is shown at `width` x `height`, is on disk."""

    source: Path
    width: int
    height: int


class Stopped(msgspec.Struct, frozen=True, tag="stopped"):
    """Work on `source` that was left unfinished because the program said so. What was made is kept."""

    source: Path


class Swept(msgspec.Struct, frozen=True, tag="swept"):
    """The cache has been swept."""


GO_ON = b"go on"
"""The frame that answers a word of `Progress`: the work is still wanted, and nothing more urgent needs the worker."""

Order = RenditionOrder | MeasureOrder | TilesOrder | SweepOrder
Result = Ready | Failed
Measurement = Measured | Failed
Progress = PreviewMade | TilesMade | Alive
Reply = Ready | Failed | Measurements | Progress | PyramidReady | Stopped | Swept
