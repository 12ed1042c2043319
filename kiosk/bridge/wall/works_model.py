"""The works on show, in order, for the filmstrip and the wall."""

from __future__ import annotations

from bisect import bisect_left
from enum import IntEnum
from itertools import islice
from operator import lt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.bridge.pictures.shelf import CARD_ASPECT, Shelf, Urgency
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.stage.slide import url

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.bridge.pictures.claims import Place

__all__ = ["CARD_ASPECT", "QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "ROLE_NAMES", "Role", "WorksModel"]

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row tells."""

    WORK = Qt.ItemDataRole.UserRole + 1
    TITLE = Qt.ItemDataRole.UserRole + 2
    CREATOR = Qt.ItemDataRole.UserRole + 3
    PREVIEW = Qt.ItemDataRole.UserRole + 4
    CARD = Qt.ItemDataRole.UserRole + 5
    ASPECT = Qt.ItemDataRole.UserRole + 6


ROLE_NAMES = {
    Role.WORK: "work",
    Role.TITLE: "title",
    Role.CREATOR: "creator",
    Role.PREVIEW: "preview",
    Role.CARD: "card",
    Role.ASPECT: "aspect",
}


@QmlElement
@made_in_python
class WorksModel(QAbstractListModel):
    """A row for each work on show; `name_of` gives a work's title and creator.

    `reshaped` says that thumbnails have other shapes than was told. Reading a row's preview orders it, and `leave`
    withdraws that, so only rows that are looked at cost anything.
    """

    reshaped = Signal()

    def __init__(self, shelf: Shelf, name_of: Callable[[int], tuple[str, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._name_of = name_of
        self._works: tuple[int, ...] = ()
        self._ascending = True
        self._row_of: dict[int, int] = {}
        self._aspects: dict[int, float] = {}
        self._looked_at: set[Place] = set()
        shelf.changed.connect(self._picture_changed)
        shelf.measured.connect(self._measured)

    def show(self, works: Sequence[int]) -> None:
        """Replace the rows."""
        if tuple(works) == self._works:
            return
        self.beginResetModel()
        self._works = tuple(works)
        self._ascending = all(map(lt, self._works, islice(self._works, 1, None)))
        self._row_of = {} if self._ascending else {work: row for row, work in enumerate(self._works)}
        self._looked_at.clear()
        self._shelf.keep(self, ())
        self.endResetModel()

    def retell(self) -> None:
        """Names are told in another language now."""
        if self._works:
            self.dataChanged.emit(self.index(0), self.index(len(self._works) - 1), [Role.TITLE, Role.CREATOR])

    @Slot(int)
    def leave(self, work: int) -> None:
        """The thumbnail of a work is out of sight."""
        self._looked_at.discard((work, None))
        self._shelf.keep(self, self._looked_at)

    def row_of(self, work: int) -> int:
        """The row of a work, -1 when it is not on show."""
        if not self._ascending:
            return self._row_of.get(work, -1)
        row = bisect_left(self._works, work)
        return row if row < len(self._works) and self._works[row] == work else -1

    @property
    def works(self) -> tuple[int, ...]:
        """The works on show, in order."""
        return self._works

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._works)

    def roleNames(self) -> dict[int, QByteArray]:
        return {int(role): QByteArray(name.encode()) for role, name in ROLE_NAMES.items()}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._works):
            return None
        return self.tell(self._works[index.row()], role)

    def tell(self, work: int, role: int) -> Any:
        """What the row of a work tells."""
        match role:
            case Role.WORK:
                return work
            case Role.TITLE | Qt.ItemDataRole.DisplayRole:
                return self._name_of(work)[0]
            case Role.CREATOR:
                return self._name_of(work)[1]
            case Role.PREVIEW:
                self._looked_at.add((work, None))
                return url(self._shelf.find(work, None, Urgency.THUMBNAIL, self).preview)
            case Role.CARD:
                return not self._shelf.has_picture(work)
            case Role.ASPECT:
                self._aspects[work] = self._shelf.aspect(work)
                return self._aspects[work]
            case _:
                return None

    @Slot(int, int)
    def _measured(self, first: int, last: int) -> None:
        rows = [row for row in map(self.row_of, range(first, last + 1)) if row >= 0]
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)), [Role.ASPECT])
            self.reshaped.emit()

    @Slot(int)
    def _picture_changed(self, work: int) -> None:
        row = self.row_of(work)
        if row < 0:
            return
        index, aspect = self.index(row), self._shelf.aspect(work)
        if aspect == self._aspects.get(work, aspect):
            self.dataChanged.emit(index, index, [Role.PREVIEW, Role.CARD])
        else:
            self.dataChanged.emit(index, index, [Role.PREVIEW, Role.CARD, Role.ASPECT])
            self.reshaped.emit()
