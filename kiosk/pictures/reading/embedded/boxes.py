"""AVIF and HEIC: items of EXIF and XMP in the boxes of ISO base media (ISO/IEC 14496-12 and 23008-12)."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from kiosk.pictures.reading.embedded.finds import Broken, exactly, go, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.pictures.reading.embedded.finds import Finds

_XMP = b"application/rdf+xml"
_IN_FILE, _IN_BOX = 0, 1


class _Item(NamedTuple):
    """Where an item is: in the file, or in the box of data within `meta`; its extents as (offset, length)."""

    where: int
    extents: list[tuple[int, int]]


def walk(file: BinaryIO, finds: Finds) -> None:
    """Gather the items of EXIF and XMP of an AVIF or a HEIC. Raises `Broken`."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    for name, start, length in _boxes(file, size, finds):
        if name == b"meta":
            file.seek(start)
            _take_meta(file, finds.take(file, length), finds)
            return


def _boxes(file: BinaryIO, end: int, finds: Finds) -> Iterator[tuple[bytes, int, int]]:
    """The name of each box up to `end`, where its content starts, and how long that is."""
    while (place := file.tell()) + 8 <= end:
        finds.step()
        length, name = number(exactly(file, 4)), exactly(file, 4)
        if length == 1:
            length = number(exactly(file, 8))
        elif length == 0:
            length = end - place
        start = file.tell()
        after = place + length
        if not start <= after <= end:
            raise Broken
        yield name, start, after - start
        go(file, after)


def _take_meta(file: BinaryIO, meta: bytes, finds: Finds) -> None:
    inner = io.BytesIO(meta)
    exactly(inner, 4)
    parts = {}
    for name, start, length in _boxes(inner, len(meta), finds):
        parts[name] = meta[start : start + length]
    kinds = _kinds(parts.get(b"iinf", b""), finds)
    for item, where in _places(parts.get(b"iloc", b""), frozenset(kinds), finds).items():
        source = file if where.where == _IN_FILE else io.BytesIO(parts.get(b"idat", b""))
        pieces = []
        for offset, length in where.extents:
            go(source, offset)
            pieces.append(finds.take(source, length))
        content = b"".join(pieces)
        if kinds[item] == b"Exif":
            # The first four bytes tell how many more come before the TIFF structure.
            skipped = 4 + number(content[:4]) if len(content) >= 4 else 0
            finds.exif = finds.exif or content[skipped:]
        else:
            finds.xmp = finds.xmp or content


def _kinds(info: bytes, finds: Finds) -> dict[int, bytes]:
    """`Exif` or the type of XMP for each item that is one of these, by its id."""
    box = io.BytesIO(info)
    found: dict[int, bytes] = {}
    if not info:
        return found
    version = exactly(box, 4)[0]
    exactly(box, 2 if version == 0 else 4)
    for name, start, length in _boxes(box, len(info), finds):
        entry = info[start : start + length]
        if name != b"infe" or len(entry) < 12 or entry[0] not in (2, 3):
            continue
        wide = 2 if entry[0] == 2 else 4
        item, rest = number(entry[4 : 4 + wide]), entry[4 + wide + 2 :]
        if rest[:4] == b"Exif":
            found[item] = b"Exif"
        elif rest[:4] == b"mime" and _XMP in rest.split(b"\0")[1:3]:
            found[item] = _XMP
    return found


def _places(locations: bytes, wanted: frozenset[int], finds: Finds) -> dict[int, _Item]:
    box = io.BytesIO(locations)
    found: dict[int, _Item] = {}
    if not locations:
        return found
    version = exactly(box, 4)[0]
    if version > 2:
        raise Broken
    offset_length, base_index = exactly(box, 2)
    widths = offset_length >> 4, offset_length & 15, base_index >> 4, (base_index & 15 if version else 0)
    if any(width not in (0, 4, 8) for width in widths):
        raise Broken
    wide = 2 if version < 2 else 4
    for _ in range(number(exactly(box, wide))):
        finds.step()
        item = number(exactly(box, wide))
        where = number(exactly(box, 2)) & 15 if version else _IN_FILE
        exactly(box, 2)
        base = _sized(box, widths[2])
        extents = []
        for _ in range(number(exactly(box, 2))):
            finds.step()
            _sized(box, widths[3])
            extents.append((base + _sized(box, widths[0]), _sized(box, widths[1])))
        if item in wanted and where in (_IN_FILE, _IN_BOX):
            found[item] = _Item(where, extents)
    return found


def _sized(box: io.BytesIO, width: int) -> int:
    return number(exactly(box, width)) if width else 0
