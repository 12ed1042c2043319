"""The screen goes off after closing, and on for whoever touches it and when the doors open."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import pytest

from kiosk.bridge.window.display_power import DisplayPower
from kiosk.exhibition.config import Hours
from tests.bridge.test_doors import TEN_TO_SIX, Museum, at

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kiosk.bridge.doors import Doors


class Room:
    """A museum with a screen that can be switched, unless there is a reason `why` it cannot."""

    def __init__(self, qtbot: QtBot, hour: int, why: str = "") -> None:
        self.qtbot, self.why = qtbot, why
        self.done: list[bool] = []
        self.museum = Museum(at(hour), Hours(timezone="UTC", open=(TEN_TO_SIX,), switch_off=True))
        self.power = DisplayPower(self.switch)
        self.power.follow(self.doors)

    @property
    def doors(self) -> Doors:
        return self.museum.doors

    def switch(self, on: bool) -> str:
        self.done.append(on)
        return self.why

    def was(self, *wanted: bool) -> None:
        """It has been switched so, and nothing else is under way."""
        self.qtbot.waitUntil(lambda: self.power._thread is None and len(self.done) >= len(wanted))
        assert self.done == list(wanted)

    def strike(self, hour: int) -> None:
        self.museum.time = at(hour)
        self.doors.look()

    def a_minute_later(self) -> None:
        assert self.power._rest.isActive()
        self.power._rest.stop()
        self.power._put_out()


def test_it_goes_off_a_minute_after_closing_and_on_at_opening(qtbot: QtBot) -> None:
    room = Room(qtbot, 17)
    room.was(True)  # whatever a program that was killed has left
    room.strike(18)
    room.was(True)
    room.a_minute_later()
    room.was(True, False)
    room.strike(10)
    room.was(True, False, True)
    room.power.end()
    assert room.done == [True, False, True]


def test_who_touches_it_finds_the_card_for_a_minute(qtbot: QtBot) -> None:
    room = Room(qtbot, 3)
    room.power.used()
    assert room.doors.black
    room.a_minute_later()
    room.was(False)
    room.power.used()
    assert not room.doors.black
    room.was(False, True)
    room.a_minute_later()
    assert room.doors.black
    room.was(False, True, False)
    room.power.end()
    assert room.done[-1], "the program leaves no dark screen"


def test_at_night_it_is_off_until_staff_come_in(qtbot: QtBot) -> None:
    room = Room(qtbot, 12)
    room.was(True)
    room.doors.keep_shut(True)
    room.a_minute_later()
    room.was(True, False)
    room.doors.keep_shut(False)
    room.was(True, False, True)


@pytest.mark.logs("the screen cannot be switched off: no way")
def test_what_cannot_be_done_is_said_once(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    room = Room(qtbot, 3, "no way")
    for _ in range(2):
        room.a_minute_later()
        room.qtbot.waitUntil(lambda: room.power._thread is None and not room.power._wanted)
        room.power.used()
        room.qtbot.waitUntil(lambda: room.power._thread is None)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_nobody_who_closes_the_window_waits_for_a_screen_that_is_on(qtbot: QtBot) -> None:
    room = Room(qtbot, 12)
    room.was(True)
    room.power.follow(None)
    room.power.used()
    room.power.end()
    assert room.done == [True]


def test_it_is_dark_while_it_is_off_or_just_being_switched_but_not_because_it_does_not_come_on(qtbot: QtBot) -> None:
    room = Room(qtbot, 17)
    room.was(True)
    assert not room.power.dark
    room.strike(18)
    room.a_minute_later()
    assert room.power.dark
    room.was(True, False)
    assert room.power.dark
    room.power._told_dark = True  # which another test expects to be logged
    room.why = "no way"
    room.strike(10)
    assert room.power.dark
    room.was(True, False, True)
    assert not room.power.dark


def test_who_quits_at_night_waits_for_the_screen_once(qtbot: QtBot) -> None:
    room = Room(qtbot, 3)
    room.a_minute_later()
    room.was(False)
    room.power.end()
    assert room.done == [False, True]


def test_a_screen_that_is_just_going_off_when_the_program_ends_comes_on(qtbot: QtBot) -> None:
    room = Room(qtbot, 12)
    room.was(True)
    off = threading.Event()
    room.power._switch = lambda on: room.switch(on) if on or off.wait(20) else "it hung"
    room.doors.keep_shut(True)
    room.a_minute_later()
    threading.Timer(0.05, off.set).start()
    room.power.end()
    assert room.done == [True, False, True]


@pytest.mark.logs("the screen cannot be switched on: no way")
def test_a_screen_that_does_not_come_on_is_tried_again(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    room = Room(qtbot, 17)
    room.was(True)
    room.strike(18)
    room.a_minute_later()
    room.was(True, False)
    room.why = "no way"
    room.strike(10)
    for tries in (1, 2):
        room.was(True, False, *[True] * tries)
        assert room.power._again.isActive()
        room.power._again.stop()
        room.power._try_again()
    room.was(True, False, *[True] * 3)
    room.why = ""
    room.power._try_again()
    room.was(True, False, *[True] * 4)
    room.power.end()
    room.was(True, False, *[True] * 4)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
