"""What goes on beside the show: leftovers of installs go, and signed bundles are installed by themselves."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from typing import TYPE_CHECKING

from kiosk.exhibition.config_sections import Bundles, Take
from kiosk.exhibition.threads import begin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kiosk.exhibition.problems import Problem
    from kiosk.staff.bundles.arrival import Arrival
    from kiosk.staff.bundles.store import Store
    from kiosk.staff.bundles.watching import Watch

_log = logging.getLogger(__name__)

SCAN_EVERY_S = 5.0
IDLE_S = 5.0
"""How long until it is asked again whether to look, while nothing is to be taken without asking."""
FIRST_AFTER_S = 10.0
"""The show begins undisturbed."""


@contextlib.contextmanager
def attending(
    config: Callable[[], Bundles],
    complain: Callable[[Problem], object],
    groups: Callable[[], Sequence[str]] = tuple,
    tell: Callable[[Arrival], object] | None = None,
    settle: Callable[[Problem], object] | None = None,
    begun: Callable[[threading.Thread], object] = begin,
) -> Iterator[None]:
    """While a show goes on. `config` and `groups` give what is configured now.

    `complain` hears what is wrong with bundles, `settle` that it is not any more, and `tell` how it stands with what
    is to be shown next. All are called on another thread, which is `begun` so.
    """
    attendant = Attendant(config, complain, groups, tell, settle)
    begun(attendant)
    try:
        yield
    finally:
        attendant.over.set()


class Attendant(threading.Thread):
    """Tidies once, then installs what may be taken by itself, until `over` is set."""

    def __init__(
        self,
        config: Callable[[], Bundles],
        complain: Callable[[Problem], object],
        groups: Callable[[], Sequence[str]] = tuple,
        tell: Callable[[Arrival], object] | None = None,
        settle: Callable[[Problem], object] | None = None,
    ) -> None:
        super().__init__(name="bundles", daemon=True)
        self.over = threading.Event()
        self._config = config
        self._groups = groups
        self._complain = complain
        self._settle = settle or (lambda _problem: None)
        self._tell = tell or (lambda _arrival: None)
        self._told: frozenset[Problem] = frozenset()
        self._arrival: Arrival | None = None

    def run(self) -> None:
        """See above."""
        if self.over.wait(FIRST_AFTER_S):
            return
        from kiosk.staff.bundles.store import Store  # noqa: PLC0415 - after the show has begun

        store = Store()
        store.tidy()
        while not self.over.is_set():
            try:
                bundles = self._config()
                if bundles.take is not Take.ASK:
                    self._watch_for(bundles, store)
            except Exception:  # noqa: BLE001 - whatever a stick or a disk does: bundles go on being looked for
                _log.exception("unexpected error while bundles were looked for")
            self.over.wait(IDLE_S)

    def _watch_for(self, bundles: Bundles, store: Store) -> None:
        """Look for bundles for as long as the configuration stays the same."""
        from kiosk.staff.bundles.watching import Watch  # noqa: PLC0415 - where it is wanted

        groups = tuple(self._groups())
        watch = Watch(bundles, store, time.monotonic, groups=groups)
        while not self.over.is_set() and self._config() == bundles and tuple(self._groups()) == groups:
            self.note(frozenset(take(watch, store)), watch.arrival)
            self.over.wait(SCAN_EVERY_S)

    def note(self, problems: frozenset[Problem], arrival: Arrival) -> None:
        """Tell what has changed."""
        for problem in self._told - problems:
            self._settle(problem)
        for problem in problems - self._told:
            self._complain(problem)
        self._told = problems
        if arrival == self._arrival:
            return
        if arrival.words and arrival.problem not in self._told:  # what was complained of is in the log
            _log.info("bundles: %s", arrival.words)
        self._arrival = arrival
        self._tell(arrival)


def take(watch: Watch, store: Store) -> tuple[Problem, ...]:
    """Look once, and install what is to be installed without anybody being asked; what was wrong with bundles."""
    from kiosk.staff.bundles.installing import install  # noqa: PLC0415 - when there may be something
    from kiosk.staff.bundles.refusal import BundleRefused  # noqa: PLC0415 - see above

    watch.scan()
    offer = watch.taken()
    if offer:
        back = watch.goes_back(offer)
        try:
            installed = install(offer.file, store, watch.key, signed_only=True, older=back)
            watch.note_installed(back=back)
            _log.info("installed %s, generation %s", installed.bundle.title, installed.bundle.generation)
            if back and installed.before:
                _log.info("the index goes back to it from generation %s", installed.before.generation)
            watch.scan()
        except BundleRefused as refused:
            watch.give_up(offer, refused.problem)
    return watch.problems
