"""What stands in a window, item by item, as QML made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtQuick import QQuickItem, QQuickWindow


def below(item: QQuickItem) -> Iterator[QQuickItem]:
    """All items below this one, those drawn first first."""
    for child in item.childItems():
        yield child
        yield from below(child)


def of_type(window: QQuickWindow, kind: str) -> Iterator[QQuickItem]:
    """The items of a QML type of ours, such as StageView."""
    mark = f"{kind}_QMLTYPE_"
    return (item for item in below(window.contentItem()) if (item.metaObject().className() or "").startswith(mark))
