"""A closer look as QML sees it: who may look, where the picture stands, which tiles sharpen it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.bridge.closer.closer import Closer
from kiosk.bridge.closer.tiles_model import Role
from kiosk.bridge.labels import Labels
from kiosk.bridge.pictures.shelf import Urgency
from kiosk.pictures.orders import Failed
from kiosk.pictures.pyramid import Pyramid, Tile
from tests.bridge.fakes import Clock, Stock, exhibition, source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from kiosk.exhibition.model import Exhibition

SCREEN = (1200, 800)
LARGE = (6000, 4000)
PYRAMID = Pyramid(*LARGE)


class Desk:
    """A closer look at the pictures of some works, all of them prepared, on a screen of 1200 × 800."""

    def __init__(self, shown: Exhibition | None = None, size: tuple[int, int] = LARGE) -> None:
        self.stock = Stock(shown or exhibition(3, 0))
        self.clock = Clock()
        self.labels = Labels(self.stock.exhibition)
        self.closer = Closer(self.stock.exhibition, self.stock.shelf, self.labels, self.clock)
        self.tester = QAbstractItemModelTester(
            self.closer.tiles, QAbstractItemModelTester.FailureReportingMode.Fatal, self.closer
        )
        self.closer.fit(SCREEN, 1.0)
        self.closer.stand(100, 0, 1000, 800, *SCREEN)
        for work in range(len(self.stock.exhibition.works)):
            self.stock.shelf.find(work, SCREEN, Urgency.NOW, self)
        self.stock.workshop.make(size=size)

    def look(self) -> None:
        """Look closer at the first work, all of it."""
        self.closer.consider(0)
        self.closer.open(300, 200, 300)
        self.closer.showWhole()
        self.closer.fly(1)

    def near(self) -> None:
        """Look at the picture's own pixels in its middle."""
        self.look()
        self.closer.step(20)
        self.closer.fly(1)

    def cut(self, *levels: int) -> None:
        """Have the tiles of these levels made, of all levels if none is named."""
        for order in self.stock.workshop.tiling:
            for level in levels or range(PYRAMID.levels):
                self.stock.workshop.cut(self.stock.cache, order, PYRAMID.tiles(level))

    @property
    def shown(self) -> list[Tile]:
        return list(self.closer._tiles.model.tiles)

    def choose(self) -> None:
        """Let the tiles be chosen that are needed now."""
        self.closer._tiles.choose()

    def load(self) -> None:
        """Let QML load all tiles that are shown, and those that come for them."""
        for _ in range(3):
            self.choose()
            for row in range(len(self.shown)):
                self.closer.loaded(row)


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.closer.gone()


def test_a_picture_that_is_there_may_be_looked_at() -> None:
    desk = Desk(exhibition(12, 0))
    possible = []
    for work in (0, 1, 4):
        desk.closer.consider(work)
        possible.append(desk.closer.possible)
    assert possible == [True, True, False], "work 4 is a card"


def test_a_work_that_may_not_be_looked_at_closer_is_not() -> None:
    shown = exhibition(2, 0)
    desk = Desk(replace(shown, works=(replace(shown.works[0], allow_zoom=False), shown.works[1])))
    desk.closer.consider(0)
    assert not desk.closer.possible
    desk.closer.consider(1)
    assert desk.closer.possible


def test_it_is_told_when_the_picture_on_the_stage_has_been_made(qtbot: QtBot) -> None:
    stock = Stock(exhibition(2, 0))
    closer = Closer(stock.exhibition, stock.shelf, Labels(stock.exhibition), Clock())
    closer.consider(1)
    assert not closer.possible
    stock.shelf.find(1, SCREEN, Urgency.NOW, stock)
    with qtbot.waitSignal(closer.possibleChanged):
        stock.workshop.make()
    assert closer.possible


def test_it_begins_where_the_picture_stands_on_the_stage(desk: Desk) -> None:
    desk.closer.consider(0)
    desk.closer.open(300, 200, 300)
    assert (desk.closer.x, desk.closer.y, desk.closer.width, desk.closer.height) == (300, 200, 300, 200)
    assert (desk.closer.work, desk.closer.moving) == (0, False)
    sent = []
    desk.closer.sent.connect(lambda: sent.append(True))
    desk.closer.showWhole()
    assert (sent, desk.closer.moving) == ([True], True)
    desk.closer.fly(0.5)
    assert 300 < desk.closer.width < 1000
    desk.closer.fly(1)
    assert (desk.closer.x, desk.closer.width) == (pytest.approx(100), pytest.approx(1000))
    assert (desk.closer.moving, desk.closer.canZoomOut, desk.closer.canZoomIn) == (False, False, True)
    assert sent == [True]


