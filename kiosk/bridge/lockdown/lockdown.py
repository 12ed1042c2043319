"""All of it around one window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.bridge.lockdown.foreground import Foreground
from kiosk.bridge.lockdown.outside import is_outside
from kiosk.bridge.lockdown.pointer import Pointer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow

    from kiosk.bridge.lockdown.macos import Presentation

SETTLED_AFTER_MS = 2000
"""When others are asked for something: the first picture has no need of that."""


class Lockdown(QObject):
    """Keeps strangers inside `window`, a kiosk's, from before it is shown until `let_go`."""

    def __init__(self, window: QWindow, shares_keys: Callable[[], bool] = lambda: False) -> None:
        super().__init__(window)
        self._window = window
        self._held = True
        self._pointer = Pointer()
        window.installEventFilter(self)
        self._foreground = Foreground(window, shares_keys)
        self._presentation = _presentation(window)
        QTimer.singleShot(SETTLED_AFTER_MS, self, self._settle)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        self._pointer.notice(event)
        if is_outside(event):
            event.ignore()
            return True
        return False

    def let_go(self) -> None:
        """The window may be closed."""
        if self._held:
            self._held = False
            self._window.removeEventFilter(self)
            self._foreground.stop()
            if self._presentation:
                self._presentation.let_go()
            self._pointer.show()

    def _settle(self) -> None:
        if self._held:
            self._foreground.settle()
            if self._presentation:
                self._presentation.look()
            _keep_lit()


def let_go(window: QWindow) -> None:
    """Let a window be closed that was locked down, if it was."""
    for each in window.findChildren(Lockdown):
        each.let_go()


def _presentation(window: QWindow) -> Presentation | None:
    """What only macOS has, which shows its own beside and above a window otherwise."""
    if QGuiApplication.platformName() != "cocoa":
        return None
    from kiosk.bridge.lockdown.macos import Presentation  # noqa: PLC0415 - only there

    return Presentation(window)


def _keep_lit() -> None:
    platform = QGuiApplication.platformName()
    if platform not in {"offscreen", "minimal"}:
        from kiosk.staff.light import keep_lit  # noqa: PLC0415 - after the first picture, where a screen can go dark

        keep_lit(on_x=platform == "xcb")
