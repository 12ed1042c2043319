"""The hidden way to the staff panel, noticed before QML gets a touch: a corner that is held, or keys."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QTouchEvent, QWindow

from kiosk.bridge.lockdown.outside import STAFFS_KEY, is_staffs
from kiosk.bridge.tempo import Timer
from kiosk.staff.gesture import Hold

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.exhibition.config_sections import Gesture

MOUSE = -1
_USES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress})


class Corner(QObject):
    """`begun`: a finger is in the corner, or Ctrl+Shift+S are down. `held`: for long enough. `used`: anything was done.

    `now`: seconds of a clock that only runs on. While staff are `inside`, and until the finger that let them in goes
    up, what is done to the window is none of a visitor's doing.
    """

    begun = Signal()
    held = Signal()
    used = Signal()

    def __init__(self, gesture: Gesture, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hold = Hold(gesture.corner, gesture.hold_s)
        self._now = now
        self._due = Timer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self._complete)
        self.inside = False
        self._leaving = False  # the finger that let staff in is still down

    @property
    def aside(self) -> bool:
        """Whether what is done is staff's."""
        return self.inside or self._leaving

    def configure(self, gesture: Gesture) -> None:
        """Another corner, or another time."""
        self._hold.corner, self._hold.hold_s = gesture.corner, gesture.hold_s

    def notice(self, window: QWindow, event: QEvent, pixels_per_mm: float) -> bool:
        """Whether an event is for staff alone, and nobody else may see it."""
        before = self._hold.due
        swallowed = isinstance(event, QKeyEvent) and self._keys(event)
        if event.type() in _USES:
            self.used.emit()
        if not isinstance(event, QKeyEvent):
            self._hold.size = window.width() / pixels_per_mm, window.height() / pixels_per_mm
            self._fingers(event, pixels_per_mm)
            self._follow(before)
        return swallowed

    def _fingers(self, event: QEvent, pixels_per_mm: float) -> None:
        kind = event.type()
        if isinstance(event, QTouchEvent):
            if kind in {QEvent.Type.TouchBegin, QEvent.Type.TouchCancel}:
                self._hold.forget()
            for point in event.points():
                self._finger(point, pixels_per_mm)
            if kind in {QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}:
                self._hold.forget()
                self._leaving = False
        elif isinstance(event, QMouseEvent):
            place = _in_mm(event.position(), pixels_per_mm)
            if kind == QEvent.Type.MouseButtonPress:
                self._hold.press(MOUSE, place, self._now())
            elif kind == QEvent.Type.MouseMove:
                self._hold.move(MOUSE, place)
            elif kind == QEvent.Type.MouseButtonRelease:
                self._hold.lift(MOUSE)
                self._leaving = False

    def _finger(self, point: QEventPoint, pixels_per_mm: float) -> None:
        place = _in_mm(point.position(), pixels_per_mm)
        if point.state() == QEventPoint.State.Pressed:
            self._hold.press(point.id(), place, self._now())
        elif point.state() == QEventPoint.State.Released:
            self._hold.lift(point.id())
        else:
            self._hold.move(point.id(), place)

    def _follow(self, before: float | None) -> None:
        """Wait for what is held now."""
        due = self._hold.due
        if due is None:
            if before is not None:
                self._due.stop()
        elif due != before and not self.inside:
            self._begin()

    def _keys(self, event: QKeyEvent) -> bool:
        """Ctrl+Shift+S, for as long as the corner; any other key beside them, and they are not held."""
        kind, ours = event.type(), event.key() == STAFFS_KEY
        if kind == QEvent.Type.KeyPress and ours and is_staffs(event):
            if not event.isAutoRepeat() and not self.inside:
                self._begin()
            return True
        if not event.isAutoRepeat() and self._hold.due is None:
            self._due.stop()
        return False

    def _begin(self) -> None:
        self.begun.emit()
        self._due.start(math.ceil(1000 * self._hold.hold_s))

    def _complete(self) -> None:
        self._leaving = self._hold.due is not None
        self._hold.forget()
        self.held.emit()


def _in_mm(place: QPointF, pixels_per_mm: float) -> tuple[float, float]:
    return place.x() / pixels_per_mm, place.y() / pixels_per_mm
