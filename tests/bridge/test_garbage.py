"""Garbage that other threads leave, and the thread on which it goes."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from kiosk.bridge.upkeep import garbage
from kiosk.bridge.upkeep.garbage import Garbage

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


class Circle(QObject):
    """Refers to itself, and has what only its own thread may stop."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        self._timer = QTimer(self)
        self._timer.start(60_000)


def test_what_refers_to_itself_goes_on_its_own_thread(
    qtbot: QtBot, qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "EVERY_MS", 20)
    gc.collect()
    gc.enable()
    collector = Garbage(qapp)
    gone: list[threading.Thread] = []
    weakref.finalize(Circle(), lambda: gone.append(threading.current_thread()))
    hoard: list[list[None]] = []
    busy = threading.Thread(target=lambda: hoard.extend([] for _ in range(20 * gc.get_threshold()[0])))
    busy.start()
    busy.join()
    assert not gone, "another thread has made enough for Python to look"
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.main_thread()]
    collector.deleteLater()


def test_nothing_is_collected_while_there_is_little(qapp: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    collector = Garbage(qapp)
    monkeypatch.setattr(gc, "collect", asked.append)
    for counts, age in (((10, 3, 2), None), ((701, 10, 2), 0), ((701, 11, 2), 1), ((3, 4, 11), 2)):
        asked.clear()
        monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        collector.collect()
        assert asked == ([] if age is None else [age])
    collector.deleteLater()
