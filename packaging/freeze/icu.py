"""A small libicudata: of ICU's data only what Qt asks for, which is a seventh of it.

Qt sorts words with ICU (QCollator) and asks it about time zones; names of languages, currencies and units, dates and
where lines break it has from elsewhere, and letters of old character sets are read by Python. The library is one
object, `icudt73_dat`, in a format of ICU's own: a header, a table of contents, entries with names in their order.
Sources: ICU, "ICU Data" (userguide/icu_data) and source/common/ucmndata.h; Tool Interface Standard, "ELF", 1995.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_KEPT = re.compile(
    r"[^/]*/(coll/.*|[^/]*\.(icu|nrm|spp)"
    r"|(root|res_index|pool|icuver|icustd|supplementalData|metadata|likelySubtags|keyTypeData|numberingSystems|plurals"
    r"|pluralRanges|timezoneTypes|windowsZones|zoneinfo64|metaZones)\.res)"
)
_ALIGNED = 16
_MAGIC = b"\xda\x27"
_LOAD = 1
_PAGE = 0x1000


class Unreadable(Exception):
    """The library is not what is known here; it has to be looked at before Qt's next version is frozen."""


class _Segment(NamedTuple):
    """An entry of ELF's program header, of 64 bits. Source: ELF-64 Object File Format, 1998."""

    kind: int
    flags: int
    offset: int
    address: int
    physical: int
    in_file: int
    in_memory: int
    align: int


_SEGMENT = struct.Struct("<IIQQQQQQ")
_SEGMENTS_AT, _SECTIONS_AT, _COUNTS_AT = 0x20, 0x28, 0x36


def make_small(library: Path) -> None:
    """Write the library anew, with the data that is used. Its addresses stay as they are. Raises `Unreadable`."""
    whole = library.read_bytes()
    segments = _segments(whole)
    loads = [segment for segment in segments if segment.kind == _LOAD]
    begin = whole.find(_MAGIC, _PAGE) - 2
    first, *others = segments or [None]
    if len(loads) != 2 or loads[0] is not first or begin % _PAGE:
        raise Unreadable(f"{library} is laid out in an unknown way")
    data = small(whole[begin : first.in_file])
    last = loads[1]
    moved = -(-(begin + len(data)) // _PAGE) * _PAGE + last.offset % _PAGE
    made = bytearray(whole[:begin] + data)
    made += bytes(moved - len(made)) + whole[last.offset : last.offset + last.in_file]
    changed = [first._replace(in_file=begin + len(data), in_memory=begin + len(data))]
    changed += [each._replace(offset=moved) if each.offset == last.offset else each for each in others]
    for place, segment in enumerate(changed):
        _SEGMENT.pack_into(made, struct.unpack_from("<Q", made, _SEGMENTS_AT)[0] + place * _SEGMENT.size, *segment)
    struct.pack_into("<Q", made, _SECTIONS_AT, 0)  # sections are for linkers; what loads it reads segments
    struct.pack_into("<HHHHH", made, _COUNTS_AT, _SEGMENT.size, len(changed), 64, 0, 0)
    library.write_bytes(made)


def small(data: bytes) -> bytes:
    """A package of ICU's data with the entries that are used. Raises `Unreadable`."""
    kept = [(name, content) for name, content in entries(data) if _KEPT.fullmatch(name.decode())]
    head = data[: _head(data)]
    names = b"".join(name + b"\0" for name, _ in kept)
    table = 4 + 8 * len(kept)
    place = _up(table + len(names))
    name_at, contents, listed = table, bytearray(), bytearray(struct.pack("<I", len(kept)))
    for name, content in kept:
        listed += struct.pack("<II", name_at, place + len(contents))
        name_at += len(name) + 1
        contents += content + bytes(_up(len(content)) - len(content))
    return head + bytes(listed) + names + bytes(place - table - len(names)) + bytes(contents)


def entries(data: bytes) -> list[tuple[bytes, bytes]]:
    """The names and contents in a package of ICU's data. Raises `Unreadable`."""
    begin = _head(data)
    (count,) = struct.unpack_from("<I", data, begin)
    places = [struct.unpack_from("<II", data, begin + 4 + 8 * each) for each in range(count)]
    ends = [at for _, at in places[1:]] + [len(data) - begin]
    return [
        (data[begin + name : data.index(b"\0", begin + name)], data[begin + at : begin + end])
        for (name, at), end in zip(places, ends, strict=True)
    ]


def _head(data: bytes) -> int:
    """The length of the header."""
    if data[2:4] != _MAGIC or data[12:16] != b"CmnD" or data[8:10] != b"\0\0":
        raise Unreadable("this is not ICU's data in a package, little-endian and in ASCII")
    return int.from_bytes(data[:2], "little")


def _up(length: int) -> int:
    return -(-length // _ALIGNED) * _ALIGNED


def _segments(library: bytes) -> list[_Segment]:
    if library[:5] != b"\x7fELF\x02" or len(library) < _PAGE:
        return []
    at, (_, count) = struct.unpack_from("<Q", library, _SEGMENTS_AT)[0], struct.unpack_from("<HH", library, _COUNTS_AT)
    return [_Segment(*_SEGMENT.unpack_from(library, at + place * _SEGMENT.size)) for place in range(count)]
