"""SIGTERM and Ctrl+C are heard on the GUI thread, while nothing else happens."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.bridge.leaving import Leaving

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals to a process")

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_request_to_leave_is_heard_in_an_idle_program(number: signal.Signals, qtbot: QtBot) -> None:
    leaving = Leaving()
    try:
        with qtbot.waitSignal(leaving.asked, timeout=60_000):
            os.kill(os.getpid(), number)
    finally:
        leaving.stop()


def test_many_requests_are_as_good_as_one(qtbot: QtBot) -> None:
    leaving = Leaving()
    asked: list[None] = []
    leaving.asked.connect(lambda: asked.append(None))
    try:
        for _ in range(200):
            os.kill(os.getpid(), signal.SIGTERM)
        qtbot.waitUntil(lambda: bool(asked), timeout=60_000)
    finally:
        leaving.stop()


def test_afterwards_the_signals_belong_to_whoever_had_them() -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    leaving = Leaving()
    assert [signal.getsignal(number) for number in SIGNALS] != before
    leaving.stop()
    assert [signal.getsignal(number) for number in SIGNALS] == before
    assert signal.set_wakeup_fd(-1) == -1
