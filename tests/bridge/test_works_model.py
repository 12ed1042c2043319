"""The rows of the filmstrip and the wall."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.bridge.wall.works_model import CARD_ASPECT, Role, WorksModel
from tests.bridge.fakes import Stock, exhibition, rendition, source

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Strip:
    """A model of some works, watched by Qt's own model tester; titles are numbers in the language spoken."""

    def __init__(self, works: int = 12) -> None:
        self.stock = Stock(exhibition(works))
        self.language = "en"
        self.model = WorksModel(self.stock.shelf, lambda work: (f"{self.language} {work}", "A Maker"))
        self.tester = QAbstractItemModelTester(self.model, FATAL, self.model)
        self.news: list[tuple[int, int, list[int]]] = []
        self.model.dataChanged.connect(
            lambda first, last, roles: self.news.append((first.row(), last.row(), list(roles)))
        )

    def told(self, role: Role) -> list[object]:
        return [self.model.data(self.model.index(row), role) for row in range(self.model.rowCount())]


def test_filled_filtered_and_emptied_it_stays_a_proper_model() -> None:
    strip = Strip()
    counted: list[int] = []
    strip.model.modelReset.connect(lambda: counted.append(strip.model.rowCount()))
    for works in (range(12), (3, 1, 7), (3, 1, 7), (), (11,)):
        strip.model.show(works)
    assert strip.told(Role.WORK) == [11]
    assert counted == [12, 3, 0, 1], "the same works again are no news"


def test_rows_tell_what_the_delegates_ask() -> None:
    strip = Strip()
    strip.stock.fill()
    strip.model.show((4, 2))
    assert strip.told(Role.WORK) == [4, 2]
    assert strip.told(Role.TITLE) == ["en 4", "en 2"]
    assert strip.told(Role.CREATOR) == ["A Maker"] * 2
    assert strip.model.data(strip.model.index(0), Qt.ItemDataRole.DisplayRole) == "en 4"
    assert strip.told(Role.CARD) == [True, False]
    assert strip.told(Role.PREVIEW) == [QUrl(), QUrl.fromLocalFile(str(rendition(source(2), None).preview))]
    assert strip.told(Role.ASPECT) == [CARD_ASPECT, 1.5]
    names = {bytes(name.data()).decode() for name in strip.model.roleNames().values()}
    assert names == {"work", "title", "creator", "preview", "card", "aspect"}


@pytest.mark.parametrize("row", [-1, 3, 10**6])
def test_rows_that_are_not_there_tell_nothing(row: int) -> None:
    strip = Strip()
    strip.model.show((0, 1, 2))
    assert strip.model.data(strip.model.index(row), Role.WORK) is None
    assert strip.model.data(QModelIndex(), Role.WORK) is None
    assert strip.model.rowCount(strip.model.index(0)) == 0


def test_rows_are_found_by_their_work() -> None:
    strip = Strip()
    strip.model.show((5, 9, 2))
    assert [strip.model.row_of(work) for work in (5, 9, 2, 3)] == [0, 1, 2, -1]


def test_only_rows_that_are_looked_at_order_a_preview() -> None:
    strip = Strip(10_000)
    strip.model.show(range(10_000))
    strip.stock.workshop.orders.clear()  # the tester looks into the first row
    for row in (5000, 5001):
        strip.model.data(strip.model.index(row), Role.PREVIEW)
    assert [order.source for order in strip.stock.workshop.orders] == [source(5000), source(5001)]


def test_a_picture_that_arrives_changes_its_own_row_only() -> None:
    strip = Strip()
    strip.model.show((3, 2))
    strip.told(Role.PREVIEW)
    strip.stock.workshop.make(size=(100, 400))
    assert {(first, last) for first, last, _ in strip.news} == {(0, 0), (1, 1)}
    assert strip.told(Role.ASPECT) == [0.25, 0.25]
    assert all(url.isLocalFile() for url in strip.told(Role.PREVIEW))


def test_a_broken_picture_becomes_a_card() -> None:
    strip = Strip()
    strip.model.show((3, 2))
    strip.told(Role.PREVIEW)
    strip.stock.workshop.make(broken=[2])
    assert strip.told(Role.CARD) == [False, True]
    assert strip.told(Role.ASPECT) == [1.5, CARD_ASPECT]


def test_retold_every_row_has_its_title_in_the_new_language() -> None:
    strip = Strip()
    strip.model.retell()
    assert not strip.news
    strip.model.show((3, 2))
    strip.language = "ar"
    strip.model.retell()
    assert strip.told(Role.TITLE) == ["ar 3", "ar 2"]
    assert strip.news == [(0, 1, [Role.TITLE, Role.CREATOR])]


def test_a_thumbnail_that_leaves_is_not_made_any_more() -> None:
    strip = Strip(20)
    strip.model.show(range(20))
    for row in range(4):
        strip.model.data(strip.model.index(row), Role.PREVIEW)
    strip.model.leave(1)
    assert [order.source for order in strip.stock.workshop.orders] == [source(0), source(2), source(3)]
    strip.model.data(strip.model.index(1), Role.PREVIEW)
    assert source(1) in [order.source for order in strip.stock.workshop.orders]
    strip.model.show(range(10, 20))
    assert not strip.stock.workshop.orders, "all rows are new"
