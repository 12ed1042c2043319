"""The menu of a window that is somebody's own, for QML: its pages, what is done there, and what came of it."""

from __future__ import annotations

import contextlib
import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Property, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.aside import eventually
from kiosk.bridge.laptop.browser import CHOOSE, GO, Browser
from kiosk.bridge.laptop.pages import NARROW, REOPEN, TITLES, Checked, OwnPage, own_rows
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.staff.rows import StaffRows
from kiosk.exhibition.text import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.laptop.first_steps import FirstSteps
    from kiosk.bridge.laptop.window import Choice
    from kiosk.bridge.laptop.words import OwnWords
    from kiosk.exhibition.problems import Problem
    from kiosk.staff.laptop.settings import Recent

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "OwnPanel"]

_ACTS = {page.name.lower(): page for page in OwnPage if page is not OwnPage.REFUSED}
_log = logging.getLogger("kiosk")


class Own(Protocol):
    """Whose window it is: what the menu asks and does."""

    beside: Path | None

    @property
    def full(self) -> bool: ...
    @property
    def shown(self) -> Path:
        """The manifest of what is shown."""
        ...

    def screens(self) -> list[Choice]: ...
    def recent(self) -> tuple[Recent, ...]: ...
    def open(self, named: Path) -> None:
        """Show an exhibition, if that can be read."""
        ...

    def show_on(self, screen: str) -> None: ...
    def toggle_full(self) -> None: ...
    def reload(self) -> None: ...
    def show_guide(self) -> None: ...
    def quit(self) -> None: ...


class OwnDoor(Protocol):
    """The way to menu and guide; each while it is open."""

    @property
    def panel(self) -> OwnPanel | None: ...
    @property
    def guide(self) -> FirstSteps | None: ...
    def open_menu(self, page: OwnPage = OwnPage.MENU, place: tuple[float, float] | None = None) -> None: ...
    def show_guide(self) -> None: ...
    def speak(self, language: str) -> None:
        """In one of their languages."""
        ...

    def close(self) -> None:
        """Close what is open."""
        ...


