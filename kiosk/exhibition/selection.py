"""Which works the chosen themes show, fast enough to answer while a finger is still on the chip."""

from __future__ import annotations

from functools import reduce
from itertools import compress
from operator import and_, or_
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.exhibition.model import ThemesMatch
from kiosk.exhibition.traits import set_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date

    from kiosk.exhibition.model import Exhibition


class Selection:
    """The themes of an exhibition as sets of works, each set an int with bit `i` for `works[i]`.

    Works that are `hidden`, by place and until a day or for good (None), are in none of them; without knowing the day
    all of those are hidden.
    """

    def __init__(self, exhibition: Exhibition, hidden: Mapping[int, date | None] = MappingProxyType({})) -> None:
        traits = exhibition.traits
        self._size = traits.size
        self._all = (1 << self._size) - 1
        self._any = exhibition.themes_match is ThemesMatch.ANY
        self._by_theme = {theme: set_of(bits) for theme, bits in traits.themes.items()}
        self._dated = traits.dated
        self._hidden = dict(hidden)

    @property
    def dated(self) -> bool:
        """Whether some works are shown from or until a day, or hidden."""
        return bool(self._dated or self._hidden)

    def works(self, chosen: Collection[str], today: date | None = None) -> tuple[int, ...]:
        """The places in `Exhibition.works` of the works to show, in the order of the manifest.

        No theme chosen means all works; a theme the exhibition does not have is carried by none. Works outside
        their dates on `today` are left out; without `today` dates do not matter.
        """
        return places(self.on_show(chosen, today))

    def on_show(self, chosen: Collection[str], today: date | None = None) -> int:
        """The same works as a set: an int with bit `i` for `Exhibition.works[i]`."""
        return self._chosen(chosen) & self._open(today)

    def counts(self, chosen: Collection[str], today: date | None = None, within: int = -1) -> dict[str, int]:
        """For each theme the number its chip shows, of the works of the set `within`.

        Where any theme is enough, the works that carry it; where all are needed, the works that would be left with
        it added to the `chosen` ones.
        """
        base = self._open(today) & within
        if not self._any:
            base &= self._chosen(chosen)
        return {theme: (bits & base).bit_count() for theme, bits in self._by_theme.items()}

    def _chosen(self, chosen: Collection[str]) -> int:
        if not chosen:
            return self._all
        combine: Callable[[int, int], int] = or_ if self._any else and_
        return reduce(combine, (self._by_theme.get(theme, 0) for theme in chosen))

    def _open(self, today: date | None) -> int:
        if today is None and not self._hidden:
            return self._all
        outside = bytearray(self._size // 8 + 1)
        for place, until in self._hidden.items():
            if until is None or today is None or today < until:
                outside[place >> 3] |= 1 << (place & 7)
        for place, first, last in self._dated:
            if today and ((first and today < first) or (last and today > last)):
                outside[place >> 3] |= 1 << (place & 7)
        return self._all & ~set_of(bytes(outside))


def places(works: int) -> tuple[int, ...]:
    """The bits that are set, ascending."""
    return tuple(compress(range(works.bit_length()), map("1".__eq__, reversed(f"{works:b}"))))
