"""Which works' pictures cannot be shown, and which of them are due to be tried again."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kiosk.pictures.refusal import FAULTS_OF_THE_MACHINE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from kiosk.pictures.storage.quarantine import Quarantine

TRIED_AGAIN = 20
"""So many at once: they are many only where all of them have failed, and the show goes on meanwhile."""


class Failures:
    """Those of one exhibition, works given by their index. `source` gives the file of a work's picture.

    Without a quarantine, only what failed through a fault of the machine is due again.
    """

    def __init__(self, source: Callable[[int], Path | None], quarantine: Quarantine | None) -> None:
        self._source = source
        self._quarantine = quarantine
        self._failed: set[int] = set()
        self._faulty: set[int] = set()
        self._attempts: dict[int, int] = {}
        self._unloadable: set[int] = set()
        self._tried = -1

    def __contains__(self, work: int) -> bool:
        return work in self._failed

    @property
    def works(self) -> tuple[int, ...]:
        """The works whose pictures cannot be shown."""
        return tuple(sorted(self._failed))

    def attempts(self, work: int) -> int:
        """How often a picture has failed already without counting as one that cannot be shown."""
        return self._attempts.get(work, 0)

    def add(self, work: int, rule: str, attempt: int) -> bool:
        """A picture has failed by this rule; whether it counts as one that cannot be shown since then.

        A fault of the machine is given a second attempt first.
        """
        if work in self._failed:
            return False
        if rule in FAULTS_OF_THE_MACHINE:
            if attempt == 0:
                self._attempts[work] = 1
                return False
            self._faulty.add(work)
        self._failed.add(work)
        return True

    def note_unloadable(self, work: int) -> bool:
        """What is made of a work is there and could not be loaded; whether that is so again."""
        again = work in self._unloadable
        self._unloadable.add(work)
        return again

    def forgive_unloadable(self) -> None:
        """What could not be loaded may be tried again: something was mended."""
        self._unloadable.clear()

    def due(self, *, all_of_them: bool) -> tuple[int, ...]:
        """A few of those that do not rest, in turn, or all of them."""
        in_turn = sorted(self._failed, key=lambda work: (work <= self._tried, work))
        due = tuple(islice(filter(self._is_due, in_turn), None if all_of_them else TRIED_AGAIN))
        self._tried = due[-1] if due else self._tried
        return due

    def wake(self, works: Iterable[int]) -> None:
        """Let none of these rest."""
        works = tuple(works)
        self._unloadable.difference_update(works)
        if self._quarantine:
            self._quarantine.forgive(source for work in works if (source := self._source(work)))

    def forget(self, work: int) -> None:
        """A work is tried again."""
        self._failed.discard(work)
        self._faulty.discard(work)
        self._attempts.pop(work, None)

    def _is_due(self, work: int) -> bool:
        source = self._source(work)
        if self._quarantine is None or source is None:
            return work in self._faulty
        return work not in self._unloadable and self._quarantine.is_due(source)
