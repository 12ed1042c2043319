"""What a hand does in a window of somebody's own."""

from __future__ import annotations

import gc
import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QMouseEvent

from kiosk.exhibition.places import state_folder
from kiosk.laptop import Laptop
from tests.e2e.hand import Hand, Wait, until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def own(hand: Hand) -> Laptop:
    """What the window has besides the show; the one that lives."""
    return next(each for each in gc.get_objects() if isinstance(each, Laptop) and each._frame is hand.window)


def has_menu(hand: Hand) -> Wait:
    return until("the window has its menu", lambda: bool(hand.items("OwnLayer")))


def opened(hand: Hand, kind: str) -> Wait:
    return until(f"{kind} is open", lambda: [each.opacity() for each in hand.items(kind)] == [1.0])


def gone(hand: Hand, kind: str) -> Wait:
    return until(f"{kind} is gone", lambda: not hand.items(kind))


def choose(hand: Hand, name: str) -> Iterator[Wait]:
    """A row of the menu, by touch."""
    yield until(f"{name} is listed", lambda: bool(hand.items("EntryRow", name=name)))
    yield from hand.still(hand.item("StaffList"), "height")  # its page is as high as it is going to be
    yield from hand.tap(hand.item("EntryRow", name=name))


def right_click(hand: Hand, place: QPoint) -> None:
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        button, held = Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
        none = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, QPointF(place), QPointF(place), button, held, none)
        QGuiApplication.sendEvent(hand.window, event)


def hold_above(hand: Hand, file: Path) -> bool:
    """A file is dragged over the window; whether that takes it."""
    event = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, _of(file), *_PLAIN)
    QGuiApplication.sendEvent(hand.window, event)
    return event.isAccepted()


def drop(hand: Hand, file: Path) -> None:
    event = QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, _of(file), *_PLAIN)
    QGuiApplication.sendEvent(hand.window, event)


def remembered() -> dict[str, Any]:
    """What the program has written down about its window."""
    file = state_folder() / "window.json"
    return dict(json.loads(file.read_text("utf-8"))) if file.is_file() else {}


_PLAIN = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
_kept: list[QMimeData] = []


def _of(file: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    _kept.append(data)  # Qt does not keep it
    return data
