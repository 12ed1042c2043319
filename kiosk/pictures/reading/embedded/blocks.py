"""Blocks of EXIF, IPTC-IIM and XMP in the picture files that have them."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from kiosk.pictures.reading.embedded import boxes, chunks, segments, tags
from kiosk.pictures.reading.embedded.finds import Broken, Finds
from kiosk.pictures.reading.guard import open_picture
from kiosk.pictures.reading.signature import recognise
from kiosk.pictures.refusal import Refused, display_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Blocks", "blocks_in", "read_blocks"]


class Blocks(msgspec.Struct, frozen=True, kw_only=True):
    """The blocks of one file.

    `tags` are values of EXIF's first directory by their number, as bytes. `iim` are datasets of IPTC-IIM. `xmp` are
    packets, the main one first. `incomplete`: something is too large or broken, and is left out. `placed`: something
    says where the picture was taken; it is not read.
    """

    tags: Mapping[int, bytes] = {}
    iim: bytes = b""
    xmp: tuple[bytes, ...] = ()
    incomplete: bool = False
    placed: bool = False


_WALKS: tuple[tuple[re.Pattern[bytes], Callable[[BinaryIO, Finds], None]], ...] = tuple(
    (re.compile(signature, re.DOTALL), walk)
    for signature, walk in (
        (rb"\xff\xd8\xff", segments.walk),
        (rb"\x89PNG\r\n\x1a\n", chunks.walk_png),
        (rb"RIFF....WEBP", chunks.walk_webp),
        (rb"(?:II\*\0|MM\0\*)", tags.walk),
        (rb"....ftyp", boxes.walk),
    )
)


def read_blocks(path: Path, folder: Path) -> Blocks:
    """The blocks of the picture at `path`, whose real place lies inside `folder`.

    Raises `Refused` for a file that is no picture of a kind that is shown, or cannot be read; whether all of it can be
    decoded is not looked at.
    """
    with open_picture(path, folder) as file:
        name = display_name(path, folder)
        try:
            recognise(file.read(512), name)
            return blocks_in(file)
        except OSError as error:
            remedy = "Check the disk or the network drive that the picture is on."
            raise Refused("unreadable", f"{name} cannot be read: {error.strerror or error}.", remedy) from error


def blocks_in(file: BinaryIO) -> Blocks:
    """The blocks of the picture in `file`, read from its beginning; none for a file of another kind.

    Raises nothing but the OSError of a disk.
    """
    finds = walked(file)
    packets = finds.packets()
    return Blocks(
        tags=finds.tags,
        iim=finds.iim,
        xmp=packets,
        incomplete=finds.incomplete,
        placed=finds.placed or any(b":GPS" in packet for packet in packets),
    )


def walked(file: BinaryIO) -> Finds:
    """Everything that is found in `file`. Raises nothing but the OSError of a disk."""
    file.seek(0)
    head = file.read(16)
    finds = Finds()
    for signature, walk in _WALKS:
        if signature.match(head):
            file.seek(0)
            try:
                walk(file, finds)
            except Broken:
                finds.incomplete = True
            break
    if finds.exif:
        try:
            finds.tags |= tags.directory(io.BytesIO(finds.exif))
            finds.placed |= tags.is_placed(io.BytesIO(finds.exif))
        except Broken:
            finds.incomplete = True
    return finds