@QmlElement
@made_in_python
class OwnPanel(QObject):
    """`title` is that of a page, `rows` what stands on it, `told` what came of what was done last.

    `narrow`: a menu, which needs little room; it opens at `place`, if somebody pointed there, else (-1, -1). `first`:
    nothing lies before this page. `closed` comes when somebody is through with it.
    """

    changed = Signal()
    closed = Signal()
    _found = Signal(object)
    _checked = Signal(object)

    def __init__(self, own: Own, words: OwnWords) -> None:
        super().__init__()
        self._own = own
        self._words = words
        self.browser = Browser(own.beside)
        self.checked = Checked()
        self.refused: tuple[Problem, ...] = ()
        self._rows = StaffRows(self)
        self._before: list[OwnPage] = []
        self._page = OwnPage.MENU
        self._place = QPointF(-1, -1)
        self._told = self._named = ""
        self._over = False
        self._found.connect(self._learn, Qt.ConnectionType.QueuedConnection)
        self._checked.connect(self._hear_check, Qt.ConnectionType.QueuedConnection)

    # For who made it

    def begin(self, page: OwnPage = OwnPage.MENU, place: tuple[float, float] | None = None) -> None:
        """At a page, and where somebody pointed."""
        self._place = QPointF(*place) if place else QPointF(-1, -1)
        self._before.clear()
        self._turn(page)

    def tell(self, words: str) -> None:
        """Something is going on."""
        self._told = words
        self.changed.emit()

    def tell_refused(self, named: Path, problems: tuple[Problem, ...]) -> None:
        """An exhibition cannot be opened."""
        self._named, self.refused = named.name, problems
        self._before = [*self._before, self._page] if self._page is not OwnPage.REFUSED else self._before
        self._turn(OwnPage.REFUSED)

    @property
    def full(self) -> bool:
        """Whether the show fills a screen."""
        return self._own.full

    @property
    def shown(self) -> Path:
        """What is shown."""
        return self._own.shown

    @property
    def page(self) -> OwnPage:
        """The one that is open."""
        return self._page

    def screens(self) -> list[Choice]:
        """Those to choose from."""
        return self._own.screens()

    def recent(self) -> tuple[Recent, ...]:
        """What was opened before."""
        return self._own.recent()

    @Slot()
    def refresh(self) -> None:
        """Something that a page tells may have changed."""
        self._show()

    # What somebody does

    @Slot()
    def close(self) -> None:
        """It is not wanted any more."""
        if not self._over:
            self._over = True
            self.closed.emit()

    @Slot()
    def goBack(self) -> None:
        """To the page before, or out."""
        if self._before:
            self._page = self._before.pop()
            self._told = ""
            self._show()
        else:
            self.close()

    @Slot(str, str)
    def act(self, act: str, arg: str) -> None:
        """Something was asked for."""
        if act in _ACTS:
            self._before.append(self._page)
            self._turn(_ACTS[act])
        elif act == GO:
            self.browser.go(arg)
            self._show()
            self._look()
        elif act in {CHOOSE, REOPEN}:
            self._own.open(Path(arg))
        else:
            self.close()
            self._done(act, arg)

    def _done(self, act: str, arg: str) -> None:
        own = self._own
        match act:
            case "screen":
                own.show_on(arg)
            case "full":
                own.toggle_full()
            case "reload":
                own.reload()
            case "steps":
                own.show_guide()
            case "quit":
                own.quit()

    # What there is to see

    def _turn(self, page: OwnPage) -> None:
        self._page, self._told = page, ""
        if page is OwnPage.BROWSE:
            self._look()
        elif page is OwnPage.CHECK:
            self._check()
        self._show()

    def _look(self) -> None:
        """Find out on a thread what a folder holds."""
        browser = self.browser
        self._beside(lambda: self._found.emit(browser.look()))

    @Slot(object)
    def _learn(self, found: Any) -> None:
        self.browser.learn(found)
        self._show()

    def _check(self) -> None:
        """Check what is shown, on a thread; helpers of its own look at the pictures."""
        self.checked, manifest = Checked(), self.shown

        def work() -> None:
            from kiosk.staff.check import check  # noqa: PLC0415 - when it is wanted

            def progress(done: int, total: int) -> None:
                self._checked.emit(Checked(done, total))

            self._checked.emit(Checked(report=check(manifest, progress=progress)))

        self._beside(work)

    @Slot(object)
    def _hear_check(self, checked: Checked) -> None:
        self.checked = checked
        if self._page is OwnPage.CHECK:
            self._show()

    def _beside(self, work: Callable[[], None]) -> None:
        def safely() -> None:
            with contextlib.suppress(RuntimeError):  # the menu is closed meanwhile, and this object gone
                try:
                    work()
                except OSError:
                    _log.exception("unexpected error in the menu of the window")

        eventually(threading.Thread(target=safely, name="own", daemon=True))

    def _show(self) -> None:
        self._rows.show(own_rows(self._page, self, self._words))
        self.changed.emit()

    @Property(StaffRows, constant=True)
    def rows(self) -> StaffRows:
        return self._rows

    @Property(str, notify=changed)
    def title(self) -> str:
        if self._page is OwnPage.REFUSED:
            return self._words.say("“%1” cannot be opened", self._named)
        return self._words.say(TITLES[self._page]).removesuffix("…").rstrip("\N{NO-BREAK SPACE} ")

    @Property(str, notify=changed)
    def told(self) -> str:
        return self._told

    @Property(bool, notify=changed)
    def narrow(self) -> bool:
        return self._page in NARROW

    @Property(bool, notify=changed)
    def first(self) -> bool:
        return not self._before

    @Property(QPointF, notify=changed)
    def place(self) -> QPointF:
        return self._place

    @Property("QVariantMap", notify=changed)  # type: ignore[arg-type]
    def words(self) -> dict[str, Any]:
        return {word: self._words.say(word) for word in ("Menu", "Close", "Back")}

    @Property(bool, notify=changed)
    def rightToLeft(self) -> bool:
        return is_right_to_left(self._words.language)
