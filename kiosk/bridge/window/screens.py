"""A window that fills its screen, also after that was unplugged, turned, or changed for another one."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.bridge.window import stand

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.window.stand import Stand

SETTLE_MS = 250
"""Whoever plugs in a screen changes several things one after the other; so long after the last the window follows."""
PRIMARY = "primary"

_log = logging.getLogger(__name__)


class OnScreen(QObject):
    """Keeps `window` all over the screen where it is wanted, as long as it is not one that can be moved.

    Where that screen is missing it is on another one until it is back. Without any screen it waits for one. A window
    that is closed before the program ends is let go of by `end`: else it would come up again with the next screen.
    """

    def __init__(self, window: QQuickWindow, place: Stand) -> None:
        super().__init__(window)
        self._window = window
        self._place = place
        self._on = _described(window.screen())
        self._missing = self._ended = False
        self._known: list[QScreen] = []
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self.stand)
        if place.windowed:
            return
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            for signal in (application.screenAdded, application.screenRemoved, application.primaryScreenChanged):
                signal.connect(self._look)
            self._look()

    def end(self) -> None:
        """The window goes: no news of a screen shows it again."""
        self._settling.stop()
        self._ended = True

    def _look(self) -> None:
        """Something is new about the screens: see what, when no more news come."""
        there = QGuiApplication.screens()
        for screen in there:
            if screen not in self._known:
                screen.geometryChanged.connect(self._settling.start)
        self._known = there
        self._settling.start()

    def stand(self) -> None:
        """Fill the screen that is wanted now."""
        if self._ended:
            return
        screen: QScreen | None = stand.find_screen(self._place.screen)
        if screen is None or screen.geometry().isEmpty():
            self._tell_missing("there is no screen")
            return
        if self._place.screen == PRIMARY or _is(screen, self._place.screen):
            self._missing = False
        else:
            self._tell_missing(f'screen "{self._place.screen}" is not there, so {_described(screen)} is used')
        if self._window.screen() is not screen or self._window.geometry() != screen.geometry():
            stand.show(self._window, self._place)
        if _described(screen) != self._on:
            self._on = _described(screen)
            _log.info("shows on %s", self._on)

    def _tell_missing(self, what: str) -> None:
        """Once, until it is there again."""
        if not self._missing:
            self._missing = True
            _log.warning("%s. The show goes on, and follows when it is plugged in.", what)


def _is(screen: QScreen, wanted: str) -> bool:
    screens = QGuiApplication.screens()
    return screen.name() == wanted or (wanted.isdecimal() and 1 <= int(wanted) <= len(screens))


def _described(screen: QScreen | None) -> str:
    if screen is None:
        return ""
    size = screen.size() * screen.devicePixelRatio()
    return f'screen "{screen.name()}" of {size.width()} x {size.height()} pixels'
