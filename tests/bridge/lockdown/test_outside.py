"""What a kiosk's window swallows."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFileOpenEvent,
    QGuiApplication,
    QKeyEvent,
    QWindow,
)

from kiosk.bridge.lockdown.lockdown import Lockdown, let_go
from kiosk.bridge.lockdown.outside import LEADING, is_outside
from kiosk.bridge.staff.corner import Corner
from kiosk.bridge.window.attention import Attention
from kiosk.exhibition.config_sections import Gesture

if TYPE_CHECKING:
    from collections.abc import Iterator

Key, Helper = Qt.Key, Qt.KeyboardModifier
HELPERS = (
    *(Helper.NoModifier, Helper.ControlModifier, Helper.AltModifier, Helper.ShiftModifier, Helper.MetaModifier),
    *(Helper.ControlModifier | Helper.ShiftModifier, Helper.ControlModifier | Helper.AltModifier),
)


def pressed(key: Key, helper: Helper = Helper.NoModifier, text: str = "") -> bool:
    return not is_outside(QKeyEvent(QEvent.Type.KeyPress, key, helper, text))


def test_of_all_keys_with_all_helpers_only_those_that_visitors_have_come_through() -> None:
    through = {(key, helper) for key, helper in product(Key, HELPERS) if pressed(key, helper)}
    plain = {key for key in Key if key in LEADING or key.value < Key.Key_Escape.value}
    wanted = {(key, helper) for key in plain for helper in (Helper.NoModifier, Helper.ShiftModifier)}
    assert through == wanted | {(Key.Key_S, Helper.ControlModifier | Helper.ShiftModifier)}  # staff's, if it is held
    assert not plain & {Key.Key_F4, Key.Key_F11, Key.Key_Print, Key.Key_Help, Key.Key_Menu, Key.Key_Shift, Key.Key_Meta}


def test_what_is_typed_comes_through_also_with_altgr_of_windows_and_from_other_scripts() -> None:
    altgr = Helper.ControlModifier | Helper.AltModifier
    assert pressed(Key.Key_E, altgr, "€")
    assert pressed(Key.Key_unknown, text="작")
    assert not pressed(Key.Key_V, Helper.ControlModifier, "\x16")
    assert not pressed(Key.Key_Q, Helper.AltModifier, "q")
    assert not pressed(Key.Key_unknown, text="\x1b")


def test_what_was_pressed_may_always_be_let_go() -> None:
    for key, helper in product((Key.Key_Q, Key.Key_Right, Key.Key_F4), HELPERS):
        assert not is_outside(QKeyEvent(QEvent.Type.KeyRelease, key, helper))


def brought() -> list[QEvent]:
    data = QMimeData()
    data.setUrls([QUrl("file:///etc/passwd"), QUrl("https://example.org")])
    data.setText("x" * 1_000_000)
    dragged = (QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Helper.NoModifier)
    events: list[QEvent] = [
        QDragEnterEvent(QPoint(9, 9), *dragged[1:]),
        QDropEvent(*dragged),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), QPoint(9, 9)),
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(9, 9), QPoint(9, 9)),
        QCloseEvent(),
        QFileOpenEvent("/etc/passwd"),
    ]
    events[0].kept = events[1].kept = data  # type: ignore[attr-defined]
    return events


class Window(QWindow):
    """Remembers what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[QEvent.Type] = []

    def event(self, event: QEvent) -> bool:
        self.got.append(event.type())
        return super().event(event)


@pytest.fixture
def window(qapp: QGuiApplication) -> Iterator[Window]:  # noqa: ARG001 - an application has to be there
    made = Window()
    yield made
    let_go(made)


def test_nothing_is_dragged_in_no_menu_opens_and_nothing_closes_it_until_it_may(window: Window) -> None:
    Lockdown(window)
    window.show()
    for event in brought():
        event.accept()
        QGuiApplication.sendEvent(window, event)
        assert not event.isAccepted(), event
        assert event.type() not in window.got
    window.close()
    assert window.isVisible()
    let_go(window)
    window.close()
    assert not window.isVisible()


@pytest.mark.parametrize("attended", ["before", "after"])
def test_staff_come_in_by_keys_whoever_looks_first(attended: str, window: Window) -> None:
    corner = Corner(Gesture(), lambda: 0.0)
    begun: list[None] = []
    corner.begun.connect(lambda: begun.append(None))
    if attended == "before":
        Attention(window, closable=False, corner=corner)
    Lockdown(window)
    if attended == "after":
        Attention(window, closable=False, corner=corner)
    helpers = Helper.ControlModifier | Helper.ShiftModifier
    for key, held in (
        (Key.Key_Control, Helper.NoModifier),
        (Key.Key_Shift, Helper.ControlModifier),
        (Key.Key_S, helpers),
    ):
        QGuiApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, key, held))
    assert len(begun) == 1
    assert QEvent.Type.KeyPress not in window.got


def test_without_it_a_window_is_an_ordinary_one(window: Window) -> None:
    window.show()
    events = brought()
    for event in events[:4]:
        QGuiApplication.sendEvent(window, event)
        assert event.type() in window.got
    window.close()
    assert not window.isVisible()
