"""Whether the visitor works with keys, for QML."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Keyboard"]


@QmlElement
@made_in_python
class Keyboard(QObject):
    """The control with the focus is marked while it is `used`: since the last key, until a finger or a mouse comes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._used = False

    @Slot(bool)
    def use(self, used: bool) -> None:
        """A key was pressed, or (False) something else came."""
        if used != self._used:
            self._used = used
            self.changed.emit()

    @property
    def in_use(self) -> bool:
        """`used` for Python."""
        return self._used

    @Property(bool, notify=changed)
    def used(self) -> bool:
        return self._used