def test_being_told_the_same_room_again_moves_nothing(desk: Desk) -> None:
    desk.closer.consider(0)
    desk.closer.open(300, 200, 300)
    desk.closer.stand(100, 0, 1000, 800, *SCREEN)
    assert desk.closer.width == pytest.approx(300)
    desk.closer.stand(0, 0, 0, 0, 0, 0)
    desk.closer.stand(100, 0, 900, 800, 1100, 800)
    assert desk.closer.width == pytest.approx(900)


def test_one_on_its_way_back_turns_round(desk: Desk) -> None:
    desk.look()
    desk.closer.close()
    desk.closer.goBack(300, 200, 300)
    desk.closer.fly(0.4)
    width = desk.closer.width
    desk.closer.open(300, 200, 300)
    assert desk.closer.width == width
    desk.closer.gone()
    desk.closer.open(300, 200, 300)
    assert desk.closer.width == pytest.approx(300)


def test_a_picture_that_the_screen_shows_in_full_needs_no_tiles() -> None:
    desk = Desk(size=(1100, 700))
    desk.near()
    assert desk.stock.workshop.tiling == []
    assert desk.closer.sharp
    assert desk.closer.width == pytest.approx(2200)


def test_tiles_are_ordered_after_everything_that_is_on_the_screen(desk: Desk) -> None:
    desk.look()
    (order,) = desk.stock.workshop.tiling
    assert order.source == source(0)
    assert order.urgency < Urgency.THUMBNAIL


def test_the_whole_picture_needs_none_of_them(desk: Desk) -> None:
    desk.look()
    desk.cut()
    desk.choose()
    assert desk.shown == []


def test_it_sharpens_with_what_is_made_so_far(desk: Desk) -> None:
    desk.near()
    assert not desk.closer.sharp
    desk.cut(2)
    desk.load()
    assert {tile.level for tile in desk.shown} == {2}
    desk.cut(1)
    desk.load()
    assert {tile.level for tile in desk.shown} == {1}
    assert not desk.closer.sharp
    desk.cut(0)
    desk.choose()
    assert {tile.level for tile in desk.shown} == {0, 1}, "the coarser ones stay until the finer ones are loaded"
    desk.load()
    assert {tile.level for tile in desk.shown} == {0}
    assert desk.closer.sharp


def test_what_is_needed_most_is_asked_for_last_because_that_is_loaded_first(desk: Desk) -> None:
    desk.near()
    desk.cut()
    desk.choose()
    wanted = PYRAMID.visible(0, desk.closer._looking.room.seen(desk.closer._looking.view, SCREEN))
    assert desk.shown == list(reversed(wanted))


def test_a_row_tells_file_level_and_part(desk: Desk) -> None:
    desk.near()
    desk.cut()
    desk.choose()
    model = desk.closer.tiles
    for row, tile in enumerate(desk.shown):
        told = [model.data(model.index(row), role) for role in (Role.FILE, Role.LEVEL, Role.PART)]
        file, level, part = told
        assert Path(file.toLocalFile()) == desk.stock.cache.tile(source(0), tile)
        assert level == tile.level
        assert (part.x(), part.y(), part.width(), part.height()) == pytest.approx(PYRAMID.part(tile))
    assert model.data(model.index(0), 1) is None
    assert sorted(map(bytes, model.roleNames().values())) == [b"file", b"level", b"part"]


def test_tiles_that_leave_are_unloaded(desk: Desk) -> None:
    desk.near()
    desk.cut()
    desk.load()
    before = set(desk.shown)
    desk.closer.pan(-20, 0)
    desk.closer.fly(1)
    desk.load()
    assert set(desk.shown) != before
    columns = {tile.column for tile in desk.shown}
    assert min(columns) == 0
    assert max(columns) <= 3


def test_while_it_flies_both_ends_are_sharp(desk: Desk) -> None:
    desk.near()
    desk.cut()
    desk.load()
    before = set(desk.shown)
    desk.closer.pan(-20, -20)
    desk.closer.fly(0.1)
    desk.choose()
    assert Tile(0, 0, 0) in desk.shown
    assert len(before & set(desk.shown)) >= 6


def test_a_moving_picture_is_not_looked_at_in_every_frame(desk: Desk, qtbot: QtBot) -> None:
    desk.near()
    desk.cut()
    with qtbot.waitSignal(desk.closer.tiles.rowsInserted):
        pass
    desk.closer.hold(500, 400)
    changes = []
    desk.closer.tiles.rowsInserted.connect(lambda *_: changes.append(True))
    for step in range(100):
        desk.closer.drag(500 + 4 * step, 400)
    assert changes == []
    desk.closer.release(False)
    qtbot.waitUntil(lambda: changes != [])


def test_a_tile_whose_file_is_lost_is_made_again(desk: Desk) -> None:
    desk.near()
    desk.cut()
    desk.load()
    desk.stock.workshop.finish(desk.stock.workshop.tiling[0], LARGE)
    tile = desk.shown[0]
    desk.closer.lost(0)
    assert desk.stock.cache.tile(source(0), tile) is None
    assert [order.source for order in desk.stock.workshop.tiling] == [source(0)]
    desk.choose()
    assert tile not in desk.shown
    desk.cut(tile.level)
    desk.load()
    assert tile in desk.shown


