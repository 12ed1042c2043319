"""What is gathered while walking through a file, and reading no more of it than was agreed."""

from __future__ import annotations

import struct
import zlib
from typing import BinaryIO

MOST_BYTES = 8 * 1024 * 1024
"""Of all blocks of a file together; what museums write takes kilobytes."""
MOST_STEPS = 20_000
"""Blocks that are looked at, wanted or not."""


class Broken(Exception):
    """A file that ends, or leads nowhere, where it promised more."""


class Finds:
    """The blocks found so far. `exif` is a TIFF structure, `iim` datasets, `extensions` parts of XMP by their GUID."""

    def __init__(self) -> None:
        self.exif = b""
        self.tags: dict[int, bytes] = {}
        self.iim = b""
        self.xmp = b""
        self.extensions: dict[bytes, list[tuple[int, int, bytes]]] = {}
        self.incomplete = False
        self.placed = False
        self._left = MOST_BYTES
        self._steps = 0

    def step(self) -> None:
        """Count one more block that was looked at. Raises `Broken` when there are too many."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise Broken

    def take(self, file: BinaryIO, count: int) -> bytes:
        """The next `count` bytes of `file`, a block; empty, and noted, where that is more than may be read."""
        if count > self._left:
            self.incomplete = True
            return b""
        self._left -= count
        return exactly(file, count)

    def unpack(self, packed: bytes) -> bytes:
        """What zlib has made smaller; empty, and noted, where that is more than may be read or makes no sense."""
        unpacker = zlib.decompressobj()
        try:
            words = unpacker.decompress(packed, self._left + 1)
        except zlib.error:
            words = b""
        if not words or len(words) > self._left:
            self.incomplete = True
            return b""
        self._left -= len(words)
        return words

    def packets(self) -> tuple[bytes, ...]:
        """The packets of XMP: the main one, and the one that it says it goes on in where all parts of it are there."""
        if not self.xmp:
            return ()
        for guid, parts in self.extensions.items():
            if guid in self.xmp:
                whole = _whole(parts)
                self.incomplete |= not whole
                return (self.xmp, whole) if whole else (self.xmp,)
        return (self.xmp,)


def _whole(parts: list[tuple[int, int, bytes]]) -> bytes:
    """Parts as (length of the whole, offset, bytes) in one; empty where one is missing."""
    whole = bytearray()
    for length, offset, part in sorted(parts, key=lambda part: part[1]):
        if offset != len(whole) or length != parts[0][0]:
            return b""
        whole += part
    return bytes(whole) if len(whole) == parts[0][0] else b""


def go(file: BinaryIO, place: int) -> None:
    """Read on at `place`; whether there is anything, the next read tells. Raises `Broken` for a place no file has."""
    if not 0 <= place < 1 << 62:
        raise Broken
    file.seek(place)


def exactly(file: BinaryIO, count: int) -> bytes:
    """The next `count` bytes. Raises `Broken` where there are fewer."""
    found = file.read(count)
    if len(found) < count:
        raise Broken
    return found


def number(found: bytes, order: str = ">") -> int:
    """1, 2, 4 or 8 bytes as a number without a sign."""
    return int(struct.unpack(f"{order}{'BH_I___Q'[len(found) - 1]}", found)[0])


def photoshop_iim(resources: bytes) -> bytes:
    """The IPTC-IIM in a block of Photoshop's resources; empty where there is none."""
    place = 0
    while resources[place : place + 4] in (b"8BIM", b"MeSa", b"PHUT", b"AgHg", b"DCSR"):
        name = resources[place + 6 : place + 7]
        start = place + 6 + ((name[0] + 2) & ~1 if name else 2)
        size = resources[start : start + 4]
        if len(size) < 4:
            break
        length = number(size)
        if resources[place + 4 : place + 6] == b"\x04\x04":
            return resources[start + 4 : start + 4 + length]
        place = start + 4 + ((length + 1) & ~1)
    return b""
