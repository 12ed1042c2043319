"""Opening hours: the doors open and close by themselves, and a clock that is set anew is noticed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from kiosk.bridge.doors import Doors, wall_clock
from kiosk.exhibition.config import Hours
from kiosk.exhibition.config_sections import ClosedScreen
from kiosk.exhibition.hours import OpeningRule

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TEN_TO_SIX = OpeningRule(days=tuple(range(7)), opens=time(10), closes=time(18))
HOURS = Hours(timezone="UTC", open=(TEN_TO_SIX,))


class Museum:
    """Doors with a clock on the wall that the test sets."""

    def __init__(self, at: datetime, hours: Hours = HOURS) -> None:
        self.time = at
        self.doors = Doors(hours, lambda: self.time)
        self.news: list[bool] = []
        self.doors.changed.connect(lambda: self.news.append(self.doors.open))

    @property
    def timer(self) -> QTimer:
        timer = self.doors.findChild(QTimer)
        assert isinstance(timer, QTimer)
        return timer


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 9, 9, hour, minute, second, tzinfo=UTC)


@pytest.mark.parametrize(("hour", "is_open"), [(9, False), (10, True), (17, True), (18, False)])
def test_they_stand_as_the_hours_say(hour: int, is_open: bool) -> None:
    museum = Museum(at(hour))
    assert museum.doors.open is museum.doors.are_open is is_open


def test_without_hours_they_are_open_and_no_clock_ticks() -> None:
    museum = Museum(at(3), Hours())
    assert museum.doors.open
    assert not museum.timer.isActive()


def test_a_closed_day_alone_is_enough() -> None:
    museum = Museum(at(12), Hours(timezone="UTC", closed=(date(2026, 9, 9),)))
    assert not museum.doors.open
    assert museum.timer.isActive()


def test_they_look_at_the_clock_at_the_next_change_and_each_minute_at_least() -> None:
    assert Museum(at(17, 59, 40)).timer.interval() == 20_001
    assert Museum(at(12)).timer.interval() == 60_001


def test_they_open_and_close_by_themselves(qtbot: QtBot) -> None:
    museum = Museum(at(9, 59, 59) + timedelta(milliseconds=995))
    museum.time = at(10)
    qtbot.waitUntil(lambda: museum.news == [True], timeout=60_000)
    museum.time = at(18)
    museum.timer.timeout.emit()
    assert museum.news == [True, False]


def test_a_clock_that_is_set_anew_is_believed() -> None:
    museum = Museum(at(12))
    for set_to in (at(3), at(3), at(11), datetime(1970, 1, 1, 12, tzinfo=UTC), at(20)):
        museum.time = set_to
        museum.timer.timeout.emit()
    assert museum.news == [False, True, False]


@pytest.mark.parametrize(("screen", "black"), [(ClosedScreen.BLACK, True), (ClosedScreen.CARD, False)])
def test_they_say_what_visitors_see_meanwhile(screen: ClosedScreen, black: bool) -> None:
    assert Museum(at(3), Hours(timezone="UTC", open=(TEN_TO_SIX,), screen=screen)).doors.black is black


def test_the_clock_on_the_wall_knows_its_zone() -> None:
    assert wall_clock().tzinfo is not None
