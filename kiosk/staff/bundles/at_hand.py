"""What can be done with bundles while the program runs: install what is on a stick, and go back. For any thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.installed import current_exhibition
from kiosk.exhibition.manifest import manifest_file
from kiosk.staff.bundles.installing import install, roll_back
from kiosk.staff.bundles.refusal import FAULTS_OF_THE_MACHINE, BundleRefused
from kiosk.staff.bundles.store import Store
from kiosk.staff.bundles.watching import Watch, public_key
from kiosk.staff.inspection import to_nobody

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.exhibition.config_sections import Bundles
    from kiosk.exhibition.problems import Problem
    from kiosk.staff.bundles.contents import Bundle
    from kiosk.staff.bundles.installing import Installed
    from kiosk.staff.bundles.watching import Offer
    from kiosk.staff.inspection import Progress


class AtHand(NamedTuple):
    """Bundles that are newer than what is installed, what is wrong with others, what is installed, and before it.

    `manifest` is that of what is installed.
    """

    offers: tuple[Offer, ...] = ()
    problems: tuple[Problem, ...] = ()
    installed: Bundle | None = None
    before: Bundle | None = None
    manifest: Path | None = None


class BundleDesk:
    """Looks where `config` says; what that says may change. `now`: seconds of a clock that only runs on."""

    def __init__(self, config: Callable[[], Bundles], now: Callable[[], float]) -> None:
        self._config = config
        self._now = now
        self._store = Store()
        self._alone = threading.Lock()
        self._watch: tuple[Bundles, Watch] | None = None

    def look(self) -> AtHand:
        """What there is now. A bundle that has only just been copied is found a moment later."""
        with self._alone:
            watch = self._watching()
            watch.scan()
            pointer, folder = self._store.pointer, current_exhibition()
            return AtHand(
                watch.offers(),
                watch.problems,
                self._store.current,
                self._store.bundle(pointer.previous) if pointer and pointer.previous else None,
                manifest_file(folder) if folder else None,
            )

    def install(self, offer: Offer, progress: Progress = to_nobody) -> Installed:
        """Install what is offered. Raises `BundleRefused`; a bundle that is spoilt is not offered again then."""
        with self._alone:
            try:
                return install(offer.file, self._store, public_key(self._config()), progress=progress)
            except BundleRefused as refused:
                if refused.problem.rule not in FAULTS_OF_THE_MACHINE:
                    self._watching().give_up(offer, refused.problem)
                raise

    def roll_back(self) -> Installed:
        """Back to what was installed before. Raises `BundleRefused`."""
        with self._alone:
            return roll_back(self._store)

    def _watching(self) -> Watch:
        bundles = self._config()
        if self._watch is None or self._watch[0] != bundles:
            self._watch = bundles, Watch(bundles, self._store, self._now)
        return self._watch[1]
