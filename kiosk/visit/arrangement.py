"""The orders in which works can hang."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from kiosk.exhibition.catalogue import NOBODY, UNDATED
from kiosk.visit.seeking import Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from kiosk.exhibition.catalogue import Catalogue

LAST = 1 << 30


def sorts(catalogue: Catalogue) -> tuple[Sort, ...]:
    """The orders that make a difference: by date with two years or more, by creator with two creators or more."""
    dated = len(set(catalogue.years) - {UNDATED}) > 1
    return (
        Sort.CURATOR,
        *((Sort.DATE,) if dated else ()),
        *((Sort.CREATOR,) if len(catalogue.creators) > 1 else ()),
    )


def sorted_names(catalogue: Catalogue, language: str, languages: Sequence[str]) -> list[str]:
    """The name each creator is sorted by, for a visitor reading `language`."""
    return [creator.sorted_as.words(language, languages) for creator in catalogue.creators]


def ranks(catalogue: Catalogue, sort: Sort, names: Sequence[str], key: Callable[[str], Any]) -> array[int] | None:
    """Each work's place in an order, by its place in the exhibition; None for the curator's order.

    By date, works without one come last. By creator, names in the order of `key`, that of a language; each creator's
    works by date; works without a creator last. What is the same keeps the curator's order.
    """
    if sort is Sort.CURATOR:
        return None
    years = [LAST if year == UNDATED else year for year in catalogue.years]
    if sort is Sort.DATE:
        return _places(sorted(range(len(years)), key=years.__getitem__))
    place_of = dict.fromkeys((NOBODY,), LAST)
    by_name = sorted(range(len(names)), key=lambda creator: key(names[creator]))
    place_of.update({creator: place for place, creator in enumerate(by_name)})
    makers = [place_of[creator] for creator in catalogue.creator_of]
    return _places(sorted(range(len(years)), key=lambda work: (makers[work], years[work])))


def _places(order: Sequence[int]) -> array[int]:
    places = array("i", bytes(4 * len(order)))
    for place, work in enumerate(order):
        places[work] = place
    return places
