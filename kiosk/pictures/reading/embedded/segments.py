"""JPEG: application segments before the pixels (ITU-T T.81, Exif 3.0, XMP part 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kiosk.pictures.reading.embedded.finds import Broken, exactly, go, number, photoshop_iim

if TYPE_CHECKING:
    from kiosk.pictures.reading.embedded.finds import Finds

_EXIF = b"Exif\0"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENDED = b"http://ns.adobe.com/xmp/extension/\0"
_PHOTOSHOP = b"Photoshop 3.0\0"
_APP1, _APP13 = 0xE1, 0xED
_PIXELS, _END = 0xDA, 0xD9
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
"""Markers that no length follows."""


def walk(file: BinaryIO, finds: Finds) -> None:
    """Gather what the segments of a JPEG hold. Raises `Broken`."""
    exactly(file, 2)
    resources = b""
    try:
        while (marker := _marker(file, finds)) not in (_PIXELS, _END):
            if marker in _ALONE:
                continue
            length = number(exactly(file, 2)) - 2
            if length < 0:
                raise Broken
            if marker not in (_APP1, _APP13):
                go(file, file.tell() + length)
                continue
            block = finds.take(file, length)
            if not block:
                go(file, file.tell() + length)
            elif marker == _APP13 and block.startswith(_PHOTOSHOP):
                resources += block[len(_PHOTOSHOP) :]
            else:
                _take(block, finds)
    finally:
        # A long block of resources goes on in the next segment.
        finds.iim = finds.iim or photoshop_iim(resources)


def _marker(file: BinaryIO, finds: Finds) -> int:
    finds.step()
    if exactly(file, 1) != b"\xff":
        raise Broken
    while (marker := exactly(file, 1)) == b"\xff":
        finds.step()
    return marker[0]


def _take(block: bytes, finds: Finds) -> None:
    if block.startswith(_EXIF):
        finds.exif = finds.exif or block[6:]
    elif block.startswith(_XMP):
        finds.xmp = finds.xmp or block[len(_XMP) :]
    elif block.startswith(_EXTENDED) and len(block) >= len(_EXTENDED) + 40:
        rest = block[len(_EXTENDED) :]
        part = number(rest[32:36]), number(rest[36:40]), rest[40:]
        finds.extensions.setdefault(rest[:32], []).append(part)
