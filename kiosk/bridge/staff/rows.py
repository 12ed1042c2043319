"""The rows of a page of the staff panel for QML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.bridge.panel_rows import Row

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
        """Show these rows. Those that were there before stay, so that somebody who reads on keeps the place."""
        from difflib import SequenceMatcher  # noqa: PLC0415 - the show does not need it

        before, after = [repr(row) for row in self._rows], [repr(row) for row in rows]
        steps = SequenceMatcher(None, before, after, autojunk=False)
        for step, first, end, new_first, new_end in reversed(steps.get_opcodes()):
            if step != "equal":
                self._replace(first, end, rows[new_first:new_end])

    def _replace(self, first: int, end: int, rows: Sequence[Row]) -> None:
        if [row["kind"] for row in rows] == [row["kind"] for row in self._rows[first:end]]:
            self._rows[first:end] = rows
            self.dataChanged.emit(self.index(first), self.index(end - 1), [ROW])
            return
        if end > first:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            del self._rows[first:end]
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows[first:first] = rows
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
