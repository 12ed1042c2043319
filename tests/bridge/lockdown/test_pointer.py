"""The pointer is hidden until a real mouse is moved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow
from PySide6.QtTest import QTest

from kiosk.bridge.lockdown.lockdown import Lockdown, let_go


def moved(window: QWindow, x: float) -> None:
    none, place = Qt.MouseButton.NoButton, QPointF(x, 9)
    still = Qt.KeyboardModifier.NoModifier
    QGuiApplication.sendEvent(window, QMouseEvent(QEvent.Type.MouseMove, place, place, none, none, still))


def is_hidden() -> bool:
    cursor = QGuiApplication.overrideCursor()
    return cursor is not None and cursor.shape() == Qt.CursorShape.BlankCursor


@pytest.mark.usefixtures("qapp")
def test_a_mouse_that_moves_brings_it_a_finger_takes_it_away_and_without_a_kiosk_it_is_there() -> None:
    assert not is_hidden()
    window = QWindow()
    Lockdown(window)
    window.show()
    assert is_hidden()
    moved(window, 5)  # where it was when the window came up
    assert is_hidden()
    moved(window, 6)
    assert not is_hidden()
    QTest.touchEvent(window, QTest.createTouchDevice()).press(0, window.geometry().center(), window).commit()
    assert is_hidden()
    moved(window, 7)
    assert not is_hidden()
    moved(window, 8)
    QTest.touchEvent(window, QTest.createTouchDevice()).press(0, window.geometry().center(), window).commit()
    let_go(window)
    assert not is_hidden()
    window.close()
