"""The staff panel for QML: first the pad, then pages; what staff do there, and what came of it."""

from __future__ import annotations

import contextlib
import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.pin_pad import PinPad
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.staff_pages import Known, Page, rows
from kiosk.bridge.staff_rows import StaffRows
from kiosk.exhibition.palette import Wall
from kiosk.exhibition.text import is_right_to_left
from kiosk.staff.bundles.refusal import BundleRefused

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kiosk.bridge.staff_desk import Desk
    from kiosk.bridge.staff_words import StaffWords
    from kiosk.staff.bundles.installing import Installed
    from kiosk.staff.pin_file import PinLock

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "StaffPanel"]

PAD_S = 15.0
PANEL_S = 60.0
LATE_S = 0.1
"""A frame that comes so long after the one before is late."""
REFRESH_MS = 1000


@QmlElement
@made_in_python
class StaffPanel(QObject):
    """`entered`: the pages are open, not the pad. `page` is the place of one in `pages`, `rows` what stands on it.

    `told`: what came of what was done last. `question`: what is to be done, if it is to be; empty for none. `busy`: it
    is being done. Without a touch for `seconds` it closes; `closed` comes then, or when staff close it. `now`: seconds
    of a clock that only runs on.
    """

    changed = Signal()
    wordsChanged = Signal()
    closed = Signal()
    _found = Signal(object)
    _done = Signal(str)

    def __init__(self, desk: Desk, words: StaffWords, lock: PinLock, now: Callable[[], float], *, free: bool) -> None:
        super().__init__()
        self._desk = desk
        self._words = words
        self._now = now
        self._pad = PinPad(lock, self, shuffle=desk.config.staff.shuffle)
        self._pad.opened.connect(self._enter)
        self._rows = StaffRows(self)
        self._found.connect(self._learn, Qt.ConnectionType.QueuedConnection)
        self._pages = tuple(Page)
        self._page = Page.NOW
        self._known = Known()
        self._told = self._question = ""
        self._wanted: tuple[str, str] | None = None
        self._busy = self._looking = self._over = False
        self._entered = free and not lock.is_set
        self._used_at = now()
        self._frames = (0, 0)
        self._done.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._refresh = QTimer(self, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._look)
        self._refresh.start()
        self._show()

    # For who made it

    def used(self) -> None:
        """Somebody did something."""
        self._used_at = self._now()

    def renewed(self) -> None:
        """Another exhibition is shown, or the same in another way."""
        self._show()

    def reloaded(self) -> None:
        """The files have been read, as was asked for."""
        if self._wanted == ("reload", ""):
            self._wanted = None
            self._hear(self._words.say("The files have been read. Problems: %1", len(self._desk.problems)))

    def speak(self, language: str) -> None:
        """Say everything in another language."""
        self._words.speak(language)
        self.wordsChanged.emit()
        self._show()

    @property
    def keys(self) -> PinPad:
        """`pad` for Python."""
        return self._pad

    @property
    def is_open(self) -> bool:
        """Whether staff have entered."""
        return self._entered

    # What staff do

    @Slot()
    def close(self) -> None:
        """Staff have done."""
        if not self._over:
            self._over = True
            self._refresh.stop()
            self._pad.forget()
            self.closed.emit()

    @Slot(int)
    def turnTo(self, page: int) -> None:
        """Turn to another page."""
        self._page, self._told, self._question, self._wanted = self._pages[page], "", "", None
        self._frames = (0, 0)
        self._show()
        self._look_beside()

    @Slot(str, str)
    def act(self, act: str, arg: str) -> None:
        """Something was asked for; what cannot be taken back is asked about first."""
        if self._busy or not self._entered:
            return
        self._told = ""
        question = self._asks(act, arg)
        if question:
            self._question, self._wanted = question, (act, arg)
            self.changed.emit()
        else:
            self._do(act, arg)

    @Slot(bool)
    def answer(self, yes: bool) -> None:
        """The question is answered."""
        wanted, self._wanted, self._question = self._wanted, None, ""
        self.changed.emit()
        if yes and wanted:
            self._do(*wanted)

    @Slot(float)
    def frame(self, seconds: float) -> None:
        """A frame was drawn so long after the one before."""
        drawn, late = self._frames
        self._frames = drawn + 1, late + (seconds > LATE_S)

    @Slot(result=float)
    def secondsLeft(self) -> float:
        """Until it closes."""
        return max(0.0, self._used_at + self._seconds() - self._now())

    def _seconds(self) -> float:
        return PANEL_S if self._entered else PAD_S

    def _enter(self) -> None:
        self._entered = True
        self.used()
        self._desk.gallery.entrance.keep_shut(False)
        self._show()

    def _asks(self, act: str, arg: str) -> str:
        say = self._words.say
        match act:
            case "install":
                offers = self._known.offers
                return say("Install “%1”?", offers[int(arg)].bundle.title) if int(arg) < len(offers) else ""
            case "rollback":
                return say("Go back to the exhibition before this one?")
            case "restart":
                return say("Restart the program now?")
            case "quit":
                return say("Quit the program? The screen stays empty until somebody starts it.")
        return ""

    def _do(self, act: str, arg: str) -> None:
        match act:
            case "retry":
                self._hear(self._words.say("Pictures that are tried again: %1", self._desk.retry()))
            case "today" | "hide" | "show":
                self._hang(act, int(arg))
            case "reload":
                self._wanted = ("reload", "")
                self._desk.reload()
            case "install":
                self._install(int(arg))
            case "rollback":
                self._beside(lambda: self._tell_installed(self._desk.roll_back()))
            case "speak":
                self.speak(arg)
            case "wall":
                self._desk.hang_on(Wall(arg))
                self._show()
            case "night":
                self._desk.make_night()
                self.close()
            case "restart" | "quit":
                self._desk.leave(again=act == "restart")

    def _hang(self, act: str, work: int) -> None:
        say, exhibition = self._words.say, self._desk.exhibition
        shown = exhibition.works[work]
        title = shown.title.words(self._words.language, exhibition.languages) or shown.id
        try:
            if act == "show":
                self._desk.show(work)
                self._hear(say("Shown again: %1", title))
            elif self._desk.hide(work, self._tomorrow() if act == "today" else None):
                self._hear(say("Hidden now: %1", title))
            else:
                self._hear(say("The last work cannot be hidden."))
        except OSError:
            self._hear(say("That could not be written down: the disk refuses."))

    def _tomorrow(self) -> date:
        return self._desk.today() + timedelta(days=1)

    def _install(self, place: int) -> None:
        if place < len(self._known.offers):
            offer = self._known.offers[place]
            self._beside(lambda: self._tell_installed(self._desk.install(offer)))

    def _tell_installed(self, done: Installed) -> str:
        return self._words.say("Installed: %1, generation %2", done.bundle.title, done.bundle.generation)

    def _beside(self, do: Callable[[], str]) -> None:
        """Do something on a thread, and tell what came of it."""
        self._busy, self._told = True, self._words.say("Installing …")
        self.changed.emit()

        def work() -> None:
            told = ""
            try:
                told = do()
            except BundleRefused as refused:
                told = f"{refused.problem.message} {refused.problem.remedy}"
            finally:  # also of what nobody thought of: a panel that waits for ever never closes
                with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                    self._done.emit(told)

        threading.Thread(target=work, name="staff", daemon=True).start()

    def _hear(self, told: str) -> None:
        self._busy, self._told = False, told
        self.used()
        self._show()
        self._look_beside()

    # What there is to see

    def _look(self) -> None:
        if not self._busy and self.secondsLeft() <= 0:
            self.close()
        elif self._entered:
            if self._page in {Page.NOW, Page.HEALTH, Page.PROBLEMS, Page.PROGRAM}:
                self._show()
            if self._page in {Page.HEALTH, Page.CONTENT}:
                self._look_beside()

    def _look_beside(self) -> None:
        """Find out on a thread what takes long."""
        if self._looking or not self._entered:
            return
        self._looking = True
        desk, page, known = self._desk, self._page, self._known

        def work() -> None:
            found = known
            try:
                if page is Page.HEALTH:
                    found = known._replace(health=desk.health())
                elif page is Page.CONTENT:
                    found = known._replace(offers=desk.offers(), goes_back=desk.can_go_back())
                elif page is Page.STATISTICS:
                    found = known._replace(visits=desk.visits())
                elif page is Page.NOW:
                    found = known._replace(bundle=desk.shown_bundle())
            finally:
                with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                    self._found.emit(found)

        threading.Thread(target=work, name="staff-look", daemon=True).start()

    def _learn(self, known: Known) -> None:
        self._looking = False
        self._known = known
        self._show()

    def _show(self) -> None:
        if self._entered:
            known = self._known._replace(frames=self._frames)
            self._rows.show(rows(self._page, self._desk, self._words, known))
        self.changed.emit()

    @Property(PinPad, constant=True)
    def pad(self) -> PinPad:
        return self._pad

    @Property(StaffRows, constant=True)
    def rows(self) -> StaffRows:
        return self._rows

    @Property(bool, notify=changed)
    def entered(self) -> bool:
        return self._entered

    @Property(bool, notify=changed)
    def measuring(self) -> bool:
        """Whether frames are to be counted."""
        return self._entered and self._page is Page.HEALTH

    @Property(list, notify=wordsChanged)
    def pages(self) -> list[str]:
        return [self._words.say(page) for page in self._pages]

    @Property(int, notify=changed)
    def page(self) -> int:
        return self._pages.index(self._page)

    @Property(str, notify=changed)
    def told(self) -> str:
        return self._told

    @Property(str, notify=changed)
    def question(self) -> str:
        return self._question

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._busy

    @Property(float, notify=changed)
    def seconds(self) -> float:
        return self._seconds()

    @Property("QVariantMap", notify=wordsChanged)  # type: ignore[arg-type]
    def words(self) -> dict[str, Any]:
        return self._words.all()

    @Property(bool, notify=wordsChanged)
    def rightToLeft(self) -> bool:
        return is_right_to_left(self._words.language)
