"""Ten thousand signals from Python: PySide6 6.12.0 on Python 3.11 lost a reference to True with each, and aborted."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

MANY = 10_000


class Bell(QObject):
    rung = Signal(bool)
    quiet = Signal()


def test_ten_thousand_signals_cost_no_reference() -> None:
    bell = Bell()
    heard: list[bool] = []
    bell.rung.connect(heard.append)
    before = sys.getrefcount(True)
    for _ in range(MANY):
        bell.rung.emit(True)
        bell.quiet.emit()
    heard.clear()
    lost = before - sys.getrefcount(True)
    assert lost < MANY / 100


def test_ten_thousand_turns_of_the_slideshow_are_heard() -> None:
    from tests.bridge.test_slideshow import Show

    show = Show(3)
    for _ in range(MANY):
        show.slideshow.next()
    assert len(show.moves) == MANY
