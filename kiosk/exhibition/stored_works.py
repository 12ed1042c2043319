"""The works of a large exhibition, kept small: each is made when it is looked at."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import msgspec

from kiosk.exhibition.catalogue import unpack_catalogue
from kiosk.exhibition.model import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kiosk.exhibition.catalogue import Catalogue
    from kiosk.exhibition.traits import Traits

PAGE = 32
"""Works that are stored together: a row or two of the wall, half a millisecond to unpack."""
PAGES_AT_HAND = 64
_QUICK = 3
"""The level of zlib that packs 100,000 works in a second, to an eighth."""


class StoredWorks(Sequence[Work]):
    """Works below `folder`, packed in `pages` by `pack_works`; the pages looked at last stay at hand.

    `traits` tells what is asked of all works at once. `spelled` has the names of pictures, from `folder` on, that the
    disk spells otherwise, by the place of their work. `catalogue`, packed too, is unpacked when it is asked for.
    """

    def __init__(
        self, pages: Sequence[bytes], traits: Traits, folder: Path, spelled: Mapping[int, str], catalogue: bytes = b""
    ) -> None:
        self.traits = traits
        self._catalogue = catalogue
        self._pages = pages
        self._folder = folder
        self._spelled = spelled
        self._decoder = msgspec.msgpack.Decoder(tuple[Work, ...], dec_hook=paths_below(folder))
        self._page = lru_cache(PAGES_AT_HAND)(self._unpacked)

    @cached_property
    def catalogue(self) -> Catalogue | None:
        """When and by whom each work was made, where that was kept."""
        return unpack_catalogue(self._catalogue) if self._catalogue else None

    def __len__(self) -> int:
        return self.traits.size

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, StoredWorks):
            return NotImplemented
        mine = self._folder, self._spelled, self._pages
        return mine == (other._folder, other._spelled, other._pages)

    def __hash__(self) -> int:
        return hash((self._folder, *self._pages))

    @overload
    def __getitem__(self, place: int) -> Work: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Work, ...]: ...

    def __getitem__(self, place: int | slice) -> Work | tuple[Work, ...]:
        if isinstance(place, slice):
            return tuple(self[index] for index in range(*place.indices(len(self))))
        number, rest = divmod(range(len(self))[place], PAGE)
        return self._page(number)[rest]

    def __iter__(self) -> Iterator[Work]:
        for number in range(len(self._pages)):
            yield from self._unpacked(number)

    def _unpacked(self, number: int) -> tuple[Work, ...]:
        works = self._decoder.decode(zlib.decompress(self._pages[number]))
        first = number * PAGE
        if not any(place in self._spelled for place in range(first, first + len(works))):
            return works
        return tuple(self._as_spelled(work, first + rest) for rest, work in enumerate(works))

    def _as_spelled(self, work: Work, place: int) -> Work:
        name = self._spelled.get(place)
        return work if name is None else msgspec.structs.replace(work, picture=self._folder / name)


def pack_works(works: Sequence[Work], folder: Path) -> tuple[bytes, ...]:
    """Pages of works whose pictures are below `folder`. Raises ValueError where one cannot be written down."""
    encoder = msgspec.msgpack.Encoder(enc_hook=names_below(folder))
    starts = range(0, len(works), PAGE)
    return tuple(zlib.compress(encoder.encode(works[start : start + PAGE]), _QUICK) for start in starts)


def names_below(folder: Path) -> Callable[[Any], str]:
    """How msgspec writes a path down: as its name from `folder` on. Words that YAML takes for a yes are words."""

    def name(value: Any) -> str:
        if isinstance(value, str):
            return str(value)
        if not isinstance(value, Path):
            raise NotImplementedError(type(value))
        return value.relative_to(folder).as_posix()

    return name


def paths_below(folder: Path) -> Callable[[type, Any], object]:
    """How msgspec reads such a name."""

    def path(kind: type, name: Any) -> object:
        if kind is not Path:
            raise NotImplementedError(kind)
        return folder / name

    return path
