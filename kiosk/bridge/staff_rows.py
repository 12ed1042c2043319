"""The rows of a page of the staff panel for QML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.bridge.staff_pages import Row

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "StaffRows"]

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
KIND = Qt.ItemDataRole.UserRole + 2


@QmlElement
@made_in_python
class StaffRows(QAbstractListModel):
    """A list of plain values, each a `row` of a `kind`. Rows that say something else keep their place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        kinds = [row["kind"] for row in rows]
        if kinds != [row["kind"] for row in self._rows]:
            self._exchange(list(rows))
            return
        before, self._rows = self._rows, list(rows)
        for place, (was, row) in enumerate(zip(before, self._rows, strict=True)):
            if was != row:
                self.dataChanged.emit(self.index(place), self.index(place), [ROW])

    def _exchange(self, rows: list[Row]) -> None:
        """A list that is being filled bears with rows that go, not with a model that begins anew."""
        if self._rows:
            self.beginRemoveRows(QModelIndex(), 0, len(self._rows) - 1)
            self._rows = []
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return tuple(self._rows)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {int(ROW): QByteArray(b"row"), int(KIND): QByteArray(b"kind")}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        return row if role == ROW else row["kind"] if role == KIND else None
