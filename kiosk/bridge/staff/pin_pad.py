"""The pad that asks staff for the PIN, for QML."""

from __future__ import annotations

import contextlib
import math
from random import SystemRandom
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.aside import aside
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.staff.pin import MOST_DIGITS

if TYPE_CHECKING:
    from kiosk.staff.pin_file import PinLock

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "PinPad"]

DIGITS = "1234567890"


@QmlElement
@made_in_python
class PinPad(QObject):
    """`typed`: how many digits, which QML never sees; `keys`: the ten in the order in which they lie.

    `asking`: the PIN is being compared, on a thread, since that takes half a second; `wrong`: it was not the one.
    `waiting`: seconds until the next try. `opened` comes when it was the right one.
    """

    changed = Signal()
    opened = Signal()
    _compared = Signal(bool)

    def __init__(self, lock: PinLock, parent: QObject, *, shuffle: bool = False) -> None:
        super().__init__(parent)
        self._lock = lock
        self._keys = list(DIGITS)
        if shuffle:
            SystemRandom().shuffle(self._keys)
        self._digits = ""
        self._asking = self._wrong = False
        self._compared.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._tick = QTimer(self, interval=250)
        self._tick.timeout.connect(self._look)
        self._look()

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN."""
        return self._lock.is_set

    @Slot(str)
    def type(self, digit: str) -> None:
        """A digit was typed."""
        if self._may_type() and len(digit) == 1 and digit in DIGITS and len(self._digits) < MOST_DIGITS:
            self._digits += digit
            self._wrong = False
            self.changed.emit()

    @Slot()
    def rub(self) -> None:
        """The last digit is wrong."""
        if not self._asking:
            self._digits = self._digits[:-1]
            self.changed.emit()

    @Slot()
    def enter(self) -> None:
        """These are all."""
        if self._digits and self._may_type():
            pin, self._digits = self._digits, ""
            self._asking = True
            self.changed.emit()
            aside(self, self._compare, pin, name="pin")

    def forget(self) -> None:
        """What was typed is nobody's business."""
        self._digits, self._wrong = "", False
        self._tick.stop()
        self.changed.emit()

    def _may_type(self) -> bool:
        return self.is_set and not self._asking and self._lock.wait_s() <= 0

    def _compare(self, pin: str) -> None:
        right = False
        try:
            right = self._lock.open(pin)
        finally:
            with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                self._compared.emit(right)

    @Slot(bool)
    def _hear(self, right: bool) -> None:
        self._asking, self._wrong = False, not right
        if right:
            self.opened.emit()
        self._look()

    @Slot()
    def _look(self) -> None:
        """A wait is told every second, and remembered once it is over."""
        if self._lock.wait_s() > 0:
            self._tick.start()
        elif self._tick.isActive():
            self._tick.stop()
            self._wrong = False
            self._lock.rest()
        self.changed.emit()

    @Property(int, notify=changed)
    def typed(self) -> int:
        return len(self._digits)

    @Property(list, constant=True)
    def keys(self) -> list[str]:
        return self._keys

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        return self._asking

    @Property(bool, notify=changed)
    def wrong(self) -> bool:
        return self._wrong

    @Property(int, notify=changed)
    def waiting(self) -> int:
        return math.ceil(self._lock.wait_s())

    @Property(bool, constant=True)
    def possible(self) -> bool:
        """Whether there is a PIN that could be right."""
        return self.is_set
