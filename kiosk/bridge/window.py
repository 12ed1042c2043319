"""Where the window stands, how large a millimetre is there, and who may close it."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen

from kiosk.bridge.attention import Attention

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.gallery import Gallery

USUAL_WINDOW = (1280, 800)
MM_PER_INCH = 25.4


class Stand(msgspec.Struct, frozen=True):
    """Where a window is wanted. `size` is (width, height); `screen` is "primary", a number or a name."""

    windowed: bool
    size: tuple[int, int] | None = None
    screen: str = "primary"
    diagonal_inches: float | None = None


def find_screen(wanted: str) -> QScreen:
    """The screen of that number (from 1) or name, else the primary one."""
    screens = QGuiApplication.screens()
    if wanted.isdecimal() and 1 <= int(wanted) <= len(screens):
        return screens[int(wanted) - 1]
    return next((screen for screen in screens if screen.name() == wanted), QGuiApplication.primaryScreen())


def density(screen: QScreen, diagonal_inches: float | None) -> float | None:
    """Device-independent pixels per millimetre; None when the screen does not know its size."""
    size = screen.size()
    if diagonal_inches:
        return hypot(size.width(), size.height()) / (diagonal_inches * MM_PER_INCH)
    physical = screen.physicalSize()
    return size.width() / physical.width() if physical.width() > 0 else None


class Standing(QObject):
    """Keeps the gallery told of the window's size, and the session of everything done to the window."""

    def __init__(self, window: QQuickWindow, gallery: Gallery, place: Stand) -> None:
        super().__init__()
        self._window = window
        self._gallery = gallery
        self._place = place
        self._attention = Attention(window, closable=place.windowed)
        self._attention.touched.connect(gallery.sitting.touched)
        self._attention.used.connect(gallery.sitting.used)
        self._attention.pointed.connect(self._show_pointer)
        for signal in (window.widthChanged, window.heightChanged, window.screenChanged):
            signal.connect(self._fit)
        self._fit()

    def leave(self) -> None:
        """Let go of the window, which may be destroyed now."""
        self._window.removeEventFilter(self._attention)
        for signal in (self._window.widthChanged, self._window.heightChanged, self._window.screenChanged):
            signal.disconnect(self._fit)

    def _fit(self) -> None:
        screen = self._window.screen()
        self._gallery.fit(
            self._window.width(),
            self._window.height(),
            self._window.devicePixelRatio(),
            density(screen, self._place.diagonal_inches),
            self._place.windowed,
        )

    def _show_pointer(self, seen: bool) -> None:
        self._window.setProperty("pointerSeen", seen)


def show(window: QQuickWindow, place: Stand) -> None:
    """Show the window where it is wanted: in a window of its own size, or all over a screen."""
    screen = find_screen(place.screen)
    window.setScreen(screen)
    if place.windowed:
        room = screen.availableSize()
        width, height = place.size or USUAL_WINDOW
        window.resize(min(width, room.width()), min(height, room.height()))
        window.show()
    else:
        window.setGeometry(screen.geometry())
        window.showFullScreen()
