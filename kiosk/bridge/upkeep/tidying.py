"""Tidying up after each visitor, when nobody looks at what they looked at any more."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiosk.bridge.tempo import Timer
from kiosk.bridge.upkeep import allocator
from kiosk.visit.session import Screen

if TYPE_CHECKING:
    from kiosk.bridge.visit import Visit

TIDY_AFTER_MS = 15_000
"""Until then what the visitor saw has gone, and the loop has begun to move again."""


class Tidying(QObject):
    """Gives memory back some time after a visit, unless somebody else has come: then after the next one.

    First Python lets go of what the visit has left in circles: what lies in it are pages, too.
    """

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit)
        self._visit = visit
        self._due = Timer(self, singleShot=True, interval=TIDY_AFTER_MS)
        self._due.timeout.connect(self._tidy)
        visit.ended.connect(self._wait)

    @Slot()
    def _wait(self) -> None:
        self._due.start()

    @Slot()
    def _tidy(self) -> None:
        if self._visit.session.screen is Screen.ATTRACT:
            gc.collect()
            allocator.give_holes_back()
