"""A show looked at in its window, until what is on the screen is at rest."""

from __future__ import annotations

import contextlib
import logging
import time
from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QMetaObject, QThread
from PySide6.QtGui import QImage

from kiosk.bridge.look.look import unit_of
from kiosk.bridge.touring.items import of_type
from kiosk.bridge.window.stand import MM_PER_INCH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QCoreApplication
    from PySide6.QtQuick import QQuickWindow

    from kiosk.bridge.gallery import Gallery

PATIENCE_S = 60.0
"""The longest wait for a screen to be complete; it is looked at as it is then."""
LOOK_EVERY_MS = 16
"""A frame."""
HASTE = 4.0
"""Seconds of the show in one of a tour: nobody watches how it comes to be what is drawn of it."""
ALIKE = 3
"""Looks in a row that must be the same."""

_log = logging.getLogger(__name__)


class Sight:
    """The sight of a gallery in a window, from when it is made until `end`.

    The screen has this diagonal; without one it counts as usual for its pixels. `windowed`: whether the window is
    somebody's own.
    """

    def __init__(
        self,
        application: QCoreApplication,
        window: QQuickWindow,
        gallery: Gallery,
        diagonal_inches: float | None = None,
    ) -> None:
        self.application = application
        self.window = window
        self._gallery = gallery
        self.windowed = False
        self._diagonal_inches = diagonal_inches
        gallery.changes.free = True  # nobody sees what comes in between
        gallery.painting.hasten(HASTE)

    def fit(self, size: tuple[int, int], *, windowed: bool = False) -> None:
        """Show the window at a size (width, height)."""
        width, height = size
        self.windowed = windowed
        self.window.resize(width, height)
        density = self._density(width, height)
        certain = density or unit_of(min(width, height), None, windowed)
        self._gallery.fit(width, height, 1.0, density, windowed, certain)
        self.window.show()

    @contextlib.contextmanager
    def in_its_own_time(self) -> Iterator[None]:
        """The show's time runs as it does for a visitor, for what is measured in seconds."""
        self._gallery.painting.hasten(1)
        try:
            yield
        finally:
            self._gallery.painting.hasten(HASTE)

    def end(self) -> None:
        """Let go of the window."""
        self._gallery.painting.hasten(1)
        self.window.close()

    def on_stage(self, act: str) -> bool:
        """Have QML's stage do something that only a visitor's finger does."""
        return any(QMetaObject.invokeMethod(stage, act) for stage in of_type(self.window, "StageView"))

    def still(self) -> QImage:
        """The window's picture, once everything is loaded and several looks at it are the same."""
        before, alike = QImage(), 0

        def still() -> bool:
            nonlocal before, alike
            if not self.window.property("settled") or self._gallery.waiting_for_pictures or self._loading():
                return False
            now = self.window.grabWindow()
            alike = alike + 1 if now == before else 0
            before = now
            return alike >= ALIKE

        if not self.until(still):
            _log.warning("a screen was not complete after %d seconds and is drawn as it was", PATIENCE_S)
        return self.window.grabWindow()

    def settle(self) -> None:
        """Let whatever moves come to its end."""
        self.until(lambda: bool(self.window.property("settled")))

    def until(self, done: Callable[[], bool], patience_s: float = PATIENCE_S) -> bool:
        """Let the program go on until this holds; whether it did in time."""
        limit = time.monotonic() + patience_s
        while time.monotonic() < limit:
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, LOOK_EVERY_MS)
            if done():
                return True
            QThread.msleep(LOOK_EVERY_MS)
        return False

    def _density(self, width: int, height: int) -> float | None:
        return hypot(width, height) / (self._diagonal_inches * MM_PER_INCH) if self._diagonal_inches else None

    def _loading(self) -> bool:
        """Whether a picture that is seen is still on its way from the disk, as many on a wall are."""
        return any(hung.isVisible() and hung.property("loading") for hung in of_type(self.window, "Thumbnail"))
