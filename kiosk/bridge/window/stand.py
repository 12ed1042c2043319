"""Where a window stands, and how large a millimetre is there. Needed for the first frame, so it imports little."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtQuick import QQuickWindow

USUAL_WINDOW = (1280, 800)
MM_PER_INCH = 25.4


class Stand(NamedTuple):
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


def certain_density(screen: QScreen, diagonal_inches: float | None) -> float | None:
    """The same, if it can be relied on so much that works are shown as large as they are."""
    from kiosk.visit.real_size import measured_density  # noqa: PLC0415 - the first frame does not need it

    size, physical = screen.size(), screen.physicalSize()
    return measured_density((size.width(), size.height()), (physical.width(), physical.height()), diagonal_inches)


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
