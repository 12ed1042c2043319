"""The attract loop: which works it shows, and when three of one theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.visit.playlist import Playlist

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kiosk.exhibition.model import Theme, Work

TEASER_WORKS = 3
FEWEST_HIGHLIGHTS = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """What the attract screen shows at a time: works by index. `theme`: the id, for a teaser of three works."""

    works: tuple[int, ...]
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """An endless sequence of scenes. `teasers`: the theme's id and its works; one comes after `pictures` pictures."""

    loop: Playlist
    teasers: tuple[tuple[str, tuple[int, ...]], ...] = ()
    pictures: int = 0

    def scene(self, number: int) -> Scene:
        """The `number`-th scene, from 0."""
        if not self.teasers:
            return Scene((self.loop.step(number).current,))
        cycle, place = divmod(number, self.pictures + 1)
        if place < self.pictures:
            return Scene((self.loop.step(cycle * self.pictures + place).current,))
        turn, which = divmod(cycle, len(self.teasers))
        theme, works = self.teasers[which]
        return Scene(tuple(works[(turn * TEASER_WORKS + n) % len(works)] for n in range(TEASER_WORKS)), theme)


def loop_works(works: Sequence[Work]) -> tuple[int, ...]:
    """The works that can move through the loop on one day or another, by index.

    These are the highlights alone where three of them are on show every day.
    """
    pictures = tuple(index for index, work in enumerate(works) if work.picture)
    highlights = tuple(index for index in pictures if works[index].highlight)
    lasting = [index for index in highlights if not (works[index].show_from or works[index].show_until)]
    return highlights if len(lasting) >= FEWEST_HIGHLIGHTS else pictures


def programme(
    works: Sequence[Work],
    themes: Iterable[Theme],
    shown: Iterable[int],
    teaser_every: int = 5,
    seed: int | None = None,
    usable: Callable[[Work], bool] = lambda work: work.picture is not None,
) -> Programme:
    """The programme of an exhibition.

    `shown`: indexes into `works` of those on show. Works whose picture is `usable` are shown, the highlights alone if
    there are three; all as typographic scenes if no picture is usable. After `teaser_every` pictures (0: never) comes
    a teaser of the next theme that has three works with pictures. With a `seed` the loop is shuffled. Raises
    ValueError if nothing is shown.
    """
    on_show = tuple(shown)
    pictures = tuple(index for index in on_show if usable(works[index]))
    highlights = tuple(index for index in pictures if works[index].highlight)
    loop = highlights if len(highlights) >= FEWEST_HIGHLIGHTS else pictures or on_show
    by_theme = {theme.id: tuple(index for index in pictures if theme.id in works[index].themes) for theme in themes}
    teasers = tuple((theme, of_it) for theme, of_it in by_theme.items() if len(of_it) >= TEASER_WORKS)
    return Programme(Playlist.of(loop, seed=seed), teasers if teaser_every > 0 else (), teaser_every)
