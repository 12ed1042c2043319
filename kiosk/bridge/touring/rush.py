"""A visitor in a rush, recorded: what the window shows while buttons are pressed as fast as they can be."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QEventLoop, Qt

from kiosk.exhibition.palette import luminance
from kiosk.visit.flashes import flashes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QImage
    from PySide6.QtQuick import QQuickWindow

    from kiosk.visit.flashes import Frame

SECONDS = 2.5
PRESS_EVERY_S = 0.05
"""Twenty presses a second: more than fingers manage, less than a key that is held repeats."""
CELLS = 12
"""Cells across the picture's shorter side."""


PAUSE_S = 0.001


class Film:
    """The frames that a window shows, each with the time when it did.

    They are taken as soon as a window has shown one, before anything can change: what is taken later, or timed earlier,
    tells of another pace than a visitor sees. To be used with the software renderer, which draws on the same thread.
    """

    def __init__(self, window: QQuickWindow, now: Callable[[], float] = time.monotonic) -> None:
        wide, high = window.width(), window.height()
        self.columns = CELLS if wide < high else round(CELLS * wide / high)
        self.rows = CELLS if wide >= high else round(CELLS * high / wide)
        self.frames: list[Frame] = []
        self._window = window
        self._now = now
        self._taking = False

    def __enter__(self) -> Self:
        self.take()
        self._window.frameSwapped.connect(self.take)
        return self

    def __exit__(self, *_: object) -> None:
        self._window.frameSwapped.disconnect(self.take)

    def take(self) -> None:
        """Take the frame that is shown. Taking it may show it again."""
        if self._taking:
            return
        self._taking, shown = True, self._now()
        try:
            image = self._window.grabWindow()
        finally:
            self._taking = False
        small = image.scaled(
            self.columns, self.rows, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self.frames.append((shown, _luminances(small)))

    def flashes(self) -> int:
        """The most in any second."""
        return flashes(self.frames, self.columns)


def record(
    application: QCoreApplication, window: QQuickWindow, press: Callable[[], object], seconds: float = SECONDS
) -> int:
    """The most flashes in a second while `press` is called all the time.

    What could not be pressed in time is made up for at once, as a window does with keys that were pressed meanwhile.
    """
    with Film(window) as film:
        begun, pressed = time.monotonic(), 0
        while (now := time.monotonic() - begun) < seconds:
            while pressed * PRESS_EVERY_S <= now:
                press()
                pressed += 1
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            time.sleep(PAUSE_S)
    return film.flashes()


def _luminances(image: QImage) -> tuple[float, ...]:
    return tuple(_luminance(image.pixel(x, y) & 0xFFFFFF) for y in range(image.height()) for x in range(image.width()))


def _luminance(pixel: int) -> float:
    return luminance(f"#{pixel:06x}")
