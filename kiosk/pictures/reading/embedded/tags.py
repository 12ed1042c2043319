"""TIFF: the directory of a file, or of an EXIF block, which is a TIFF without pixels (TIFF 6.0, Exif 3.0)."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO

from kiosk.pictures.reading.embedded.finds import Broken, exactly, go, number, photoshop_iim

if TYPE_CHECKING:
    from kiosk.pictures.reading.embedded.finds import Finds

DESCRIPTION, ARTIST, COPYRIGHT = 0x010E, 0x013B, 0x8298
XP_TITLE, XP_COMMENT, XP_AUTHOR, XP_KEYWORDS, XP_SUBJECT = 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F
GPS = 0x8825
"""Leads to a directory that says where a picture was taken."""
_XMP, _IIM, _PHOTOSHOP = 0x02BC, 0x83BB, 0x8649
_WORDS = frozenset((DESCRIPTION, ARTIST, COPYRIGHT, XP_TITLE, XP_COMMENT, XP_AUTHOR, XP_KEYWORDS, XP_SUBJECT))
"""What is read of a directory; where a picture was taken is not."""
_BLOCKS = frozenset((_XMP, _IIM, _PHOTOSHOP))
_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 6: 1, 7: 1, 13: 4, 129: 1}
"""Bytes of one value, by the type of a field; the others hold no words."""
_MOST_WORDS = 1024 * 1024
_MOST_ENTRIES = 1000


def walk(file: BinaryIO, finds: Finds) -> None:
    """Gather what the first directory of a TIFF holds. Raises `Broken`."""
    finds.tags |= directory(file)
    finds.placed |= is_placed(file)
    order, places = _entries(file, _BLOCKS)
    for tag, (count, place) in places.items():
        finds.step()
        go(file, place)
        block = finds.take(file, count)
        if tag == _XMP:
            finds.xmp = block
        elif tag == _IIM:
            # Some write it as numbers of four bytes in the order of the file, which turns them round.
            finds.iim = block if block[:1] in (b"\x1c", b"") or order == ">" else _turned(block)
        else:
            finds.iim = finds.iim or photoshop_iim(block)


def _turned(block: bytes) -> bytes:
    turned = b"".join(block[place : place + 4][::-1] for place in range(0, len(block), 4))
    return turned if turned.startswith(b"\x1c") else block


def directory(file: BinaryIO) -> dict[int, bytes]:
    """The words in the first directory of a TIFF structure, by tag, as bytes. Raises `Broken`."""
    _, places = _entries(file, _WORDS)
    found = {}
    for tag, (count, place) in places.items():
        go(file, place)
        found[tag] = exactly(file, min(count, _MOST_WORDS))
    return found


def is_placed(file: BinaryIO) -> bool:
    """Whether the first directory of a TIFF structure leads to one of GPS. Raises `Broken`."""
    return bool(_entries(file, frozenset((GPS,)))[1])


def _entries(file: BinaryIO, wanted: frozenset[int]) -> tuple[str, dict[int, tuple[int, int]]]:
    """The order of bytes, and of each tag that is wanted how many bytes it has and where."""
    file.seek(0)
    head = exactly(file, 8)
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(head[:4])
    if order is None:
        raise Broken
    size = file.seek(0, os.SEEK_END)
    go(file, number(head[4:], order))
    count = number(exactly(file, 2), order)
    found = {}
    for _ in range(min(count, _MOST_ENTRIES)):
        place = file.tell() + 8
        entry = file.read(12)
        if len(entry) < 12:
            break
        tag, kind = number(entry[:2], order), number(entry[2:4], order)
        length = number(entry[4:8], order) * _BYTES.get(kind, 0)
        if tag not in wanted or not length or tag in found:
            continue
        start = place if length <= 4 else number(entry[8:12], order)
        if start + length <= size:
            found[tag] = length, start
    return order, found
