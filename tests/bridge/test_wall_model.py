"""The rows of the wall: laid out anew with every news, and a proper model all the while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.bridge.wall.wall_model import LAY_OUT_AFTER_MS, Role, WallModel, wall_box
from kiosk.bridge.wall.works_model import WorksModel
from tests.bridge.fakes import Stock, exhibition, source

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Hung:
    """A wall under Qt's own model tester."""

    def __init__(self, works: int = 40) -> None:
        self.stock = Stock(exhibition(works))
        self.works = WorksModel(self.stock.shelf, lambda work: (f"work {work}", ""))
        self.wall = WallModel(self.works, self.stock.shelf)
        self.testers = [QAbstractItemModelTester(model, FATAL, model) for model in (self.works, self.wall)]

    def rows(self) -> list[list[dict[str, Any]]]:
        return [self.wall.data(self.wall.index(row), Role.THUMBNAILS) for row in range(self.wall.rowCount())]

    def heights(self) -> list[float]:
        return [self.wall.data(self.wall.index(row), Role.HEIGHT) for row in range(self.wall.rowCount())]

    def hanging(self) -> list[int]:
        return [thumbnail["work"] for row in self.rows() for thumbnail in row]


def test_every_work_hangs_once_in_order_whatever_the_width() -> None:
    hung = Hung()
    hung.works.show(range(40))
    assert hung.wall.rowCount() == 0, "no wall has been measured"
    for width in (1800, 700, 300, 2500, 40):
        hung.wall.fit(width, 200, 8, 1.0)
        assert hung.hanging() == list(range(40))
    hung.wall.fit(0, 200, 8, 1.0)
    assert hung.wall.rowCount() == 0


def test_full_rows_are_as_wide_as_the_wall() -> None:
    hung = Hung()
    hung.works.show(range(40))
    hung.wall.fit(1800, 200, 8, 1.0)
    for row in hung.rows()[:-1]:
        assert sum(thumbnail["width"] for thumbnail in row) + 8 * (len(row) - 1) == pytest.approx(1800)


def test_filtered_it_shows_the_works_on_show_and_no_row_too_many() -> None:
    hung = Hung()
    hung.wall.fit(900, 200, 8, 1.0)
    for works in (range(40), (1, 2, 30), (), (39,), range(0, 40, 2)):
        hung.works.show(works)
        assert hung.hanging() == list(works)
        assert len(hung.heights()) == hung.wall.rowCount()


def test_true_sizes_lay_it_out_anew(qtbot: QtBot) -> None:
    hung = Hung(30)
    hung.works.show(range(30))
    hung.wall.fit(900, 200, 8, 1.0)
    guessed = hung.wall.rowCount()
    hung.stock.shelf.measure()
    hung.stock.workshop.measured(_panorama_or_tower)
    qtbot.waitUntil(lambda: hung.wall.rowCount() != guessed, timeout=60_000)
    assert hung.hanging() == list(range(30))
    widths = {thumbnail["work"]: thumbnail["width"] for row in hung.rows() for thumbnail in row}
    assert widths[0] > 3 * widths[1]


def test_one_thumbnail_that_arrives_changes_its_row_alone(qtbot: QtBot) -> None:
    hung = Hung(30)
    hung.stock.cache.sizes = {source(work): (1500, 1000) for work in range(30)}
    hung.stock.shelf.measure()
    hung.works.show(range(30))
    hung.wall.fit(900, 200, 8, 1.0)
    qtbot.wait(1)  # the layout that measuring asked for is over
    changed: list[int] = []
    hung.wall.dataChanged.connect(lambda first, last, _: changed.extend(range(first.row(), last.row() + 1)))
    row = hung.wall.rowOf(11)
    hung.rows()[row]
    hung.stock.workshop.orders = [order for order in hung.stock.workshop.orders if order.source == source(11)]
    hung.stock.workshop.make()
    assert changed == [row]


def test_retold_every_row_is_news() -> None:
    hung = Hung(30)
    hung.works.show(range(30))
    hung.wall.fit(900, 200, 8, 1.0)
    changed: list[tuple[int, int]] = []
    hung.wall.dataChanged.connect(lambda first, last, _: changed.append((first.row(), last.row())))
    hung.works.retell()
    assert changed == [(0, hung.wall.rowCount() - 1)]


