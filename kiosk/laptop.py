"""What a show has in a window of somebody's own and never in a kiosk: menu, full screen, presenter's keys, guide."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Slot

from kiosk.bridge.laptop.layer import OwnLayer
from kiosk.bridge.laptop.opener import Opener
from kiosk.bridge.laptop.pages import OwnPage
from kiosk.bridge.laptop.panel import OwnPanel
from kiosk.bridge.laptop.window import OwnWindow
from kiosk.bridge.laptop.wishes import Wish, Wishes
from kiosk.bridge.laptop.words import OwnWords
from kiosk.bridge.staff.desk import Reception
from kiosk.bridge.staff.words import LANGUAGES
from kiosk.bridge.window.face import destroy
from kiosk.exhibition.places import assets_folder
from kiosk.staff.laptop.settings import SettingsFile, forgotten, opened
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtQuick import QQuickItem, QQuickWindow

    from kiosk.bridge.laptop.first_steps import FirstSteps
    from kiosk.bridge.laptop.window import Choice
    from kiosk.bridge.staff.panel import StaffPanel
    from kiosk.bridge.window.face import Face
    from kiosk.exhibition.problems import Problem
    from kiosk.staff.laptop.opening import Opened
    from kiosk.staff.laptop.settings import Recent

FADE_MS = 400
"""The menu is taken away when it has faded."""


class Behind(Reception, Protocol):
    """The program behind the window: a show's desk, or that of the card that we are back soon."""

    @property
    def panel(self) -> StaffPanel | None:
        """Staff's, while it is open."""
        ...


