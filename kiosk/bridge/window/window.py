"""A window that is shown: the gallery hears of its size, and the session of all that is done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.bridge.window.attention import Attention
from kiosk.bridge.window.stand import certain_density, density

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.gallery import Gallery
    from kiosk.bridge.staff.corner import Corner
    from kiosk.bridge.window.stand import Stand


def fit(gallery: Gallery, window: QQuickWindow, place: Stand) -> None:
    """Tell the gallery of the window's size and of its screen's; nothing while it has no screen."""
    screen = window.screen()
    if screen is None:
        return
    gallery.fit(
        window.width(),
        window.height(),
        window.devicePixelRatio(),
        density(screen, place.diagonal_inches),
        place.windowed,
        certain_density(screen, place.diagonal_inches),
    )


class Standing(QObject):
    """Keeps the gallery told of the window's size, and the session of all that visitors do to it."""

    def __init__(self, window: QQuickWindow, gallery: Gallery, place: Stand, corner: Corner | None = None) -> None:
        super().__init__()
        self._window = window
        self._gallery = gallery
        self._place = place
        self._attention = Attention(window, place.windowed, corner)
        self._attention.touched.connect(gallery.sitting.touched)
        self._attention.joined.connect(gallery.sitting.joined)
        self._attention.used.connect(gallery.sitting.used)
        self._attention.keyed.connect(gallery.keys.use)
        self._attention.pressed.connect(gallery.sitting.keyed)
        self._attention.pointed.connect(self._show_pointer)
        for signal in (window.widthChanged, window.heightChanged, window.screenChanged):
            signal.connect(self._fit)
        self._fit()

    def leave(self) -> None:
        """Let go of the window, which may be destroyed now."""
        self._window.removeEventFilter(self._attention)
        self._attention.deleteLater()
        for signal in (self._window.widthChanged, self._window.heightChanged, self._window.screenChanged):
            signal.disconnect(self._fit)

    def _fit(self) -> None:
        fit(self._gallery, self._window, self._place)
        self._attention.pixels_per_mm = self._gallery.painting.pixels_per_mm

    def _show_pointer(self, seen: bool) -> None:
        self._window.setProperty("pointerSeen", seen)
