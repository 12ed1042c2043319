"""The staff panel for QML: first the pad, then pages; what staff do there, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.staff.browsing import StaffBrowsing
from kiosk.bridge.staff.curating import NIGHT, WALL, curate
from kiosk.bridge.staff.finding_out import FindingOut
from kiosk.bridge.staff.installing import StaffInstalling
from kiosk.bridge.staff.pages import Page, pages, rows
from kiosk.bridge.staff.pin_pad import PinPad
from kiosk.bridge.staff.rows import StaffRows
from kiosk.exhibition.text import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.bridge.staff.desk import Desk, Reception
    from kiosk.bridge.staff.words import StaffWords
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

    def __init__(
        self, desk: Reception, words: StaffWords, lock: PinLock, now: Callable[[], float], *, free: bool
    ) -> None:
        super().__init__()
        self._desk = desk
        self._words = words
        self._now = now
        self._pad = PinPad(lock, self, shuffle=desk.config.staff.shuffle)
        self._pad.opened.connect(self._enter)
        self._rows = StaffRows(self)
        self._pages = pages(desk)
        self._page = self._pages[0]
        self._told = self._question = ""
        self._wanted: tuple[str, str] | None = None
        self._busy = self._over = False
        self._entered = free and not lock.is_set
        self._used_at = now()
        self._frames = (0, 0)
        self._browsing = StaffBrowsing(desk.open_other, lambda: words.language, self)
        self._browsing.changed.connect(self._show)
        self._browsing.working.connect(self._begin)
        self._browsing.done.connect(self._hear)
        self._finding_out = FindingOut(desk, self)
        self._finding_out.learned.connect(self._show)
        self._installing = StaffInstalling(desk, words, self._finding_out.offers, self)
        self._installing.working.connect(self._begin)
        self._installing.done.connect(self._hear)
        self._refresh = QTimer(self, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._look)
        self._refresh.start()
        self._show()
        self._look_beside()

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
        self._browsing.leave()
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

    @Slot()
    def _enter(self) -> None:
        self._entered = True
        self.used()
        self._desk.enter()
        self._show()
        self._look_beside()

    def _asks(self, act: str, arg: str) -> str:
        say = self._words.say
        match act:
            case "restart":
                return say("Restart the program now?")
            case "quit":
                return say("Quit the program? The screen stays empty until somebody starts it.")
        return self._installing.asks(act, arg) or self._browsing.asks(act, arg)

    def _do(self, act: str, arg: str) -> None:
        if self._browsing.act(act, arg) or self._installing.act(act, arg):
            return
        match act:
            case "reload":
                self._wanted = ("reload", "")
                self._desk.reload()
            case "open":
                self._desk.open_installed()
            case "speak":
                self.speak(arg)
            case "restart" | "quit":
                self._desk.leave(again=act == "restart")
        if self._desk.hung:
            self._do_to_show(self._desk.hung, act, arg)

    def _do_to_show(self, desk: Desk, act: str, arg: str) -> None:
        told = curate(desk, self._words, act, arg)
        if told:
            self._hear(told)
        elif act == WALL:
            self._show()
        elif act == NIGHT:
            self.close()

    @Slot(str)
    def _begin(self, told: str) -> None:
        """Something is being done, and nothing else until that is over."""
        self._busy, self._told = True, told
        self.changed.emit()

    @Slot(str)
    def _hear(self, told: str) -> None:
        self._busy, self._told = False, told
        self.used()
        self._show()
        self._look_beside()

    # What there is to see

    @Slot()
    def _look(self) -> None:
        if not self._busy and self.secondsLeft() <= 0:
            self.close()
        elif self._entered:
            if self._page in {Page.NOW, Page.HEALTH, Page.PROBLEMS}:
                self._show()
            if self._page in {Page.HEALTH, Page.CONTENT, Page.LOG}:
                self._look_beside()

    def _look_beside(self) -> None:
        if self._entered:
            self._finding_out.look(self._page)

    @Slot()
    def _show(self) -> None:
        if self._entered:
            known = self._finding_out.known._replace(frames=self._frames)
            browsing = self._page is Page.CONTENT and self._browsing.is_open
            self._rows.show(self._browsing.rows() if browsing else rows(self._page, self._desk, self._words, known))
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
