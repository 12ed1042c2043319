"""The pad answers, whatever becomes of the comparison behind it."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from kiosk.bridge.staff.pin_pad import PinPad

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from kiosk.staff.pin_file import PinLock


def test_a_comparison_that_fails_is_a_wrong_pin_and_the_pad_goes_on(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lambda failure: told.append(failure.exc_type))

    def fail(_: str) -> bool:
        raise MemoryError

    lock = SimpleNamespace(is_set=True, open=fail, wait_s=lambda: 0.0)
    room = QObject()
    pad = PinPad(cast("PinLock", lock), room)
    for opens in (fail, lambda pin: pin == "7"):
        lock.open = opens
        pad.type("7")
        pad.enter()
        assert pad._asking
        qtbot.waitUntil(lambda: not pad._asking)
        assert pad._wrong is (opens is fail)
    assert told == [MemoryError]
