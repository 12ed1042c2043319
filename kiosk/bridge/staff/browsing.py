"""Opening an exhibition from the staff panel: by touch, where there is no desktop to do it with."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.bridge.aside import eventually
from kiosk.bridge.laptop.browser import CHOOSE, GO, Browser
from kiosk.bridge.laptop.opener import Opener
from kiosk.bridge.laptop.words import OwnWords
from kiosk.bridge.panel_rows import entry
from kiosk.exhibition.places import assets_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.panel_rows import Row
    from kiosk.exhibition.problems import Problem
    from kiosk.staff.laptop.opening import Opened

BROWSE, LEAVE = "browse", "leave"


class StaffBrowsing(QObject):
    """The rows while staff look for one, and what they do there. `language` is that of the panel.

    `changed`: there are other rows. `working(words)`: one is being opened. `done(words)`: it is shown, or cannot be.
    """

    changed = Signal()
    working = Signal(str)
    done = Signal(str)
    _found = Signal(object)

    def __init__(self, show: Callable[[Path], object], language: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._language = language
        self._words = OwnWords(assets_folder() / "translations")
        self._browser: Browser | None = None
        self._opener = Opener(self)
        self._opener.opened.connect(self._opened)
        self._opener.refused.connect(self._refused)
        self._opener.progressed.connect(self._tell)
        self._opening = Path()
        self._found.connect(self._learn, Qt.ConnectionType.QueuedConnection)

    @property
    def is_open(self) -> bool:
        """Whether staff are looking for one."""
        return self._browser is not None

    def rows(self) -> list[Row]:
        """What they see then."""
        words = self._spoken()
        back = entry(words.say("Back"), "previous", LEAVE, "")
        return [back, *self._browser.rows(words)] if self._browser else []

    def leave(self) -> None:
        """They look for something else."""
        self._browser = None

    def asks(self, act: str, arg: str) -> str:
        """What is asked before it is done."""
        if act != CHOOSE:
            return ""
        return self._spoken().say("Show “%1” until the program ends?", Path(arg).name)

    def act(self, act: str, arg: str) -> bool:
        """Whether it was for this."""
        if act == BROWSE:
            self._browser = Browser()
        elif act == LEAVE:
            self._browser = None
        elif act == GO and self._browser:
            self._browser.go(arg)
        elif act == CHOOSE:
            self._opening = Path(arg)
            self.working.emit(self._spoken().say("Opening “%1” …", self._opening.name))
            self._opener.open(self._opening)
            return True
        else:
            return False
        self.changed.emit()
        self._look()
        return True

    def _spoken(self) -> OwnWords:
        if self._words.language != self._language():
            self._words.speak(self._language())
        return self._words

    def _look(self) -> None:
        """Find out on a thread what a folder holds."""
        browser = self._browser
        if browser is None:
            return

        def work() -> None:
            found = browser.look()
            with contextlib.suppress(RuntimeError):  # the panel is closed meanwhile, and this object gone
                self._found.emit(found)

        eventually(threading.Thread(target=work, name="browse", daemon=True))

    @Slot(object)
    def _learn(self, found: Any) -> None:
        if self._browser:
            self._browser.learn(found)
            self.changed.emit()

    @Slot(int, int)
    def _tell(self, done: int, total: int) -> None:
        self.working.emit(self._spoken().say("Opening “%1” … %2 of %3", self._opening.name, done, total))

    @Slot(object)
    def _opened(self, found: Opened) -> None:
        self._browser = None
        self._show(found.named)
        self.done.emit(self._spoken().say("“%1” is shown now.", found.title))

    @Slot(object, object)
    def _refused(self, named: Path, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        said = self._spoken().say("“%1” cannot be opened", named.name)
        self.done.emit(f"{said}. {first.message} {first.remedy}")
