"""However fast somebody presses, pages and walls change no faster than three times a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from kiosk.bridge.look import Look
from kiosk.bridge.pace import Pace, Turn
from kiosk.bridge.slideshow import Move
from kiosk.exhibition.model import Brand
from kiosk.exhibition.palette import WALLS, Wall
from kiosk.visit.flashes import LEAST_FADE_S, MOST
from kiosk.visit.playlist import Playlist
from tests.bridge.fakes import Clock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

GUARD_MS = 60_000
WORKS = Playlist.of(tuple(range(200)))


class Leafing:
    """A pace, and what it lets through."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.pace = Pace(self.clock)
        self.made: list[tuple[float, int]] = []

    def turn(self) -> None:
        waiting = self.pace.waiting
        goal = (waiting.goal if waiting else WORKS.go_to(self.at)).step(1)
        self.pace.turn(Turn(goal, 1, Move.FADE), self._make, LEAST_FADE_S)

    @property
    def at(self) -> int:
        return self.made[-1][1] if self.made else 0

    def _make(self, goal: Playlist, _by: int, _move: Move) -> None:
        self.made.append((self.clock.now, goal.current))

    @property
    def due(self) -> QTimer:
        (timer,) = self.pace.findChildren(QTimer)
        return timer


def test_the_first_turn_is_made_at_once_and_the_next_when_its_time_has_come() -> None:
    it = Leafing()
    it.turn()
    assert [work for _, work in it.made] == [1]
    it.turn()
    assert [work for _, work in it.made] == [1]
    assert it.due.isActive()
    it.clock.now += LEAST_FADE_S
    it.due.timeout.emit()
    assert [work for _, work in it.made] == [1, 2]


def test_no_press_is_lost() -> None:
    it = Leafing()
    for _ in range(7):
        it.turn()
    it.due.timeout.emit()
    assert [work for _, work in it.made] == [1, 7]


def test_twenty_presses_a_second_turn_three_pages_a_second() -> None:
    it = Leafing()
    for _ in range(100):
        it.turn()
        it.clock.now += 0.05
        if it.due.isActive() and it.clock.now >= it.made[-1][0] + LEAST_FADE_S:
            it.due.timeout.emit()
    times = [time for time, _ in it.made]
    assert max(sum(time <= other < time + 1 for other in times) for time in times) <= MOST
    assert it.at > 90


def test_what_was_waiting_is_forgotten_when_something_else_is_shown() -> None:
    it = Leafing()
    it.turn()
    it.turn()
    it.pace.drop()
    assert not it.due.isActive()
    assert it.pace.waiting is None


def test_walls_change_in_their_time_and_end_as_asked(qtbot: QtBot) -> None:
    look = Look(Wall.LIGHT, Brand(), "serif", 900, paced=True)
    changes: list[str] = []
    look.changed.connect(lambda: changes.append(look.wall))
    for on in (True, False, True, False, True):
        look.hang_on(on)
    assert changes == [WALLS[Wall.HIGH_CONTRAST].wall]
    look.hang_on(False)
    qtbot.waitUntil(lambda: len(changes) == 2, timeout=GUARD_MS)
    assert changes[-1] == WALLS[Wall.LIGHT].wall
