"""A visitor in a rush, recorded: what the window shows while buttons are pressed as fast as they can be."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt

from kiosk.exhibition.palette import luminance
from kiosk.visit.flashes import flashes

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QImage
    from PySide6.QtQuick import QQuickWindow

SECONDS = 2.5
PRESS_EVERY_S = 0.05
"""Twenty presses a second: more than fingers manage, less than a key that is held repeats."""
CELLS = 12
"""Cells across the picture's shorter side."""


def record(
    application: QCoreApplication, window: QQuickWindow, press: Callable[[], None], seconds: float = SECONDS
) -> int:
    """The most flashes in a second while `press` is called all the time."""
    wide, high = window.width(), window.height()
    rows, columns = (CELLS, round(CELLS * wide / high)) if wide >= high else (round(CELLS * high / wide), CELLS)
    frames = []
    begun, pressed = time.monotonic(), 0
    while (now := time.monotonic() - begun) < seconds:
        while pressed * PRESS_EVERY_S <= now:
            press()
            pressed += 1
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        image = window.grabWindow().scaled(
            columns, rows, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        frames.append((now, _luminances(image)))
    return flashes(frames, columns)


def _luminances(image: QImage) -> tuple[float, ...]:
    return tuple(_luminance(image.pixel(x, y) & 0xFFFFFF) for y in range(image.height()) for x in range(image.width()))


def _luminance(pixel: int) -> float:
    return luminance(f"#{pixel:06x}")
