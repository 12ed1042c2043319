"""What can be done with bundles while the program runs: install what is on a stick, and go back. For any thread."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk.exhibition.installed import current_exhibition
from kiosk.exhibition.manifest import manifest_file
from kiosk.exhibition.problems import Severity
from kiosk.staff.bundles.arrival import Standing
from kiosk.staff.bundles.installing import install, roll_back
from kiosk.staff.bundles.refusal import FAULTS_OF_THE_MACHINE, BundleRefused
from kiosk.staff.bundles.store import Store
from kiosk.staff.bundles.watching import SETTLED_S, Watch, public_key
from kiosk.staff.inspection import to_nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kiosk.exhibition.config_sections import Bundles
    from kiosk.exhibition.problems import Problem
    from kiosk.staff.bundles.contents import Bundle
    from kiosk.staff.bundles.installing import Installed
    from kiosk.staff.bundles.offers import Offer
    from kiosk.staff.inspection import Progress


_MOMENTS = 2
"""An index is believed after one, and what it lists after another."""


class AtHand(NamedTuple):
    """Bundles that are newer than what is installed, what is wrong with others, what is installed, and before it.

    `manifest` is that of what is installed, `wanted` all bundles of the generation that was looked for.
    """

    offers: tuple[Offer, ...] = ()
    problems: tuple[Problem, ...] = ()
    installed: Bundle | None = None
    before: Bundle | None = None
    manifest: Path | None = None
    wanted: tuple[Offer, ...] = ()


class BundleDesk:
    """Looks where `config` says; what that says may change. `now`: seconds of a clock that only runs on.

    `groups`: those of this kiosk.
    """

    def __init__(
        self,
        config: Callable[[], Bundles],
        now: Callable[[], float],
        groups: Callable[[], Sequence[str]] = tuple,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        self._config = config
        self._groups = groups
        self._pause = pause
        self._now = now
        self._store = Store()
        self._alone = threading.Lock()
        self._watch: tuple[Bundles, tuple[str, ...], Watch] | None = None

    def look(self, generation: int | None = None) -> AtHand:
        """What there is now. A bundle that has only just been copied is found a moment later.

        `generation`: is looked for, too, even if what is shown is newer, and waited for for that moment.
        """
        with self._alone:
            watch = self._watching()
            watch.scan(generation)
            for _ in range(_MOMENTS if generation else 0):
                if watch.of_generation(generation or 0):
                    break
                self._pause(SETTLED_S)
                watch.scan(generation)
            pointer, folder = self._store.pointer, current_exhibition()
            return AtHand(
                watch.offers(),
                _problems(watch),
                self._store.current,
                self._store.bundle(pointer.previous) if pointer and pointer.previous else None,
                manifest_file(folder) if folder else None,
                watch.of_generation(generation) if generation else (),
            )

    def install(self, offer: Offer, progress: Progress = to_nobody, *, older: bool = False) -> Installed:
        """Install what is offered, with `older` also when what is shown is newer.

        Raises `BundleRefused`; a bundle that is spoilt is not offered again then.
        """
        with self._alone:
            try:
                key = public_key(self._config())
                return install(offer.file, self._store, key, older=older, leaves=True, progress=progress)
            except BundleRefused as refused:
                if refused.problem.rule not in FAULTS_OF_THE_MACHINE:
                    self._watching().give_up(offer, refused.problem)
                raise

    def roll_back(self) -> Installed:
        """Back to what was installed before. Raises `BundleRefused`."""
        with self._alone:
            return roll_back(self._store)

    def _watching(self) -> Watch:
        bundles, groups = self._config(), tuple(self._groups())
        if self._watch is None or self._watch[:2] != (bundles, groups):
            self._watch = bundles, groups, Watch(bundles, self._store, self._now, groups=groups)
        return self._watch[2]


def _problems(watch: Watch) -> tuple[Problem, ...]:
    """What is wrong; and what is on its way, for staff who look why it is not shown yet."""
    arrival = watch.arrival
    if arrival.standing is not Standing.WAITING or arrival.problem is None:
        return watch.problems
    return (*watch.problems, msgspec.structs.replace(arrival.problem, severity=Severity.HINT))
