"""Fingers, keys and a wheel that are nobody's: a window gets their events as it gets those of a real touchscreen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow

_NO_HELPER = Qt.KeyboardModifier.NoModifier


class Fingers:
    """Of one touchscreen. `window` is what it shows."""

    window: QQuickWindow

    def __init__(self) -> None:
        self._device = QTest.createTouchDevice()
        self._down: set[int] = set()

    def touch(self, *places: tuple[int, QPoint], act: str) -> None:
        """Fingers, each with its number, all doing the same: press, move or release. The others stay where they are."""
        sequence = QTest.touchEvent(self.window, self._device, False)
        fingers = {finger for finger, _ in places}
        for finger in self._down - fingers:
            sequence.stationary(finger)
        for finger, place in places:
            getattr(sequence, act)(finger, place, self.window)
        self._down = self._down - fingers if act == "release" else self._down | fingers
        sequence.commit()

    def press(self, key: Qt.Key, helper: Qt.KeyboardModifier = _NO_HELPER) -> None:
        """A key, down and up."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(self.window, QKeyEvent(kind, key, helper))

    def type(self, sign: str) -> None:
        """A key that writes, down and up."""
        key = Qt.Key(ord(sign.upper())) if sign.isascii() else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QGuiApplication.sendEvent(self.window, QKeyEvent(kind, key, _NO_HELPER, sign))

    def turn_wheel(self, place: QPointF, by: int) -> None:
        """A wheel is turned, or two fingers move on a touchpad; 120 is a notch, away from the hand."""
        none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        wheel = QWheelEvent(place, place, QPoint(), QPoint(0, by), none, _NO_HELPER, phase, False)
        QGuiApplication.sendEvent(self.window, wheel)
