"""Work on another thread, for an object that may be wanted no more before it is done."""

from __future__ import annotations

import threading
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from kiosk.bridge.aside import _Held, aside

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Asks(QObject):
    """Has what only its own thread may stop."""

    def __init__(self, answered: threading.Event) -> None:
        super().__init__()
        self._answered = answered
        self._timer = QTimer(self)
        self._timer.start(60_000)

    def wait(self) -> None:
        self._answered.wait(20)


def test_an_object_goes_on_its_own_thread_though_the_work_for_it_ends_later(qtbot: QtBot) -> None:
    answered = threading.Event()
    asks = Asks(answered)
    gone: list[threading.Thread] = []
    weakref.finalize(asks, lambda: gone.append(threading.current_thread()))
    thread = aside(asks, asks.wait, name="drive")
    del asks
    answered.set()
    thread.join()
    assert not gone
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.main_thread()]


def test_what_the_work_is_told_reaches_it(qtbot: QtBot) -> None:
    heard: list[tuple[int, str]] = []
    aside(QObject(), lambda number, word: heard.append((number, word)), 3, "works", name="tell").join()
    assert heard == [(3, "works")]
    qtbot.wait(0)


def test_what_ends_after_the_program_tells_nobody() -> None:
    held, told = _Held(), []
    held._over.connect(told.append, Qt.ConnectionType.DirectConnection)
    over, late = held.hold(QObject()), held.hold(QObject())
    over()
    held.end()
    late()
    assert told == [0]
