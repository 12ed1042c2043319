"""What was published into the folders that a kiosk looks at: what it may take of that, and what it is told to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kiosk.staff.bundles.arrival import Arrival, Standing
from kiosk.staff.bundles.followed import Memory
from kiosk.staff.bundles.following import Told, is_of, stand, told
from kiosk.staff.bundles.offers import Offer
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.bundles.shelves import Missing, Shelves
from kiosk.staff.bundles.signing import Signer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kiosk.exhibition.problems import Problem
    from kiosk.exhibition.public_key import PublicKey
    from kiosk.staff.bundles.contents import Bundle
    from kiosk.staff.bundles.index import Shelved
    from kiosk.staff.bundles.store import Store


class Published:
    """Looks, whenever `look` is called. `follows`: what the index says for `groups` counts, else what is newest."""

    def __init__(
        self, key: PublicKey | None, settled_s: float, store: Store, groups: Sequence[str], *, follows: bool
    ) -> None:
        self.offers: tuple[Offer, ...] = ()
        self.problems: tuple[Problem, ...] = ()
        self.arrival = Arrival()
        self.wanted: Offer | None = None
        """What is told to be installed, if it is here."""
        self.holds = False
        """The newest is on its way: an older one would be shown for a moment only."""
        self._store = store
        self._groups = groups
        self._follows = follows
        self._shelves = Shelves(key, settled_s)
        self._memory = Memory(store.folder)
        self._told: Told | None = None
        self._fetched: dict[str, Offer | Missing] = {}

    def look(self, folders: Iterable[Path], now: float, generation: int | None = None) -> frozenset[Path]:
        """Look again; the folders into which something was published. `generation`: wanted, also an older one."""
        published = self._shelves.look(folders, now)
        shown, pointer = self._store.current, self._store.pointer
        self._fetched, self.wanted, self._told, self.holds = {}, None, None, False
        listed = {each.sha256: each for index in self._shelves.indexes.values() for each in index.index.bundles}
        there = sorted(listed.values(), key=lambda each: (each.made, each.generation), reverse=True)
        others = [each for each in there if not (pointer and is_of(pointer.current, each))]
        self._fetch_newest([each for each in others if shown is None or each.is_newer_than(shown)])
        for each in others:
            if each.generation == generation:
                self._fetch(each)
        self.problems = self._shelves.problems
        self.arrival = self._follow(shown) if self._follows else self._expect(others, shown)
        self.offers = tuple(each for each in self._fetched.values() if isinstance(each, Offer))
        refused = (each for each in self._fetched.values() if isinstance(each, Missing) and not each.waiting)
        self.problems += tuple(each.problem for each in refused)
        if self.arrival.problem and self.arrival.standing is Standing.REFUSED:
            self.problems = tuple(dict.fromkeys((*self.problems, self.arrival.problem)))
        return published

    def goes_back(self, offer: Offer) -> bool:
        """Whether that is what the index tells, and older than what is shown."""
        shown = self._store.current
        back = self._told is not None and self._told.stage.back and is_of(offer.bundle.name, self._told.listed)
        return back and shown is not None and not offer.bundle.is_newer_than(shown)

    def note_back(self) -> None:
        """What the index told was done, and is done once."""
        if self._told:
            self._memory.note(msgspec.structs.replace(self._memory.followed, back=self._told.stage.since))

    def give_up(self, offer: Offer, problem: Problem) -> None:
        """It could not be installed."""
        self._shelves.give_up(offer, problem)
        self.wanted = None

    def _fetch_newest(self, listed: Iterable[Shelved]) -> None:
        """Of each exhibition the newest that is here, unless a newer one is on its way."""
        done: set[str] = set()
        for each in listed:
            if each.title not in done:
                fetched = self._fetch(each)
                if isinstance(fetched, Offer) or fetched.waiting:
                    done.add(each.title)

    def _fetch(self, listed: Shelved) -> Offer | Missing:
        """From the first folder that has it whole."""
        known = self._fetched.get(listed.sha256)
        if known:
            return known
        found: list[Missing] = []
        for folder, signed in self._shelves.indexes.items():
            if any(each.sha256 == listed.sha256 for each in signed.index.bundles):
                fetched = self._shelves.fetch(folder, listed)
                if isinstance(fetched, Offer):
                    self._fetched[listed.sha256] = fetched
                    return fetched
                found.append(fetched)
        self._fetched[listed.sha256] = best = next((each for each in found if each.waiting), found[0])
        return best

    def _follow(self, shown: Bundle | None) -> Arrival:
        """How it stands with what the index tells this kiosk."""
        found = told(self._shelves.indexes.values(), self._memory, self._groups)
        if found is None:
            return Arrival(Standing.REFUSED, None, self.problems[0]) if self.problems else Arrival()
        if not isinstance(found, Told):
            if found.file and found.file.parent in self._shelves.settling:
                return self.arrival  # somebody who did not wait has followed the new one
            return Arrival(Standing.REFUSED, None, found)
        self._told = found
        standing = stand(found, self._store.pointer, shown, self._memory)
        if standing.standing is not Standing.WAITING:
            return standing
        fetched = self._fetch(found.listed)
        if isinstance(fetched, Offer) and fetched.signer is not Signer.OURS:
            message, remedy = (
                "It is not signed with the key of this kiosk.",
                "Pack it with --key, and publish it again.",
            )
            problem = BundleRefused("not-signed", fetched.file, message, remedy).problem
            return Arrival(Standing.REFUSED, found.listed.generation, problem)
        self.wanted = fetched if isinstance(fetched, Offer) else None
        return _arrival(found.listed, fetched)

    def _expect(self, others: Sequence[Shelved], shown: Bundle | None) -> Arrival:
        """How it stands with the newest."""
        newest = next((each for each in others if shown is None or each.is_newer_than(shown)), None)
        if newest is None:
            return Arrival()
        fetched = self._fetched[newest.sha256]
        self.holds = isinstance(fetched, Missing) and fetched.waiting
        return _arrival(newest, fetched)


def _arrival(listed: Shelved, fetched: Offer | Missing) -> Arrival:
    if isinstance(fetched, Offer):
        return Arrival(Standing.WAITING, listed.generation)
    standing = Standing.WAITING if fetched.waiting else Standing.REFUSED
    return Arrival(standing, listed.generation, None if fetched.problem.rule == "settling" else fetched.problem)
