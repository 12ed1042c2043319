"""What is asked of all works of an exhibition at once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.exhibition.model import Theme, Work

Pair = tuple[int, int]
"""The places in `Exhibition.works` of a work and of the one shown beside it."""
Dated = tuple[int, dt.date | None, dt.date | None]
"""The place of a work in `Exhibition.works`, the first and the last day it is shown."""


class Traits(msgspec.Struct, frozen=True):
    """Sets of works, of which there are `size`: each an int with bit `i` for `works[i]`, as little-endian bytes.

    `themes` has a set for each theme of the exhibition; `pictured` are the works with a picture; `dated` those that are
    shown from or until a day; in `pairs` no work comes twice.
    """

    size: int
    themes: dict[str, bytes]
    pictured: bytes
    highlights: bytes
    dated: tuple[Dated, ...] = ()
    pairs: tuple[Pair, ...] = ()


def set_of(bits: bytes) -> int:
    """A set of works as the int that it is."""
    return int.from_bytes(bits, "little")


def traits_of(works: Sequence[Work], themes: Iterable[Theme]) -> Traits:
    """The traits of `works`, found by looking at each."""
    length = len(works) // 8 + 1
    by_theme = {theme.id: bytearray(length) for theme in themes}
    pictured, highlights = bytearray(length), bytearray(length)
    dated = []
    for index, work in enumerate(works):
        byte, bit = index >> 3, 1 << (index & 7)
        for theme in work.themes:
            by_theme[theme][byte] |= bit
        if work.picture is not None:
            pictured[byte] |= bit
        if work.highlight:
            highlights[byte] |= bit
        if work.show_from or work.show_until:
            dated.append((index, work.show_from, work.show_until))
    sets = {theme: bytes(bits) for theme, bits in by_theme.items()}
    return Traits(len(works), sets, bytes(pictured), bytes(highlights), tuple(dated), pairs_of(works))


def pairs_of(works: Sequence[Work]) -> tuple[Pair, ...]:
    """The pairs of `works`: who names another comes first. A work that has a partner already gets no other."""
    naming = [(place, work.pair_with) for place, work in enumerate(works) if work.pair_with is not None]
    if not naming:
        return ()
    named = {partner for _, partner in naming}
    place_of = {work.id: place for place, work in enumerate(works) if work.id in named}
    pairs: list[Pair] = []
    taken: set[int] = set()
    for place, partner in naming:
        other = place_of.get(partner, place)
        if other != place and not {place, other} & taken:
            pairs.append((place, other))
            taken |= {place, other}
    return tuple(pairs)
