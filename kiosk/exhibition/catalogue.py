"""When and by whom each work was made, small enough to be kept of all of them at once."""

from __future__ import annotations

import zlib
from array import array
from functools import cached_property
from sys import byteorder
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.folding import fold
from kiosk.exhibition.text import Text
from kiosk.exhibition.traits import set_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.exhibition.model import Work

UNDATED = -(1 << 31)
"""The year of a work without one."""
NOBODY = -1
"""The creator of a work without one."""
_NAMELESS = frozenset(
    map(
        fold,
        (
            *("Unknown", "Unknown artist", "Artist unknown", "Unidentified", "Unidentified artist", "Anonymous"),
            *("Unbekannt", "Неизвестный художник", "Неизвестный", "Неизвестный автор", "Автор неизвестен", "Аноним"),
            *("작자 미상", "작가 미상", "미상", "مجهول", "فنان مجهول", "غير معروف", "Anonyme", "Anonimo"),
        ),
    )
)
"""Names of those who are not known: their works have no creator in common."""


class Creator(msgspec.Struct, frozen=True):
    """Somebody who made works: the name on their labels, and the name they are sorted by."""

    name: Text
    sorted_as: Text


class Catalogue(msgspec.Struct, frozen=True, dict=True):
    """Each work's year and creator by its place in `Exhibition.works`, as little-endian numbers of 32 bits.

    A creator is given by its place in `creators`. See `UNDATED` and `NOBODY`.
    """

    creators: tuple[Creator, ...]
    year_bytes: bytes
    creator_bytes: bytes

    @cached_property
    def years(self) -> array[int]:
        """Each work's year, or `UNDATED`."""
        return _numbers(self.year_bytes)

    @cached_property
    def creator_of(self) -> array[int]:
        """Each work's creator, or `NOBODY`."""
        return _numbers(self.creator_bytes)

    @cached_property
    def _places(self) -> dict[int, array[int]]:
        """Where the works of each creator are. A set for each would take memory by works times creators."""
        places: dict[int, array[int]] = {}
        for work, creator in enumerate(self.creator_of):
            if creator in places:
                places[creator].append(work)
            elif creator != NOBODY:
                places[creator] = array("I", [work])
        return places

    def works_of(self, creator: int) -> int:
        """The works of a creator as a set: an int with bit `i` for `works[i]`; none of `NOBODY`."""
        bits = bytearray(len(self.creator_of) // 8 + 1)
        for work in self._places.get(creator, ()):
            bits[work >> 3] |= 1 << (work & 7)
        return set_of(bytes(bits))


def catalogue_of(works: Iterable[Work], languages: Sequence[str] = ()) -> Catalogue:
    """The catalogue of `works`. Creators are the same where their names are, in the first of `languages`."""
    from kiosk.exhibition.years import year_of

    years, creator_of = array("i"), array("i")
    creators: dict[str, Creator] = {}
    places: dict[str, int] = {}
    said_of: dict[str, int] = {}
    for work in works:
        year = year_of(work, languages)
        years.append(UNDATED if year is None else year)
        said = work.creator.words(languages[0] if languages else "", languages)
        if said not in said_of:
            name = fold(said)
            if name and name not in _NAMELESS and name not in places:
                places[name] = len(places)
                creators[name] = Creator(work.creator, work.creator_sort or work.creator)
            said_of[said] = places.get(name, NOBODY)
        creator_of.append(said_of[said])
    return Catalogue(tuple(creators.values()), _bytes(years), _bytes(creator_of))


def pack_catalogue(catalogue: Catalogue) -> bytes:
    """The catalogue as it is kept in an index."""
    return zlib.compress(msgspec.msgpack.encode(catalogue), 1)


def unpack_catalogue(packed: bytes) -> Catalogue:
    """The catalogue that `pack_catalogue` packed."""
    return msgspec.msgpack.decode(zlib.decompress(packed), type=Catalogue)


def _bytes(numbers: array[int]) -> bytes:
    if byteorder != "little":
        numbers.byteswap()
    return numbers.tobytes()


def _numbers(data: bytes) -> array[int]:
    numbers = array("i")
    numbers.frombytes(data)
    if byteorder != "little":
        numbers.byteswap()
    return numbers
