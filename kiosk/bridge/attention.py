"""Everything a person does to the window, noticed before QML gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

DOWN = frozenset({QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.MouseButtonPress})
UP = frozenset({QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.MouseButtonRelease})
USES = frozenset({QEvent.Type.KeyPress, QEvent.Type.Wheel, QEvent.Type.NativeGesture})


class Attention(QObject):
    """Watches one window and passes every event on.

    `touched(down)`: a finger or mouse button. `used`: a key, the wheel, a gesture. `pointed(seen)`: a real mouse moved,
    or a finger came instead. `keyed(by_keys)`: a key was pressed, or instead a finger or mouse button. In kiosk mode
    (`closable` False) the window's own close is swallowed.
    """

    touched = Signal(bool)
    used = Signal()
    pointed = Signal(bool)
    keyed = Signal(bool)

    def __init__(self, window: QWindow, closable: bool) -> None:
        super().__init__(window)
        self._closable = closable
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 (Qt's signature)
        kind = event.type()
        if kind in {QEvent.Type.KeyPress, QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress}:
            self.keyed.emit(kind == QEvent.Type.KeyPress)
        if kind in DOWN:
            self.touched.emit(True)
            if kind == QEvent.Type.TouchBegin:
                self.pointed.emit(False)
        elif kind in UP:
            self.touched.emit(False)
        elif kind in USES:
            self.used.emit()
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            if event.source() == Qt.MouseEventSource.MouseEventNotSynthesized:
                self.pointed.emit(True)
            if event.buttons():
                self.touched.emit(True)
        elif kind == QEvent.Type.Close and not self._closable:
            event.ignore()
            return True
        return False