def test_who_has_seen_enough_needs_no_more_tiles(desk: Desk) -> None:
    desk.near()
    desk.cut(1)
    desk.load()
    desk.closer.close()
    assert desk.stock.workshop.tiling == []
    assert desk.closer.work is None
    assert desk.shown != [], "they stay while the picture goes back"
    desk.closer.gone()
    assert desk.shown == []
    assert desk.closer.sharp


def test_a_picture_that_cannot_be_cut_is_reported_once_and_stays_as_it_is(desk: Desk) -> None:
    for _ in range(2):
        desk.near()
        for order in desk.stock.workshop.tiling[:]:
            order.done(Failed(order.source, "too-large", "It is too large.", "Save it smaller."))
        desk.choose()
        assert desk.closer.sharp
        desk.closer.close()
        desk.closer.gone()
    assert [problem.rule for problem in desk.stock.complaints] == ["too-large"]
    assert desk.closer.possible


def test_a_fault_of_the_machine_is_given_a_second_attempt(desk: Desk) -> None:
    desk.near()
    for attempt in range(2):
        assert desk.stock.complaints == []
        assert len(desk.stock.workshop.tiling) == 1, f"attempt {attempt}"
        order = desk.stock.workshop.tiling.pop()
        order.done(Failed(order.source, "out-of-time", "It took too long.", "Check the disk."))
    assert [problem.rule for problem in desk.stock.complaints] == ["out-of-time"]
    assert desk.stock.workshop.tiling == []


def test_a_picture_that_breaks_meanwhile_leads_back(desk: Desk) -> None:
    desk.look()
    left = []
    desk.closer.left.connect(lambda: left.append(True))
    desk.stock.shelf.lost(0)
    desk.stock.shelf.find(0, SCREEN, Urgency.NOW, desk)
    desk.stock.workshop.make(broken=[0])
    assert left == [True]
    assert not desk.closer.possible


def test_a_pinch_that_makes_it_small_asks_to_leave(desk: Desk) -> None:
    desk.look()
    left = []
    desk.closer.left.connect(lambda: left.append(True))
    desk.closer.grip(500, 400)
    desk.closer.pinch(500, 400, 0.9)
    desk.closer.ungrip(500, 400, 0.9)
    assert (left, desk.closer.moving) == ([], True)
    desk.closer.grip(500, 400)
    desk.closer.pinch(500, 400, 0.5)
    desk.closer.ungrip(500, 400, 0.5)
    assert left == [True]


def test_on_a_dense_screen_own_pixels_are_the_screens(desk: Desk) -> None:
    desk.closer.fit((2400, 1600), 2.0)
    desk.near()
    assert desk.closer.width == pytest.approx(3000)
    desk.cut()
    desk.choose()
    assert {tile.level for tile in desk.shown} == {0}


def test_the_tiles_of_the_picture_that_is_looked_at_are_held() -> None:
    desk = Desk()

    def held() -> list[Path]:
        return [made for made in desk.stock.cache.held if isinstance(made, Path)]

    desk.look()
    assert held() == [source(0).with_suffix(".tiles")]
    desk.closer.close()
    assert held() == [source(0).with_suffix(".tiles")], "it can be seen until it is back on the stage"
    desk.closer.gone()
    assert held() == []


def test_an_arrow_tells_whether_it_led_any_further(desk: Desk) -> None:
    desk.look()
    assert not desk.closer.pan(1, 0)
    desk.closer.step(3)
    assert desk.closer.pan(1, 0)
    desk.closer.pan(20, 0)
    assert not desk.closer.pan(1, 0)
    assert desk.closer.pan(-1, 0)


def test_aimed_at_a_part_it_fills_the_window_without_a_hand_and_goes_on_to_the_next_part() -> None:
    desk = Desk()
    closer = desk.closer
    closer.aim((0.5, 0.5, 0.25, 0.25))
    closer.stand(0, 0, *SCREEN, *SCREEN)
    closer.consider(0)
    closer.open(300, 200, 300)
    closer.arrive()
    closer.fly(1)
    assert (closer.aimed, closer.part) == (True, pytest.approx((0.5, 0.5, 0.75, 0.75)))
    closer.aim((0.0, 0.0, 0.5, 0.25))
    assert closer.goal == pytest.approx((0, 0, 0.5, 0.5)), "all of it, and what the window has beside"
    assert closer.part != closer.goal
    closer.fly(1)
    closer.stand(0, 0, 600, 800, 600, 800)
    assert closer.goal is not None
    assert closer.goal[2] == pytest.approx(0.5), "also in a window that has turned"
    closer.aim(None)
    closer.showWhole()
    closer.fly(1)
    assert (closer.aimed, closer.part) == (False, None)
