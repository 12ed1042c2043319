"""The rows of a page of the staff panel, which change while somebody reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.bridge.staff.rows import ROW, StaffRows

if TYPE_CHECKING:
    from kiosk.bridge.panel_rows import Row


def lines(*names: str) -> list[Row]:
    """The page of the log: a day, and its lines."""
    return [{"kind": "heading", "name": "Today"}, *({"kind": "log", "name": name} for name in names)]


@pytest.fixture
def rows() -> StaffRows:
    made = StaffRows()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show(lines("third", "second", "first"))
    return made


def test_a_new_line_leaves_those_that_are_read_where_they_are(rows: StaffRows) -> None:
    read = QPersistentModelIndex(rows.index(2))
    rows.show(lines("fourth", "third", "second"))
    assert rows.rows == tuple(lines("fourth", "third", "second"))
    assert read.row() == 3
    assert rows.data(read, ROW)["name"] == "second"


def test_a_row_that_says_something_else_stays(rows: StaffRows) -> None:
    heard: list[tuple[int, int]] = []
    rows.dataChanged.connect(lambda first, last: heard.append((first.row(), last.row())))
    read = QPersistentModelIndex(rows.index(2))
    rows.show(lines("third", "second (3 more times since)", "first"))
    assert heard == [(2, 2)]
    assert read.isValid()


@pytest.mark.parametrize("names", [(), ("third",), ("a", "b", "c", "d"), ("first", "second", "third")])
def test_whatever_comes_is_what_is_there(rows: StaffRows, names: tuple[str, ...]) -> None:
    rows.show(lines(*names))
    assert rows.rows == tuple(lines(*names))
    rows.show([])
    assert rows.rowCount() == 0
