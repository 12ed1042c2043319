"""Installing an exhibition from the staff panel, and going back to the one before."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.bridge.aside import aside
from kiosk.staff.bundles.refusal import BundleRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.bridge.staff.desk import Reception
    from kiosk.bridge.staff.words import StaffWords
    from kiosk.exhibition.problems import Problem
    from kiosk.staff.bundles.installing import Installed
    from kiosk.staff.bundles.offers import Offer

INSTALL, ROLL_BACK = "install", "rollback"

_log = logging.getLogger("kiosk")


class StaffInstalling(QObject):
    """Installs one of `offers`, those that staff see, by its place.

    `working(words)`: that is being done. `done(words)`: it is, or could not be.
    """

    working = Signal(str)
    done = Signal(str)
    _done = Signal(str)
    _progressed = Signal(int, int)

    def __init__(
        self, desk: Reception, words: StaffWords, offers: Callable[[], Sequence[Offer]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = words
        self._offers = offers
        self._done.connect(self.done, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)

    def asks(self, act: str, arg: str) -> str:
        """What is asked before it is done."""
        say = self._words.say
        if act == INSTALL:
            offer = self._offer(arg)
            return say("Install “%1”?", offer.bundle.title) if offer else ""
        return say("Go back to the exhibition before this one?") if act == ROLL_BACK else ""

    def act(self, act: str, arg: str) -> bool:
        """Whether it was for this."""
        bundles = self._desk.bundles if act in {INSTALL, ROLL_BACK} else None
        if bundles is None:
            return False
        if act == ROLL_BACK:
            self._beside(lambda: self._told(bundles.roll_back()))
        elif offer := self._offer(arg):
            self._beside(lambda: self._told(bundles.install(offer, self._progress)))
        return True

    def _offer(self, arg: str) -> Offer | None:
        offers, place = self._offers(), int(arg)
        return offers[place] if place < len(offers) else None

    def _told(self, done: Installed) -> str:
        say = self._words.say
        told = say("Installed: %1, generation %2", done.bundle.title, done.bundle.generation)
        if self._desk.follows_installs:
            return told
        return f"{told}. {say('It is not shown: config.yaml names another exhibition.')}"

    def _progress(self, done: int, total: int) -> None:
        """On another thread."""
        if done % 10 == 0 or done == total:
            with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                self._progressed.emit(done, total)

    @Slot(int, int)
    def _tell_progress(self, done: int, total: int) -> None:
        say = self._words.say
        self.working.emit(f"{say('Installing …')} {say('%1 of %2', done, total)}")

    def _beside(self, do: Callable[[], str]) -> None:
        """Do it on a thread, and tell what came of it."""
        self.working.emit(self._words.say("Installing …"))

        def work() -> None:
            try:
                told = do()
            except BundleRefused as refused:
                told = _in_words(refused.problem)
            except Exception:  # noqa: BLE001 - whatever it is: a panel that waits for ever never closes
                _log.exception("unexpected error while a bundle was installed")
                told = self._words.say("Something unexpected went wrong. “Log” tells what it was.")
            with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                self._done.emit(told)

        aside(self, work, name="staff")


def _in_words(problem: Problem) -> str:
    """File, reason and remedy."""
    file = f"{problem.file.name}: " if problem.file else ""
    return f"{file}{problem.message} {problem.remedy}"
