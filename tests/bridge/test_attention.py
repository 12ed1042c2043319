"""Whatever a person does to the window is noticed, and none of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent, QWindow
from PySide6.QtTest import QTest

from kiosk.bridge.keyboard import Keyboard
from kiosk.bridge.window.attention import STUCK_KEY_MS, Attention

if TYPE_CHECKING:
    from collections.abc import Iterator

TOUCHES = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd}
HERE, THERE = QPoint(40, 40), QPoint(60, 80)


class Watched(QWindow):
    """A window that understands touch, as Qt Quick's do, and keeps the kinds of events that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[QEvent.Type] = []

    def event(self, event: QEvent) -> bool:
        self.got.append(event.type())
        return event.type() in TOUCHES or super().event(event)


class Noticed:
    """A watched window and what was noticed about it."""

    def __init__(self, closable: bool = False) -> None:
        self.window = Watched()
        self.window.resize(200, 200)
        self.attention = Attention(self.window, closable)
        self.news: list[str] = []
        self.attention.touched.connect(lambda down: self.news.append("down" if down else "up"))
        self.attention.joined.connect(lambda: self.news.append("joined"))
        self.attention.used.connect(lambda: self.news.append("used"))
        self.attention.pressed.connect(lambda: self.news.append("key"))
        self.attention.pointed.connect(lambda seen: self.news.append("mouse" if seen else "finger"))
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.got.clear()


@pytest.fixture
def noticed() -> Iterator[Noticed]:
    watched = Noticed()
    yield watched
    watched.window.destroy()


def test_a_finger_is_noticed_from_its_coming_to_its_going_and_is_not_a_mouse(noticed: Noticed) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(noticed.window, device).press(0, HERE, noticed.window).commit()
    QTest.touchEvent(noticed.window, device).move(0, THERE, noticed.window).commit()
    QTest.touchEvent(noticed.window, device).release(0, THERE, noticed.window).commit()
    assert noticed.news == ["down", "finger", "down", "up"]
    assert noticed.window.got == [QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd]


def test_fingers_that_come_and_go_beside_another_are_noticed_too(noticed: Noticed) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(noticed.window, device).press(0, HERE, noticed.window).commit()
    noticed.news.clear()
    QTest.touchEvent(noticed.window, device).stationary(0).press(1, THERE, noticed.window).commit()
    QTest.touchEvent(noticed.window, device).move(0, THERE, noticed.window).stationary(1).commit()
    QTest.touchEvent(noticed.window, device).stationary(0).release(1, THERE, noticed.window).commit()
    assert noticed.news == ["joined", "down", "up"]
    QTest.touchEvent(noticed.window, device).release(0, THERE, noticed.window).commit()
    assert noticed.news[-1] == "up"


def test_a_mouse_is_noticed_when_it_moves_and_when_it_drags(noticed: Noticed) -> None:
    QTest.mouseMove(noticed.window, HERE)
    QTest.mouseMove(noticed.window, THERE)
    assert "mouse" in noticed.news
    assert "down" not in noticed.news
    noticed.news.clear()
    QTest.mousePress(noticed.window, Qt.MouseButton.LeftButton, pos=HERE)
    assert noticed.news[-1] == "down"
    noticed.news.clear()
    dragged = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(THERE),
        QPointF(THERE),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QGuiApplication.sendEvent(noticed.window, dragged)
    assert noticed.news == ["mouse", "down"]
    QTest.mouseRelease(noticed.window, Qt.MouseButton.LeftButton, pos=THERE)
    assert noticed.news[-1] == "up"


def test_keys_and_the_wheel_are_uses(noticed: Noticed) -> None:
    QTest.keyClick(noticed.window, Qt.Key.Key_Right)
    assert noticed.news == ["key"]
    turned = QWheelEvent(
        QPointF(HERE),
        QPointF(HERE),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(noticed.window, turned)
    assert noticed.news == ["key", "used"]
    assert {QEvent.Type.KeyPress, QEvent.Type.Wheel} <= set(noticed.window.got)


def test_a_key_that_is_stuck_is_no_use_any_more_and_others_are(noticed: Noticed) -> None:
    def press(key: Qt.Key, at_ms: int, *, again: bool) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", again)
        event.setTimestamp(at_ms)
        QGuiApplication.sendEvent(noticed.window, event)

    press(Qt.Key.Key_Right, 5000, again=False)
    press(Qt.Key.Key_Right, 5000 + STUCK_KEY_MS - 1, again=True)
    assert noticed.news == ["key", "key"]
    noticed.window.got.clear()
    press(Qt.Key.Key_Right, 5000 + STUCK_KEY_MS, again=True)
    press(Qt.Key.Key_Right, 5000 + 9 * STUCK_KEY_MS, again=True)
    assert (noticed.news, noticed.window.got) == (["key", "key"], [])
    press(Qt.Key.Key_Left, 5001 + 9 * STUCK_KEY_MS, again=False)
    press(Qt.Key.Key_Left, 5500 + 9 * STUCK_KEY_MS, again=True)
    assert noticed.news == ["key"] * 4


def test_a_key_marks_the_focus_until_a_finger_or_a_mouse_comes(noticed: Noticed) -> None:
    keyboard = Keyboard()
    noticed.attention.keyed.connect(keyboard.use)
    changes: list[bool] = []
    keyboard.changed.connect(lambda: changes.append(keyboard.property("used")))
    QTest.keyClick(noticed.window, Qt.Key.Key_Right)
    QTest.keyClick(noticed.window, Qt.Key.Key_Right)
    QTest.touchEvent(noticed.window, QTest.createTouchDevice()).press(0, HERE, noticed.window).commit()
    QTest.keyClick(noticed.window, Qt.Key.Key_Right)
    QTest.mouseMove(noticed.window, THERE)
    assert changes == [True, False, True]
    QTest.mouseClick(noticed.window, Qt.MouseButton.LeftButton, pos=HERE)
    assert changes == [True, False, True, False]


@pytest.mark.parametrize("closable", [False, True])
def test_only_a_window_of_its_own_closes(closable: bool) -> None:
    noticed = Noticed(closable)
    noticed.window.close()
    assert noticed.window.isVisible() is not closable
    assert (QEvent.Type.Close in noticed.window.got) is closable
    noticed.window.destroy()
