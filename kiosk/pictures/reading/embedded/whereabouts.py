"""Where a picture was taken, as cameras and telephones write it: found in a file, and taken out of a copy of it.

The copy stays as long as the file, and every other byte of it as it is: nothing is decoded or saved again.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from kiosk.pictures.reading.embedded.blocks import walked
from kiosk.pictures.reading.embedded.finds import number
from kiosk.pictures.reading.embedded.tags import GPS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from mmap import mmap

_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
"""Bytes of one value, by the type of a field (TIFF 6.0)."""
_MOST_ENTRIES = 1000
_MOST_BYTES = 4096
"""Of one value: a place takes 24, the name of a method some more."""
_MOST_FOUND = 10_000
_ATTRIBUTE = re.compile(rb"""[A-Za-z_][\w.-]*:GPS\w+\s*=\s*(?:"[^"<]*"|'[^'<]*')""")
_ELEMENT = re.compile(rb"<([A-Za-z_][\w.-]*:GPS\w+)(?:\s[^<>]*)?>[^<]*</\1\s*>")
_UPRIGHT = {order: struct.pack(f"{order}HHIHH", 0x0112, 3, 1, 1, 0) for order in "<>"}
"""An entry of Orientation (TIFF 6.0): as it is stored."""
_PNG = b"\x89PNG\r\n\x1a\n"
_NOTES = frozenset((b"eXIf", b"iTXt", b"tEXt"))


class _Directory(NamedTuple):
    """The first directory of a TIFF structure that starts at `start`: its entries, and which of them leads to GPS."""

    start: int
    order: str
    place: int
    entries: int
    leading: int


def take_out(content: bytearray | mmap, file: BinaryIO) -> None:
    """Take out of the `content` of the picture `file`, in its place, where it was taken.

    What is packed cannot be changed in its place: whether anything is left, the notes of what was changed tell.
    """
    finds = walked(file)
    for start in set(_structures(content, finds.exif)):
        if directory := _directory(content, start):
            _forget(content, directory)
    for packet in finds.packets():
        for start in _found(content, packet) if b":GPS" in packet else ():
            for told in (*_ATTRIBUTE.finditer(packet), *_ELEMENT.finditer(packet)):
                content[start + told.start() : start + told.end()] = b" " * len(told[0])
    if content[:8] == _PNG:
        _sum_up(content)


def _structures(content: bytearray | mmap, exif: bytes) -> Iterator[int]:
    """Where TIFF structures of EXIF begin, also those of pictures that are put behind the one that is shown."""
    if content[:4] in (b"II*\0", b"MM\0*"):
        yield 0
    if exif:
        yield from _found(content, exif)
    for mark in (b"II*\0", b"MM\0*"):
        yield from (place + 6 for place in _found(content, b"Exif\0\0" + mark))


def _found(content: bytearray | mmap, wanted: bytes) -> Iterator[int]:
    place = content.find(wanted)
    for _ in range(_MOST_FOUND):
        if place < 0:
            return
        yield place
        place = content.find(wanted, place + 1)


def _directory(content: bytearray | mmap, start: int) -> _Directory | None:
    """The first directory of a structure, where it leads to one of GPS."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(_part(content, start, 4))
    head = _part(content, start + 4, 4)
    if order is None or not head:
        return None
    place = start + number(head, order)
    entries = _entries(content, place, order)
    for entry in range(entries):
        tag = _part(content, place + 2 + 12 * entry, 2)
        if tag and number(tag, order) == GPS:
            return _Directory(start, order, place, entries, entry)
    return None


def _entries(content: bytearray | mmap, place: int, order: str) -> int:
    size = _part(content, place, 2)
    return min(number(size, order), _MOST_ENTRIES) if size else 0


def _part(content: bytearray | mmap, place: int, length: int) -> bytes:
    """Some bytes; none where there are fewer."""
    part = bytes(content[place : place + length])
    return part if len(part) == length else b""


def _forget(content: bytearray | mmap, directory: _Directory) -> None:
    """Take the entry out that leads to GPS, those behind it moving up, and let nothing be where it led.

    A directory has one entry at least: where it was the only one, it says instead that the picture is not turned.
    """
    order, first = directory.order, directory.place + 2
    entry, end = first + 12 * directory.leading, first + 12 * directory.entries + 4
    if end > len(content):
        return
    _wipe_directory(content, directory.start, number(_part(content, entry + 8, 4), order), order)
    if directory.entries == 1:
        content[entry : entry + 12] = _UPRIGHT[order]
        return
    content[entry:end] = _part(content, entry + 12, end - entry - 12) + bytes(12)
    content[directory.place : first] = (directory.entries - 1).to_bytes(2, "little" if order == "<" else "big")


def _wipe_directory(content: bytearray | mmap, start: int, offset: int, order: str) -> None:
    place = start + offset
    entries = _entries(content, place, order)
    for entry in range(entries):
        told = _part(content, place + 2 + 12 * entry, 12)
        if not told:
            return
        length = _BYTES.get(number(told[2:4], order), 0) * number(told[4:8], order)
        if 4 < length <= _MOST_BYTES:
            _wipe(content, start + number(told[8:12], order), length)
    _wipe(content, place, 2 + 12 * entries)


def _wipe(content: bytearray | mmap, place: int, length: int) -> None:
    length = min(length, len(content) - place)
    if length > 0:
        content[place : place + length] = bytes(length)


def _sum_up(content: bytearray | mmap) -> None:
    """Write the sums of a PNG's chunks of notes anew."""
    place = 8
    for _ in range(_MOST_FOUND):
        head = _part(content, place, 8)
        if not head or head[4:] == b"IEND":
            return
        end = place + 8 + number(head[:4])
        if head[4:] in _NOTES and end + 4 <= len(content):
            content[end : end + 4] = zlib.crc32(content[place + 4 : end]).to_bytes(4, "big")
        place = end + 4
