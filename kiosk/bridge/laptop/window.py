"""A window of somebody's own: it comes up where it was, fills a screen when that is wanted, and is remembered."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.bridge.window import stand
from kiosk.staff.laptop.placing import Rect, Screen, placed

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QScreen
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.window.stand import Stand
    from kiosk.staff.laptop.settings import OwnSettings, SettingsFile

SETTLE_MS = 1000
"""A window that is dragged is written down when it has rested so long."""
POINTER_MS = 3000
"""In full screen the pointer goes when the mouse has rested so long."""

_log = logging.getLogger("kiosk")


class Choice(NamedTuple):
    """A screen to choose: its name, what it says of itself, its pixels, and whether the show fills it."""

    name: str
    model: str
    pixels: tuple[int, int]
    chosen: bool


class _Normal(NamedTuple):
    """Where the window is while it fills no screen."""

    place: QPoint
    size: QSize
    maximised: bool


def come_up(window: QQuickWindow, place: Stand, settings: OwnSettings, *, taken: bool = False) -> None:
    """Show the window where it was; where and as large as somebody asks for it now, if they do.

    `taken`: another window of the program is there already.
    """
    there = None if place.size else placed(settings, _screens(), _asked_screen(place), stand.USUAL_WINDOW, taken)
    if there is None:
        stand.show(window, place)
        return
    screen, rect = there
    window.setScreen(stand.find_screen(screen.name))
    window.resize(rect.width, rect.height)
    window.setFramePosition(QPoint(rect.x, rect.y))
    if settings.maximised and not taken:
        window.showMaximized()
    else:
        window.show()


def _asked_screen(place: Stand) -> str:
    return "" if place.screen == "primary" else stand.find_screen(place.screen).name()


def _screens() -> list[Screen]:
    """Those there are, the primary one first, with the room for windows on each."""
    rooms = ((screen.name(), screen.availableGeometry()) for screen in _in_order())
    return [Screen(name, _rect(room)) for name, room in rooms]


def _rect(room: QRect) -> Rect:
    return Rect(room.x(), room.y(), room.width(), room.height())


def _in_order() -> list[QScreen]:
    primary = QGuiApplication.primaryScreen()
    return sorted(QGuiApplication.screens(), key=lambda screen: screen is not primary)


class OwnWindow(QObject):
    """Keeps `window`, which can be moved and closed, and writes down in `settings` where it is.

    `changed`: it fills a screen now, or no more, or the screens are others.
    """

    changed = Signal()

    def __init__(self, window: QQuickWindow, settings: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._settings = settings
        self._show_on = settings.read().show_on
        self._was_full = self.full
        self._normal = _Normal(window.framePosition(), window.size(), self._is_maximised())
        self._interrupted = ""  # the screen that was filled when it went away
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._note)
        self._resting = QTimer(self, singleShot=True, interval=POINTER_MS)
        self._resting.timeout.connect(self._hide_pointer)
        self._moves = (window.xChanged, window.yChanged, window.widthChanged, window.heightChanged)
        for signal in self._moves:
            signal.connect(self._moved)
        window.windowStateChanged.connect(self._turned)
        self._news = self._screen_news()
        window.installEventFilter(self)

    def _screen_news(self) -> tuple[QGuiApplication, ...]:
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            return ()
        application.screenAdded.connect(self.screen_came)
        application.screenRemoved.connect(self.screen_went)
        return (application,)

    def end(self) -> None:
        """The window goes: where it is is written down."""
        for signal in self._moves:
            signal.disconnect(self._moved)
        self._window.windowStateChanged.disconnect(self._turned)
        self._window.removeEventFilter(self)
        for application in self._news:
            application.screenAdded.disconnect(self.screen_came)
            application.screenRemoved.disconnect(self.screen_went)
        self._settling.stop()
        self._resting.stop()
        self._settings.change(self._described())

    # What is wanted

    @property
    def full(self) -> bool:
        """Whether it fills a screen."""
        return bool(self._window.windowStates() & Qt.WindowState.WindowFullScreen)

    def toggle_full(self) -> None:
        """Fill the screen that was chosen, else the one the window is on; or be a window again."""
        if self.full:
            self.leave_full()
        else:
            self.fill()

    def fill(self) -> None:
        """Fill the screen."""
        if not self.full:
            self._fill(self._wanted_screen())

    def leave_full(self) -> None:
        """Be a window again, where it was before."""
        self._interrupted = ""
        if self.full:
            self._restore()

    def show_on(self, name: str) -> None:
        """Fill this screen, now and from now on."""
        self._show_on, self._interrupted = name, ""
        self._settings.change_beside(partial(msgspec.structs.replace, show_on=name))
        self._fill(stand.find_screen(name))

    def show_on_next(self) -> None:
        """Fill the next screen."""
        screens = QGuiApplication.screens()
        names = [screen.name() for screen in screens]
        on = self._window.screen().name()
        at = names.index(on) if on in names else -1
        if screens:
            self.show_on(names[(at + 1) % len(names)] if self.full else on)

    def screens(self) -> list[Choice]:
        """Those there are to choose from."""
        here = self._window.screen()
        return [Choice(screen.name(), *_told(screen), self.full and screen is here) for screen in _in_order()]

    # Screens that come and go

    def screen_went(self, screen: QScreen) -> None:
        """A screen is unplugged. If the show filled it, it is in its window now, until that screen is back."""
        if self.full and self._filled == screen.name():
            self._interrupted = self._filled
            self._restore()
            _log.info('screen "%s" has gone: the show is in its window', self._interrupted)
        self.changed.emit()

    def screen_came(self, screen: QScreen) -> None:
        """A screen is plugged in."""
        if self._interrupted and screen.name() == self._interrupted:
            self._interrupted = ""
            self._fill(screen)
        self.changed.emit()

    # How it is done

    _filled = ""

    def _wanted_screen(self) -> QScreen:
        known = {screen.name(): screen for screen in QGuiApplication.screens()}
        return known.get(self._show_on) or self._window.screen()

    def _fill(self, screen: QScreen) -> None:
        if self.full:
            self._window.showNormal()  # who fills one screen is not let go to another
        else:
            self._keep_normal()
        self._filled = screen.name()
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()

    def _restore(self) -> None:
        normal, self._filled = self._normal, ""
        screen = QGuiApplication.screenAt(normal.place) or QGuiApplication.primaryScreen()
        self._window.showNormal()
        rect = Rect(normal.place.x(), normal.place.y(), normal.size.width(), normal.size.height())
        rect = rect.within(_rect(screen.availableGeometry()))
        self._window.setScreen(screen)
        self._window.resize(rect.width, rect.height)
        self._window.setFramePosition(QPoint(rect.x, rect.y))
        if normal.maximised:
            self._window.showMaximized()

    def _is_maximised(self) -> bool:
        return bool(self._window.windowStates() & Qt.WindowState.WindowMaximized)

    def _moved(self) -> None:
        if not self.full:
            self._settling.start()

    def _turned(self) -> None:
        if self.full != self._was_full:
            self._was_full = self.full
            self._resting.start()
            self.changed.emit()
        self._moved()

    def _keep_normal(self) -> None:
        """What is full screen, or as large as the desktop, says nothing of the window's own place."""
        if self.full or not self._window.isVisible():
            return
        maximised = self._is_maximised()
        there = self._normal if maximised else _Normal(self._window.framePosition(), self._window.size(), False)
        self._normal = there._replace(maximised=maximised)

    def _note(self) -> None:
        self._settings.change_beside(self._described())

    def _described(self) -> partial[OwnSettings]:
        self._keep_normal()
        normal = self._normal
        return partial(
            msgspec.structs.replace,
            place=(normal.place.x(), normal.place.y()),
            size=(normal.size.width(), normal.size.height()),
            maximised=normal.maximised,
            screen=(QGuiApplication.screenAt(normal.place) or self._window.screen()).name(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if event.type() == QEvent.Type.MouseMove:
            self._resting.start()
        elif event.type() == QEvent.Type.Close:
            self._keep_normal()
        return False

    def _hide_pointer(self) -> None:
        if self.full:
            self._window.setProperty("pointerSeen", False)


def _told(screen: QScreen) -> tuple[str, tuple[int, int]]:
    """What a screen is called by its makers, and how large it is."""
    size = screen.size() * screen.devicePixelRatio()
    model = " ".join(filter(None, (screen.manufacturer(), screen.model()))).strip()
    return model, (size.width(), size.height())
