"""A window that comes back: in front, all over its screen, and with the keys."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow

    from kiosk.bridge.lockdown.x11 import Manager

FIRST_MS = 150
AGAIN_MS = 600
PATIENCE = 20
"""So many tries close to each other; what has not helped by then is tried again now and then."""
SLOW_MS = 30_000

STACKING = frozenset({"xcb", "windows", "cocoa"})
"""Where programs may put themselves in front. Wayland leaves that to its compositor, and Qt complains."""


class Foreground(QObject):
    """Brings `window` back whenever it has lost the screen or the keys: at once, then again until it has them.

    `shares_keys`: whether other screens' kiosks have as much right to the keys as this one. They are left to whoever
    has them then, so that two kiosks do not take them from each other for ever. Costs nothing while all is well.
    """

    def __init__(self, window: QWindow, shares_keys: Callable[[], bool] = lambda: False) -> None:
        super().__init__(window)
        self._window = window
        self._shares_keys = shares_keys
        self._tries = 0
        self._manager: Manager | None = None
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._return)
        for signal in (window.activeChanged, window.visibilityChanged, window.windowStateChanged):
            signal.connect(self.look)

    def look(self) -> None:
        """Something has changed: is it still so?"""
        self._tries = 0
        waits = self._due.isActive() and self._due.interval() < SLOW_MS
        if self._is_lost() and not waits:
            self._due.start(FIRST_MS)

    def settle(self) -> None:
        """Be on every desktop there is, and above what other programs show there."""
        self._ask_manager(with_keys=False)

    def stop(self) -> None:
        """The window may go."""
        self._due.stop()
        for signal in (self._window.activeChanged, self._window.visibilityChanged, self._window.windowStateChanged):
            signal.disconnect(self.look)

    def _fills(self) -> bool:
        return self._window.isVisible() and self._window.windowState() == Qt.WindowState.WindowFullScreen

    def _is_lost(self) -> bool:
        return not self._fills() or not self._window.isActive()

    def _return(self) -> None:
        if not self._is_lost():
            return
        self._tries += 1
        with_keys, platform = not self._shares_keys(), QGuiApplication.platformName()
        if not self._fills():
            self._window.showFullScreen()
        if platform in STACKING:
            self._window.raise_()
        if with_keys and platform != "wayland":
            self._window.requestActivate()
        self._ask_manager(with_keys=with_keys)
        if not with_keys and self._fills():
            return
        self._due.start(AGAIN_MS if self._tries < PATIENCE else SLOW_MS)

    def _ask_manager(self, *, with_keys: bool) -> None:
        """X window managers mistrust a program that puts itself in front, and keep it on the desktop it was on."""
        if QGuiApplication.platformName() != "xcb":
            return
        from kiosk.bridge.lockdown.x11 import Manager  # noqa: PLC0415 - only there, and only if need be

        with contextlib.suppress(OSError):
            self._manager = self._manager or Manager()
            self._manager.bring_back(int(self._window.winId()), with_keys=with_keys)