def test_rows_are_found_by_the_work_that_hangs_there() -> None:
    hung = Hung()
    hung.works.show(range(0, 40, 2))
    hung.wall.fit(900, 200, 8, 1.0)
    rows = hung.rows()
    for work in range(0, 40, 2):
        assert work in [thumbnail["work"] for thumbnail in rows[hung.wall.rowOf(work)]]
    assert hung.wall.rowOf(1) == -1
    assert hung.wall.rowOf(99) == -1


def test_a_wall_of_ten_thousand_reads_only_what_is_looked_at() -> None:
    hung = Hung(10_000)
    hung.works.show(range(10_000))
    hung.wall.fit(1800, 200, 8, 1.0)
    hung.stock.workshop.orders.clear()
    middle = hung.wall.data(hung.wall.index(hung.wall.rowCount() // 2), Role.THUMBNAILS)
    assert len(hung.stock.workshop.orders) <= len(middle)


def test_what_is_not_there_tells_nothing() -> None:
    hung = Hung()
    assert hung.wall.data(QModelIndex(), Role.HEIGHT) is None
    assert hung.wall.data(hung.wall.index(0), Role.HEIGHT) is None
    names = {bytes(name.data()).decode() for name in hung.wall.roleNames().values()}
    assert names == {"thumbnails", "rowHeight"}


def _panorama_or_tower(picture: Path) -> tuple[int, int]:
    return (3000, 1000) if int(picture.stem) % 2 == 0 else (600, 1000)


def test_large_thumbnails_hang_as_sharper_renditions() -> None:
    assert wall_box(480) is None
    assert wall_box(577) == (960, 960)
    assert wall_box(1300) == (1920, 1920)
    assert wall_box(9000) == (1920, 1920), "never larger than the largest"
    hung = Hung()
    hung.works.show(range(40))
    hung.wall.fit(3800, 600, 8, 1.0)
    hung.rows()
    boxes = {order.box for order in hung.stock.workshop.orders}
    assert (960, 960) in boxes


def test_while_nobody_looks_the_wall_keeps_what_hung_there() -> None:
    hung = Hung()
    hung.works.show(range(40))
    hung.wall.fit(900, 200, 8, 1.0)
    hung.wall.watch(False)
    hung.works.show((3, 5))
    hung.wall.fit(700, 200, 8, 1.0)
    assert hung.hanging() == list(range(40)), "it may still be fading out"
    assert hung.wall.rowOf(3) == -1
    hung.wall.watch(True)
    assert hung.hanging() == [3, 5]
    assert hung.wall.rowOf(3) == 0


def test_works_that_become_known_elsewhere_do_not_lay_it_out_anew(qtbot: QtBot) -> None:
    hung = Hung(300)
    hung.works.show(range(40))
    hung.wall.fit(900, 200, 8, 1.0)
    changed: list[int] = []
    hung.wall.dataChanged.connect(lambda first, *_: changed.append(first.row()))
    hung.stock.shelf.measured.emit(100, 163)
    hung.stock.shelf.measured.emit(0, 63)
    qtbot.wait(2 * LAY_OUT_AFTER_MS)
    assert changed == [], "nothing is known that was not known before"


def test_a_row_that_leaves_is_not_made_any_more_and_nor_is_a_wall() -> None:
    hung = Hung()
    hung.works.show(range(40))
    hung.wall.fit(1000, 200, 8, 1.0)
    hung.wall.watch(False)
    hung.wall.watch(True)
    rows = [[thumbnail["work"] for thumbnail in row] for row in hung.rows()]

    def ordered() -> list[int]:
        return sorted(int(order.source.stem) for order in hung.stock.workshop.orders)

    everything = sorted(work for row in rows for work in row if work % 10 != 4)
    assert ordered() == everything
    hung.wall.leave(1)
    assert ordered() == [work for work in everything if work not in rows[1]]
    hung.wall.fit(2000, 200, 8, 1.0)
    hung.wall.watch(False)
    assert ordered() == []


def test_rows_that_are_gone_are_not_looked_at() -> None:
    hung = Hung()
    hung.works.show(range(40))
    hung.wall.fit(300, 200, 8, 1.0)
    hung.rows()
    hung.works.show(range(3))
    assert {order.source for order in hung.stock.workshop.orders} <= {source(work) for work in range(3)}
