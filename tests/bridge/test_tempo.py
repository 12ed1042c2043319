"""The show's own time, faster than the world's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer

from kiosk.bridge.look.look import Look
from kiosk.bridge.tempo import Timer, hasten, tempo
from kiosk.exhibition.model import Brand
from kiosk.exhibition.palette import Wall
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

WAITS_FOR_THE_SHOW = (
    "attract/attract",
    "changes",
    "counting",
    "doors",
    "pace",
    "pictures/shelf",
    "staff/corner",
    "stage/slideshow",
    "visit",
)


@pytest.fixture(autouse=True)
def _slow_again() -> Iterator[None]:
    yield
    hasten(1)


def test_a_timer_waits_by_the_shows_time() -> None:
    hasten(60)
    timer = Timer(singleShot=True, interval=12_000, timerType=Qt.TimerType.PreciseTimer)
    assert (QTimer.interval(timer), timer.isSingleShot(), tempo()) == (200, True, 60)
    timer.start(30_000)
    assert QTimer.interval(timer) == 500
    assert 0 < timer.remainingTime() <= 30_000
    timer.stop()
    assert timer.remainingTime() == -1


def test_a_timer_goes_by_the_time_that_runs_when_it_starts() -> None:
    hasten(4)
    timer = Timer(singleShot=True, interval=12_000)
    hasten(1)
    timer.start()
    assert QTimer.interval(timer) == 12_000


def test_what_qml_moves_hears_of_another_tempo() -> None:
    look = Look(Wall.DARK, Brand(), "serif", 900)
    heard: list[float] = []
    look.tempoChanged.connect(lambda: heard.append(look.tempo))
    look.hasten(3)
    assert (heard, tempo()) == ([3.0], 3.0)


def test_in_the_museum_it_is_a_plain_timer() -> None:
    timer = Timer(interval=12_345)
    assert QTimer.interval(timer) == 12_345


@pytest.mark.parametrize("module", WAITS_FOR_THE_SHOW)
def test_what_falls_due_in_the_show_waits_by_its_time(module: str) -> None:
    words = (ROOT / "kiosk" / "bridge" / f"{module}.py").read_text("utf-8")
    assert "import Timer" in words
    at_once = module in {"changes", "stage/slideshow"}  # what is arranged at once is the machine's
    assert words.count("QTimer(") == at_once


def test_every_duration_of_qml_goes_by_the_tempo() -> None:
    words = (ROOT / "kiosk" / "qml" / "Kiosk" / "Theme" / "Motion.qml").read_text("utf-8")
    durations = [line for line in words.splitlines() if "readonly property int" in line and "Easing" not in line]
    waits = [line for line in durations if "patience" not in line]
    assert len(waits) >= 12
    assert [line for line in waits if "/ tempo" not in line] == []
