"""However fast somebody presses, nothing flashes more than three times a second; what does no harm need not wait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.bridge.changes import COLOURS, SCREEN, SELECTION, Change, Changes
from kiosk.bridge.look.look import Look
from kiosk.bridge.pace import PATIENCE_S, Pace, Rect, Turn, lasts
from kiosk.bridge.stage.moves import Move
from kiosk.exhibition.model import Brand
from kiosk.exhibition.palette import WALLS, Wall
from kiosk.pictures.orders import LIGHT_COLUMNS, LIGHT_ROWS
from kiosk.visit.flashes import MOST, flashes
from kiosk.visit.flicker import COLUMNS, MOST_CHANGES, Hung, Place, on_stage
from kiosk.visit.playlist import Playlist
from tests.bridge.fakes import Clock

if TYPE_CHECKING:
    from kiosk.bridge.pictures.shelf import Shelf

GUARD_MS = 60_000
PRESS_S = 0.01
WORKS = 40
CELLS = LIGHT_COLUMNS * LIGHT_ROWS
SHAPE = 1.6
ALIKE = {work: bytes([100 + work % 5] * CELLS) for work in range(WORKS)}
PALE = {work: bytes([230] * CELLS) for work in range(WORKS)}
BLACK_AND_WHITE = {work: bytes([255 * (work % 2)] * CELLS) for work in range(WORKS)}
UNKNOWN: dict[int, bytes] = {}


class Lights(QObject):
    """What a shelf tells of pictures: how bright they are, and how large."""

    changed = Signal(int)

    def __init__(self, light: dict[int, bytes]) -> None:
        super().__init__()
        self.known = light
        self.shapes = False
        self.expected: set[int] = set()

    def light(self, work: int) -> bytes:
        return self.known.get(work, b"")

    def expects(self, work: int) -> bool:
        return work in self.expected

    def size(self, work: int) -> tuple[int, int]:
        return (2000, 3000) if self.shapes and work % 3 == 0 else (3000, 2000)


class Leafing:
    """A pace, and what it lets through: when, to which work, how."""

    def __init__(self, light: dict[int, bytes], fade_s: float = 0.0, pairs: tuple[tuple[int, int], ...] = ()) -> None:
        self.clock = Clock()
        self.lights = Lights(light)
        shelf = cast("Shelf", self.lights)
        self.pace = Pace(self.clock, shelf, lambda: 0.0, lambda move: lasts(move, fade_s, reduced=False))
        self.pace.stand(100 * SHAPE, 100, (0, 0, 100 * SHAPE, 100))
        self.made: list[tuple[float, int, Move]] = []
        self.round = Playlist.of(range(WORKS), pairs=pairs)

    def press(self, move: Move = Move.FADE) -> None:
        waiting = self.pace.waiting
        goal = (waiting.goal if waiting else self.round.go_to(self.at)).step(1)
        self.pace.turn(Turn(goal, 1, move), self._make)

    def press_for(self, seconds: float, move: Move = Move.FADE) -> None:
        for _ in range(round(seconds / PRESS_S)):
            self.press(move)
            self.draw()

    def draw(self) -> None:
        """A frame is shown that ends every move."""
        self.clock.now += PRESS_S
        self.pace.settle()
        self.pace.drawn()
        self.pace._go()

    @property
    def at(self) -> int:
        return self.made[-1][1] if self.made else 0

    def _make(self, goal: Playlist, _by: int, move: Move) -> None:
        self.made.append((self.clock.now, goal.current, move))

    @property
    def due(self) -> QTimer:
        (timer,) = self.pace.findChildren(QTimer)
        return timer

    def flashes(self) -> int:
        """Of what is on the stage, a picture cut to after the other."""
        frames = []
        for time, work, _ in self.made:
            width, height = self.lights.size(work)
            frames.append((time, on_stage((Place(SHAPE).hang(self.lights.light(work), width / height),), 0.0)))
        return flashes(frames, COLUMNS)


def test_pictures_as_bright_as_each_other_turn_as_fast_as_somebody_presses() -> None:
    it = Leafing(ALIKE)
    it.press_for(2)
    assert len(it.made) == 200


@pytest.mark.parametrize(("light", "shapes"), [(BLACK_AND_WHITE, False), (BLACK_AND_WHITE, True), (PALE, True)])
def test_pictures_that_would_flash_wait(light: dict[int, bytes], *, shapes: bool) -> None:
    it = Leafing(light)
    it.lights.shapes = shapes
    it.press_for(4)
    assert 4 * MOST < len(it.made) < 400
    assert it.flashes() <= MOST


@pytest.mark.parametrize("move", [Move.FADE, Move.GLIDE])
def test_pictures_of_which_nothing_is_known_turn_five_times_a_second(move: Move) -> None:
    it = Leafing(UNKNOWN)
    it.press_for(4, move)
    times = [time for time, _, _ in it.made]
    assert len(times) >= 4 * MOST
    most = max(sum(time <= other < time + 1 for other in times) for time in times)
    assert most <= MOST_CHANGES


PAIRS = tuple((work, work + 1) for work in range(0, WORKS, 2))
SIDE_BY_SIDE = ((0.0, 10.0, 60.0, 40.0), (100.0, 10.0, 60.0, 40.0))
"""Where two pictures hang, together on a third of the stage."""
IN_TURN = {work: bytes([255 * (work // 2 % 2)] * CELLS) for work in range(WORKS)}


def pairs_turned(light: dict[int, bytes], places: tuple[Rect, ...]) -> Leafing:
    """Somebody turns pages of two works in a rush, for two seconds."""
    it = Leafing(light, pairs=PAIRS)
    for _ in range(round(2 / PRESS_S)):
        goal = it.pace.waiting.goal if it.pace.waiting else it.round.go_to(it.at)
        for page in (goal, goal.step(1)):
            if places:
                it.pace.hang(page.shown, places)
        it.press()
        it.draw()
    return it


@pytest.mark.parametrize("light", [BLACK_AND_WHITE, IN_TURN, PALE, ALIKE], ids=["alike", "in turn", "pale", "grey"])
def test_pairs_turn_as_their_light_where_they_hang_allows(light: dict[int, bytes]) -> None:
    it = pairs_turned(light, SIDE_BY_SIDE)
    shares = [
        tuple(length / (100 * SHAPE if place % 2 == 0 else 100) for place, length in enumerate(each))
        for each in SIDE_BY_SIDE
    ]
    frames = []
    for time, work, _ in it.made:
        hung = tuple(Hung(light[each], *share) for each, share in zip((work, work + 1), shares, strict=True))
        frames.append((time, on_stage(hung, 0.0)))
    assert flashes(frames, COLUMNS, field=1) <= MOST
    assert (len(it.made) == 200) is (light is not IN_TURN), "those that are alike need not wait"


@pytest.mark.parametrize(("light", "places"), [(ALIKE, ()), (UNKNOWN, SIDE_BY_SIDE)], ids=["places", "light"])
def test_pairs_of_which_nothing_is_known_turn_five_times_a_second(
    light: dict[int, bytes], places: tuple[Rect, ...]
) -> None:
    times = [time for time, _, _ in pairs_turned(light, places).made]
    assert len(times) >= 2 * MOST
    assert max(sum(time <= other < time + 1 for other in times) for time in times) <= MOST_CHANGES


def test_a_pair_that_moves_while_it_is_seen_counts_as_a_change() -> None:
    it = Leafing(PALE, pairs=PAIRS)
    shown = it.round.shown
    it.pace.hang(shown, SIDE_BY_SIDE)
    it.pace.note(shown, Move.CUT)
    it.draw()
    it.clock.now += 2
    before = it.pace._flicker
    it.pace.hang(shown, SIDE_BY_SIDE)
    assert it.pace._flicker is before
    it.pace.hang(shown, tuple((left, top + 45.0, wide, high) for left, top, wide, high in SIDE_BY_SIDE))
    it.draw()
    assert not it.pace._flicker.calm(it.clock.now)


def test_a_cut_comes_where_a_fade_would_flash() -> None:
    it = Leafing(PALE, fade_s=PRESS_S / 2)
    it.press_for(3)
    moves = [move for _, _, move in it.made]
    assert moves[0] is Move.FADE
    assert moves.count(Move.FADE) <= 4 * MOST
    assert len(moves) == 300


@pytest.mark.parametrize("light", [BLACK_AND_WHITE, PALE, UNKNOWN], ids=["black and white", "pale", "unknown"])
def test_the_first_page_after_another_screen_fades_and_of_a_rush_after_it_nothing_flashes(
    light: dict[int, bytes],
) -> None:
    it = Changing(SCREEN, stage=True, light=light)
    it.it.pace.note((0,), Move.CUT)
    it.rest(2)
    assert it.press()
    it.rest(0.5)
    for _ in range(20):
        it.it.press()
        it.it.draw()
        assert it.it.pace._flicker.harmless()
    assert it.it.made[0][2] is Move.FADE


def test_no_press_is_lost() -> None:
    it = Leafing(BLACK_AND_WHITE)
    presses = 0
    while presses < MOST_CHANGES + 15 or it.pace.waiting is None:
        it.press()
        presses += 1
    assert it.due.isActive()
    it.draw()
    it.clock.now += 1
    it.due.timeout.emit()
    assert it.at == presses
    assert it.pace.waiting is None


def test_in_a_rush_a_picture_is_waited_for_until_it_is_made() -> None:
    it = Leafing(ALIKE)
    it.lights.expected = {1, 2, 3}
    it.press()
    assert it.at == 1
    it.press()
    assert it.at == 1
    it.lights.expected = {3}
    it.lights.changed.emit(2)
    assert it.at == 2
    it.press()
    it.clock.now += PATIENCE_S
    it.due.timeout.emit()
    assert it.at == 3


def test_a_picture_that_comes_on_late_counts_then() -> None:
    it = Leafing(UNKNOWN)
    it.lights.expected = {1}
    it.press(Move.CUT)
    it.lights.expected = set()
    for _ in range(10):
        it.press(Move.CUT)
    assert it.at == MOST_CHANGES

    it = Leafing(UNKNOWN)
    it.lights.expected = {1}
    it.press(Move.CUT)
    it.lights.expected = set()
    it.lights.changed.emit(1)
    for _ in range(10):
        it.press(Move.CUT)
    assert it.at == MOST_CHANGES - 1


def test_a_picture_of_the_page_that_was_left_counts_when_it_is_loaded_at_last() -> None:
    it = Leafing(UNKNOWN)
    loaded: set[int] = set()
    it.pace.ready = lambda works, _by: works[0] in loaded
    it.press()
    it.clock.now += PATIENCE_S
    it.press()
    it.clock.now += PATIENCE_S
    it.pace._go()
    assert it.at == 2
    before = len(it.pace._flicker.cells[0].times)
    for work in (1, 2):
        loaded.add(work)
        it.pace.look_again()
    assert len(it.pace._flicker.cells[0].times) == before + 2


def test_in_a_rush_a_page_is_waited_for_until_it_is_loaded() -> None:
    it = Leafing(ALIKE)
    loaded = {1}
    it.pace.ready = lambda works, _by: works[0] in loaded
    it.press()
    it.press()
    assert it.at == 1
    loaded.add(2)
    it.pace.look_again()
    assert it.at == 2


def test_a_hidden_window_that_shows_no_frame_keeps_nobody_waiting_for_ever() -> None:
    it = Leafing(BLACK_AND_WHITE)
    while it.pace.waiting is None:
        it.press()
    it.clock.now += 5
    it.due.timeout.emit()
    assert it.pace.waiting is not None, "as if it were seen now"
    it.clock.now += 1
    it.due.timeout.emit()
    assert it.pace.waiting is None


def test_what_was_waiting_is_forgotten_when_something_else_is_shown() -> None:
    it = Leafing(UNKNOWN)
    for _ in range(20):
        it.press()
    it.pace.drop()
    assert not it.due.isActive()
    assert it.pace.waiting is None


class Changing:
    """A screen that somebody changes again and again, and the times at which it did."""

    def __init__(self, change: Change, *, stage: bool = False, light: dict[int, bytes] = BLACK_AND_WHITE) -> None:
        self.it = Leafing(light, fade_s=PRESS_S / 2)
        self.change = change
        self.changes = Changes(self.it.pace, lambda: stage)
        self.asked = 0
        self.made: list[tuple[float, int]] = []

    def press(self) -> bool:
        self.asked += 1
        return self.changes.make(self.change, partial(self._make, self.asked))

    def _make(self, number: int) -> None:
        self.made.append((self.it.clock.now, number))

    def press_for(self, seconds: float) -> None:
        for _ in range(round(seconds / PRESS_S)):
            self.press()
            self.rest(PRESS_S)

    def rest(self, seconds: float) -> None:
        """Time passes, and frames are shown."""
        ended = self.it.clock.now + max(self.change.lasts_s, 0.0)
        until = self.it.clock.now + seconds
        while self.it.clock.now < until:
            self.changes._same.stop()
            if self.it.clock.now >= ended:
                self.it.pace.end_change()
            self.it.draw()
            self.changes._go()

    @property
    def times(self) -> list[float]:
        return sorted({time for time, _ in self.made})


@pytest.mark.parametrize("change", [SCREEN, SELECTION, COLOURS])
def test_one_change_of_the_screen_never_waits_nor_do_two_and_nothing_is_lost(change: Change) -> None:
    it = Changing(change)
    assert [it.press(), it.press()] == [True, True], "what is asked for in one instant is seen as one"
    it.rest(0.5)
    assert it.press()
    it.press_for(3)
    it.rest(2)
    assert [number for _, number in it.made] == list(range(1, it.asked + 1)), "all of it, in its order"
    assert not it.changes.waiting


@pytest.mark.parametrize("change", [SCREEN, SELECTION, COLOURS])
def test_the_screen_never_changes_more_often_in_a_second_than_is_harmless(change: Change) -> None:
    it = Changing(change)
    it.press_for(4)
    for begun in it.times:
        inside = [time for time in it.times if begun <= time < begun + 1]
        assert change.times * len(inside) <= MOST_CHANGES
    assert len(it.times) >= 4


def test_pages_and_screens_share_one_limit() -> None:
    it = Changing(SCREEN)
    for _ in range(MOST_CHANGES):
        it.it.press()
        it.it.draw()
    assert not it.press(), "so many pages of black and white have turned"
    it.rest(1.2)
    assert it.made
    it.press()
    it.rest(0.1)
    turned = len(it.it.made)
    for _ in range(4):
        it.it.press()
        it.it.draw()
    assert len(it.it.made) < turned + 4, "and pages wait for screens"


@pytest.mark.parametrize("light", [ALIKE, BLACK_AND_WHITE, UNKNOWN])
def test_a_key_that_is_stuck_keeps_no_screen_waiting_for_ever(light: dict[int, bytes]) -> None:
    it = Changing(SCREEN, light=light)
    it.it.press_for(2, Move.CUT)
    it.press()
    for _ in range(300):
        it.it.press(Move.CUT)
        it.rest(PRESS_S)
    assert it.made
    turned = len(it.it.made)
    for _ in range(300):
        it.it.press(Move.CUT)
        it.rest(PRESS_S)
        it.it.due.timeout.emit()
    assert len(it.it.made) > turned, "and pages go on turning"


def test_a_page_that_turns_out_of_sight_does_not_count() -> None:
    it = Leafing(BLACK_AND_WHITE)
    it.pace.seen = lambda: False
    for work in range(20):
        it.pace.note((work,), Move.CUT)
    it.press()
    assert len(it.made) == 1


def test_what_waits_is_forgotten_with_who_asked_for_it() -> None:
    it = Changing(SCREEN)
    it.press_for(1)
    made = len(it.made)
    assert it.changes.waiting
    it.changes.drop()
    it.rest(2)
    assert (len(it.made), it.changes.waiting) == (made, False)


def test_nor_is_what_was_asked_for_after_they_had_asked_to_go_done_to_the_next() -> None:
    it = Changing(SCREEN)
    it.press_for(1)
    it.changes.make(SCREEN, it.changes.drop)
    it.press()
    it.rest(2)
    assert (it.made[-1][1], it.changes.waiting) == (it.asked - 1, False)


def test_the_wall_of_who_has_gone_is_not_left_to_the_next() -> None:
    it = Changing(COLOURS)
    look = Look(Wall.LIGHT, Brand(), "serif", 900, changes=it.changes)
    number = 0
    while look.wall == WALLS[Wall.LIGHT].wall or not it.changes.waiting:
        number += 1
        look.hang_on(number % 2 == 1)
        it.changes._same.stop()
    look.hang_on(high_contrast=False)
    it.changes.drop()
    look.hang_on(high_contrast=False)
    it.rest(2)
    assert look.wall == WALLS[Wall.LIGHT].wall


def test_walls_change_in_their_time_and_end_as_asked() -> None:
    it = Changing(COLOURS)
    look = Look(Wall.LIGHT, Brand(), "serif", 900, changes=it.changes)
    walls: list[str] = []
    look.changed.connect(lambda: walls.append(look.wall))
    for number in range(100):
        look.hang_on(number % 2 == 0)
        it.rest(PRESS_S)
    assert len(walls) <= MOST_CHANGES
    it.rest(2)
    assert look.wall == WALLS[Wall.LIGHT].wall
