"""What is done to a window that is nothing to a visitor: it would lead out, or would bring something in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_HELPERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
STAFFS_HELPERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
STAFFS_KEY = Qt.Key.Key_S
"""The keys that staff hold, with both helpers: it is not for a window to swallow them."""
_ALTGR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""What Windows makes of it; what is typed with it is typed."""
LEADING = frozenset(
    {
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter),
        *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_Back, Qt.Key.Key_Backspace),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    }
)
"""The keys that visitors have besides those that write, whose codes come before all others."""
_PRESSES = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})
_BROUGHT = frozenset(
    {
        *(QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop),
        *(QEvent.Type.ContextMenu, QEvent.Type.Close, QEvent.Type.FileOpen),
    }
)


def is_outside(event: QEvent) -> bool:
    """Whether a kiosk swallows an event of its window."""
    if event.type() in _PRESSES and isinstance(event, QKeyEvent):
        return not _is_visitors(event) and not is_staffs(event)
    return event.type() in _BROUGHT


def is_staffs(event: QKeyEvent) -> bool:
    """Whether a key is staff's way in, if it is held."""
    return event.key() == STAFFS_KEY and event.modifiers() == STAFFS_HELPERS


def _is_visitors(event: QKeyEvent) -> bool:
    helpers = event.modifiers() & _HELPERS
    writes = event.text() != "" and event.text().isprintable()
    if helpers:
        return writes and helpers == _ALTGR
    return writes or event.key() < Qt.Key.Key_Escape or event.key() in LEADING
