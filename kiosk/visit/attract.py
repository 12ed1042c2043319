"""The attract loop: which works it shows, and when three of one theme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kiosk.exhibition.selection import places
from kiosk.exhibition.traits import set_of
from kiosk.visit.playlist import Playlist

if TYPE_CHECKING:
    from kiosk.exhibition.traits import Traits

TEASER_WORKS = 3
FEWEST_HIGHLIGHTS = 3

_places = lru_cache(4)(places)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the attract screen shows at a time: works by index. `theme`: the id, for a teaser of three works."""

    works: tuple[int, ...]
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """An endless sequence of scenes. `teasers`: the theme's id and the set of its works, an int with a bit for each.

    A teaser comes after `pictures` pictures.
    """

    loop: Playlist
    teasers: tuple[tuple[str, int], ...] = ()
    pictures: int = 0

    def scene(self, number: int) -> Scene:
        """The `number`-th scene, from 0."""
        if not self.teasers:
            return Scene((self.loop.step(number).current,))
        cycle, place = divmod(number, self.pictures + 1)
        if place < self.pictures:
            return Scene((self.loop.step(cycle * self.pictures + place).current,))
        turn, which = divmod(cycle, len(self.teasers))
        theme, carriers = self.teasers[which]
        works = _places(carriers)
        return Scene(tuple(works[(turn * TEASER_WORKS + n) % len(works)] for n in range(TEASER_WORKS)), theme)


def loop_works(traits: Traits) -> tuple[int, ...]:
    """The works that can move through the loop on one day or another, by index.

    These are the highlights alone where three of them are on show every day.
    """
    pictures = set_of(traits.pictured)
    highlights = pictures & set_of(traits.highlights)
    dated = sum(highlights >> place & 1 for place, _, _ in traits.dated)
    return places(highlights if highlights.bit_count() - dated >= FEWEST_HIGHLIGHTS else pictures)


def programme(traits: Traits, on_show: int, teaser_every: int = 5, seed: int | None = None) -> Programme:
    """The programme of an exhibition with such `traits`, of whose works the set `on_show` is on show.

    Works with a picture are shown, the highlights alone if there are three; all as typographic scenes if there is no
    picture. After `teaser_every` pictures (0: never) comes a teaser of the next theme that has three works with
    pictures. With a `seed` the loop is shuffled. Raises ValueError if nothing is shown.
    """
    pictures = on_show & set_of(traits.pictured)
    highlights = pictures & set_of(traits.highlights)
    loop = highlights if highlights.bit_count() >= FEWEST_HIGHLIGHTS else pictures or on_show
    by_theme = ((theme, pictures & set_of(carriers)) for theme, carriers in traits.themes.items())
    teasers = tuple((theme, of_it) for theme, of_it in by_theme if of_it.bit_count() >= TEASER_WORKS)
    return Programme(Playlist.of(places(loop), seed=seed), teasers if teaser_every > 0 else (), teaser_every)