class Laptop(QObject):
    """Follows `window`, behind which is `desk`; `Own` of `kiosk.bridge.laptop.panel`. `read`: the files have been read.

    Menu and guide are loaded when they are wanted. `beside`: where to look for exhibitions besides the usual places.
    """

    def __init__(
        self,
        face: Face,
        window: QQuickWindow,
        desk: Behind,
        read: SignalInstance | None = None,
        settings: SettingsFile | None = None,
        beside: Path | None = None,
    ) -> None:
        super().__init__()
        self._face = face
        self._frame = window
        self._desk = desk
        self._read = read
        self._settings = settings or SettingsFile()
        self.beside = beside
        self._words = OwnWords(assets_folder() / "translations")
        self.speak(self._settings.read().language)
        self._opener = Opener(self)
        self._opener.opened.connect(self._show_opened)
        self._opener.refused.connect(self._tell_refused)
        self._opener.progressed.connect(self._tell_progress)
        self._opening = Path()
        self._reading = self._over = False
        self._open: tuple[OwnPanel | FirstSteps, QQuickItem] | None = None
        self._own = OwnWindow(window, self._settings, self)
        self._own.changed.connect(self._refresh)
        self._wishes = Wishes(window, self._may_black, self._blacken, self._escape, self)
        self._wishes.wished.connect(self._grant)
        self._wishes.menuAsked.connect(self._open_menu_at)
        self._wishes.named.connect(self._open_dropped)
        self.layer = OwnLayer(self._words)
        self._wishes.dropping.connect(self.layer.hold)
        self.layer.menuAsked.connect(self.open_menu)
        self._above = face.hang_above(window, "Own/OwnLayer.qml", keys=False, above=self.layer, frame=window)
        if read:
            read.connect(self._tell_read)

    def end(self) -> None:
        """The window goes."""
        if self._over:
            return
        self._over = True
        if self._read:
            self._read.disconnect(self._tell_read)
        self._wishes.end()
        self._own.end()
        if self._open:
            told, item = self._open
            self._open = None
            destroy(item)
            destroy(told)
        destroy(self._above)
        destroy(self.layer)

    # What is wanted of the window

    @property
    def panel(self) -> OwnPanel | None:
        """The menu while it is open."""
        return self._open[0] if self._open and isinstance(self._open[0], OwnPanel) else None

    @property
    def guide(self) -> FirstSteps | None:
        """The guide while it is open."""
        return self._open[0] if self._open and not isinstance(self._open[0], OwnPanel) else None

    @Slot()
    def open_menu(self, page: OwnPage = OwnPage.MENU, place: tuple[float, float] | None = None) -> None:
        """The menu, at a page of it, where somebody pointed."""
        if self._over or self._desk.panel:
            return
        if self.guide:
            self._take_away()
        panel = self.panel
        if panel is None:
            panel = OwnPanel(self, self._words)
            panel.begin(page, place)
            self._hang(panel, self._face.hang_above(self._frame, "Own/OwnRoom.qml", panel=panel))
        else:
            panel.begin(page, place)

    def welcome(self) -> None:
        """The guide, to who has not seen it."""
        if not self._settings.read().guided:
            self.show_guide()

    @Slot()
    def show_guide(self) -> None:
        """The guide for staff."""
        if self._over or self._desk.panel or self.guide:
            return
        from kiosk.bridge.laptop.first_steps import FirstSteps  # noqa: PLC0415 - once, or when it is wanted

        if self._open:
            self._take_away()
        self._settings.change_beside(lambda kept: msgspec.structs.replace(kept, guided=True))
        steps = FirstSteps(self._words)
        steps.spoken.connect(self._keep_language)
        self._hang(steps, self._face.hang_above(self._frame, "Own/FirstSteps.qml", guide=steps))

    def close(self) -> None:
        """Close what is open."""
        self._take_away()

    def speak(self, language: str) -> None:
        """In one of the languages of menu and guide from now on."""
        if language in LANGUAGES:
            self._words.speak(language)

    def _hang(self, told: OwnPanel | FirstSteps, item: QQuickItem) -> None:
        told.closed.connect(self._close, Qt.ConnectionType.QueuedConnection)
        self._open = told, item
        self.layer.cover(True)

    @Slot()
    def _close(self) -> None:
        self._take_away()

    def _take_away(self) -> None:
        """It fades, and the keys are the show's again."""
        if not self._open:
            return
        told, item = self._open
        self._open = None
        self.layer.cover(False)
        item.setProperty("leaving", True)
        face = self._frame.property("face")
        if face and not self._desk.panel:
            face.forceActiveFocus()

        def gone() -> None:
            destroy(item)
            told.deleteLater()

        QTimer.singleShot(FADE_MS, self, gone)

    @Slot(object)
    def _grant(self, wish: Wish) -> None:
        match wish:
            case Wish.FULL:
                self._own.fill()
            case Wish.TOGGLE_FULL:
                self.toggle_full()
            case Wish.NEXT_SCREEN:
                self._own.show_on_next()
            case Wish.MENU:
                self._toggle_menu()
            case Wish.OPEN:
                self.open_menu(OwnPage.BROWSE)
            case Wish.GUIDE:
                self.show_guide()
            case Wish.RELOAD:
                self.reload()
            case Wish.QUIT:
                self.quit()

    def _toggle_menu(self) -> None:
        if self.panel:
            self.panel.close()
        else:
            self.open_menu()

    @Slot(float, float)
    def _open_menu_at(self, x: float, y: float) -> None:
        self.open_menu(place=(x, y))

    def _escape(self) -> bool:
        """Escape leaves full screen, unless it is for what is open above the show, or in it."""
        if self._open or self._desk.panel or not self._own.full or not self._at_rest():
            return False
        self._own.leave_full()
        return True

    def _at_rest(self) -> bool:
        """Whether the show is where Escape leads no further back."""
        hung = self._desk.hung
        if hung is None:
            return True
        return hung.gallery.sitting.session.screen in {Screen.ATTRACT, Screen.STAGE}

    def _may_black(self) -> bool:
        """Not where letters are for searching, or typed."""
        hung = self._desk.hung
        searching = hung is not None and hung.gallery.sitting.session.screen is Screen.WALL
        return not (self._open or self._desk.panel or searching)

    def _blacken(self, black: bool) -> None:
        self._wishes.black = black
        self.layer.blacken(black)

    def _keep_language(self, language: str) -> None:
        self._settings.change_beside(lambda kept: msgspec.structs.replace(kept, language=language))

    @Slot()
    def _refresh(self) -> None:
        if self.panel:
            self.panel.refresh()

    # What the menu asks and does

    @property
    def full(self) -> bool:
        """Whether the show fills a screen."""
        return self._own.full

    @property
    def shown(self) -> Path:
        """The manifest of what is shown."""
        return self._desk.manifest

    def screens(self) -> list[Choice]:
        """Those to choose from."""
        return self._own.screens()

    def recent(self) -> tuple[Recent, ...]:
        """What was opened before."""
        return self._settings.read().recent

    def toggle_full(self) -> None:
        """Fill the screen, or be a window again."""
        self._own.toggle_full()

    def show_on(self, screen: str) -> None:
        """Fill a screen."""
        self._own.show_on(screen)

    def reload(self) -> None:
        """Have the files read, and tell what came of it."""
        self._reading = True
        self._desk.reload()

    @Slot()
    def _tell_read(self) -> None:
        if self._reading:
            self._reading = False
            self.layer.tell(self._words.say("The files have been read. Problems: %1", len(self._desk.problems)))

    def quit(self) -> None:
        """End the program."""
        self._desk.leave(again=False)

    # Other exhibitions

    @Slot(str)
    def _open_dropped(self, path: str) -> None:
        self.open(Path(path))

    def open(self, named: Path) -> None:
        """Show an exhibition, if that can be read; the one that is shown stays until then."""
        if self._over or self._opener.busy:
            return
        self._opening = named
        self._say("Opening “%1” …", named.name, lasting=True)
        self._opener.open(named)

    @Slot(int, int)
    def _tell_progress(self, done: int, total: int) -> None:
        self._say("Opening “%1” … %2 of %3", self._opening.name, done, total, lasting=True)

    @Slot(object)
    def _show_opened(self, found: Opened) -> None:
        self.note_opened(found.named, found.title)
        self._say("“%1” is shown now.", found.title)
        if self.panel:
            self.panel.close()
        self._desk.open_other(found.named)

    def note_opened(self, named: Path, title: str) -> None:
        """It can be opened again from the menu."""
        self._settings.change_beside(lambda kept: opened(kept, str(named.absolute()), title))

    @Slot(object, object)
    def _tell_refused(self, named: Path, problems: tuple[Problem, ...]) -> None:
        self.layer.tell("")
        if any(problem.rule == "missing" and problem.file == named for problem in problems):
            self._settings.change_beside(lambda kept: forgotten(kept, str(named)))
        if self.panel is None:
            self.open_menu()
            if self.panel:
                self.panel.begin(OwnPage.REFUSED)
        if self.panel:
            self.panel.tell_refused(named, problems)

    def _say(self, words: str, *told: object, lasting: bool = False) -> None:
        """In the menu, where that is open, else above the show."""
        said = self._words.say(words, *told)
        if self.panel:
            self.panel.tell(said)
        else:
            self.layer.tell(said, lasting=lasting)
