"""Everything a person does to the window, noticed before QML gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEventPoint, QKeyEvent, QMouseEvent, QTouchEvent

from kiosk.bridge.lockdown.outside import is_outside

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from PySide6.QtGui import QWindow

    from kiosk.bridge.staff.corner import Corner

TOUCHES = frozenset({QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate})
BEGINNINGS = frozenset({QEvent.Type.KeyPress, QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress})
UP = frozenset({QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.MouseButtonRelease})
USES = frozenset({QEvent.Type.KeyPress, QEvent.Type.Wheel, QEvent.Type.NativeGesture})
STUCK_KEY_MS = 120_000
"""A key that is held for so long is stuck, as a finger is (`Rules.stuck_touch_s`)."""


class Attention(QObject):
    """Watches one window and passes every event on, but not what a stuck key repeats for ever.

    `touched(down)`: a finger or mouse button, one of several fingers that is lifted too. `joined`: another finger came
    down beside one that is. `used`: the wheel, a gesture. `pressed`: a key. `pointed(seen)`: a real mouse moved, or a
    finger came instead. `keyed(by_keys)`: a key was pressed, or instead a finger or mouse button. In kiosk mode
    (`closable` False) what leads out is swallowed, and no visitor has done it. What `corner` says is staff's own is
    told to nobody else.
    """

    touched = Signal(bool)
    joined = Signal()
    used = Signal()
    pressed = Signal()
    pointed = Signal(bool)
    keyed = Signal(bool)

    def __init__(self, window: QWindow, closable: bool, corner: Corner | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._closable = closable
        self._corner = corner
        self.pixels_per_mm = 2.7
        self._held_since = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        if isinstance(event, QKeyEvent) and self._is_stuck(event):
            return True
        for_staff = self._corner is not None and self._corner.notice(self._window, event, self.pixels_per_mm)
        if not self._closable and not for_staff and is_outside(event):
            event.ignore()
            return True
        self._notice(event.type(), event)
        return for_staff

    def _notice(self, kind: QEvent.Type, event: QEvent) -> None:
        if kind in BEGINNINGS:
            self.keyed.emit(kind == QEvent.Type.KeyPress)
        if self._corner is not None and self._corner.aside:
            self._point(kind, event)
        elif kind in TOUCHES and isinstance(event, QTouchEvent):
            self._touch(kind, {point.state() for point in event.points()})
        elif kind == QEvent.Type.MouseButtonPress:
            self.touched.emit(True)
        elif kind in UP:
            self.touched.emit(False)
        elif kind in USES:
            (self.pressed if kind == QEvent.Type.KeyPress else self.used).emit()
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._point(kind, event)
            if event.buttons():
                self.touched.emit(True)

    def _point(self, kind: QEvent.Type, event: QEvent) -> None:
        if kind == QEvent.Type.TouchBegin:
            self.pointed.emit(False)
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._point_with_mouse(event)

    def _point_with_mouse(self, event: QMouseEvent) -> None:
        if event.source() == Qt.MouseEventSource.MouseEventNotSynthesized:
            self.pointed.emit(True)

    def _is_stuck(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._held_since = event.timestamp()
        return event.isAutoRepeat() and event.timestamp() - self._held_since >= STUCK_KEY_MS

    def _touch(self, kind: QEvent.Type, states: AbstractSet[QEventPoint.State]) -> None:
        """Fingers came, moved or went, not the last of them: one that never leaves does not hide the others."""
        if kind == QEvent.Type.TouchBegin:
            self.touched.emit(True)
            self.pointed.emit(False)
        elif QEventPoint.State.Pressed in states:
            self.joined.emit()
        else:
            self.touched.emit(QEventPoint.State.Released not in states)
