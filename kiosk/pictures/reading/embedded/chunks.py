"""PNG and WebP: chunks with a name and a length."""

from __future__ import annotations

import binascii
import re
from typing import TYPE_CHECKING, BinaryIO

from kiosk.pictures.reading.embedded.finds import exactly, go, number, photoshop_iim

if TYPE_CHECKING:
    from kiosk.pictures.reading.embedded.finds import Finds

_XMP = b"XML:com.adobe.xmp"
_RAW = re.compile(rb"Raw profile type (?P<kind>\w+)")
_EXIF = b"Exif\0\0"


def walk_png(file: BinaryIO, finds: Finds) -> None:
    """Gather what the chunks of a PNG hold. Raises `Broken`."""
    exactly(file, 8)
    while True:
        finds.step()
        length, name = number(exactly(file, 4)), exactly(file, 4)
        if name == b"IEND":
            return
        after = file.tell() + length + 4
        if name in (b"eXIf", b"iTXt", b"zTXt", b"tEXt"):
            _take_png(name, finds.take(file, length), finds)
        go(file, after)


def _take_png(name: bytes, chunk: bytes, finds: Finds) -> None:
    if name == b"eXIf":
        finds.exif = finds.exif or chunk.removeprefix(_EXIF)
        return
    keyword, _, rest = chunk.partition(b"\0")
    if name == b"iTXt" and keyword == _XMP and len(rest) >= 2:
        packed = rest[0] == 1
        # Behind the two bytes of compression: a language and the keyword in it, each ended by a zero.
        text = rest[2:].split(b"\0", 2)[-1]
        finds.xmp = finds.xmp or (finds.unpack(text) if packed else text)
    elif name in (b"zTXt", b"tEXt") and (raw := _RAW.fullmatch(keyword)):
        _take_raw(raw["kind"].lower(), finds.unpack(rest[1:]) if name == b"zTXt" else rest, finds)


def _take_raw(kind: bytes, profile: bytes, finds: Finds) -> None:
    """A profile as ImageMagick writes it: its name, its length, and its bytes in hexadecimal digits."""
    _, _, digits = profile.strip().partition(b"\n")
    _, _, digits = digits.strip().partition(b"\n")
    try:
        block = binascii.unhexlify(b"".join(digits.split()))
    except (binascii.Error, ValueError):
        finds.incomplete = True
        return
    if kind == b"xmp":
        finds.xmp = finds.xmp or block
    elif kind == b"iptc":
        finds.iim = finds.iim or photoshop_iim(block) or block
    elif kind in (b"exif", b"app1") and block.startswith(_EXIF):
        finds.exif = finds.exif or block.removeprefix(_EXIF)


def walk_webp(file: BinaryIO, finds: Finds) -> None:
    """Gather what the chunks of a WebP hold. Raises `Broken`."""
    end = number(exactly(file, 8)[4:], "<") + 8
    exactly(file, 4)
    while file.tell() + 8 <= end:
        finds.step()
        name, length = exactly(file, 4), number(exactly(file, 4), "<")
        after = file.tell() + length + length % 2
        if name == b"EXIF":
            finds.exif = finds.exif or finds.take(file, length).removeprefix(_EXIF)
        elif name == b"XMP ":
            finds.xmp = finds.xmp or finds.take(file, length)
        go(file, after)
