"""The order of the works shown, and the place in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Playlist:
    """Works by their index in the exhibition, each once per round, and the place of the one on the screen.

    `works` is ascending, `order` the round's. With a `seed` every round has an order of its own, which depends only on
    the works, the seed, the number of the round and, for round 0, the work it opens with. `partners` has for the first
    work of each pair the one shown beside it, which is in `works` and not in `order`.
    """

    works: tuple[int, ...]
    order: tuple[int, ...]
    at: int = 0
    seed: int | None = None
    round: int = 0
    opening: int | None = None
    partners: Mapping[int, int] = field(default_factory=dict, hash=False)

    @classmethod
    def of(
        cls,
        works: Iterable[int],
        current: int | None = None,
        seed: int | None = None,
        rank: Sequence[int] | None = None,
        pairs: Iterable[tuple[int, int]] = (),
    ) -> Self:
        """A playlist of `works`, at `current` or the next one after it, else at its beginning.

        In the order of `rank`, which has a number for each work of the exhibition, all different; else in the
        exhibition's, or shuffled by `seed`: then the first round opens with `current`. Of the `pairs` those count whose
        works are both among `works`. Raises ValueError without works.
        """
        shown = set(works)
        ascending = tuple(sorted(shown))
        if not ascending:
            raise ValueError("a playlist needs at least one work")
        partners = {first: second for first, second in pairs if first in shown and second in shown}
        leading = _leading(ascending, partners.values())
        if current is not None:
            wanted = current if current in shown or rank is not None else _at_or_after(ascending, current)
            current = _first_of(partners, wanted)
        if rank is not None:
            order = tuple(sorted(leading, key=rank.__getitem__))
            at = 0 if current is None else bisect_left(order, rank[current], key=rank.__getitem__) % len(order)
            return cls(ascending, order, at, partners=partners)
        if seed is None:
            return cls(ascending, leading, 0 if current is None else leading.index(current), partners=partners)
        return cls(ascending, _round(leading, seed, 0, current), seed=seed, opening=current, partners=partners)

    def __len__(self) -> int:
        return len(self.order)

    @property
    def shown(self) -> tuple[int, ...]:
        """The works on the screen: the current one, and its partner if it has one."""
        partner = self.partners.get(self.current)
        return (self.current,) if partner is None else (self.current, partner)

    @property
    def singly(self) -> tuple[int, ...]:
        """Every work of the round, one that is shown beside another after that one."""
        if not self.partners:
            return self.order
        return tuple(work for first in self.order for work in (first, self.partners.get(first)) if work is not None)

    @property
    def position(self) -> int:
        """The place of the current work in `singly`."""
        if not self.partners:
            return self.at
        return self.at + sum(work in self.partners for work in self.order[: self.at])

    @property
    def current(self) -> int:
        """The work on the screen."""
        return self.order[self.at]

    def step(self, by: int) -> Self:
        """`by` works on, or back when negative; past the end begins a new round."""
        rounds, at = divmod(self.at + by, len(self.order))
        if not rounds or self.seed is None:
            return replace(self, at=at)
        number = self.round + rounds
        leading = _leading(self.works, self.partners.values())
        return replace(self, order=_round(leading, self.seed, number, self.opening), at=at, round=number)

    def first(self) -> Self:
        """At the beginning of the round."""
        return replace(self, at=0)

    def last(self) -> Self:
        """At the end of the round."""
        return replace(self, at=len(self.order) - 1)

    def go_to(self, work: int) -> Self:
        """At `work`, or where it is shown beside another. Raises ValueError if the playlist does not have it."""
        return replace(self, at=self.order.index(_first_of(self.partners, work)))


def _leading(ascending: tuple[int, ...], partners: Collection[int]) -> tuple[int, ...]:
    """The works without those that are shown beside others."""
    beside = set(partners)
    return tuple(work for work in ascending if work not in beside) if beside else ascending


def _first_of(partners: Mapping[int, int], work: int) -> int:
    """The work beside which `work` is shown; itself if there is none."""
    return next((first for first, second in partners.items() if second == work), work)


def _at_or_after(ascending: tuple[int, ...], work: int) -> int:
    return ascending[bisect_left(ascending, work) % len(ascending)]


@lru_cache(maxsize=4)
def _round(works: tuple[int, ...], seed: int, number: int, opening: int | None) -> tuple[int, ...]:
    """The order of one round: every work once, and not first the one that ended the round before.

    Only the first two places are ever exchanged, so with three works or more the end of the round before is known
    without its own beginning. `opening` changes places with the work that would open round 0, in every round alike.
    """
    order = _shuffled(works, seed, number)
    if len(order) > 2 and order[0] == _shuffled(works, seed, number - 1)[-1]:
        order[0], order[1] = order[1], order[0]
    if opening is None:
        return tuple(order)
    opener = _round(works, seed, 0, None)[0]
    exchanged = {opener: opening, opening: opener}
    return tuple(exchanged.get(work, work) for work in order)


def _shuffled(works: tuple[int, ...], seed: int, number: int) -> list[int]:
    order = list(works)
    Random(f"{seed}:{number}").shuffle(order)
    return order
