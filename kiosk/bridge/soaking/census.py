"""How many objects there are in a window and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.bridge.touring.items import below

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickWindow


def items_in(window: QQuickWindow) -> int:
    """The items of a window, seen or not."""
    return sum(1 for _ in below(window.contentItem()))


def objects_below(parent: QObject) -> int:
    """All that belong to an object."""
    return len(parent.findChildren(QObject))
