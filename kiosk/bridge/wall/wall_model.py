"""The wall's rows: justified thumbnails, laid out by Python, drawn by a list view that makes only what is seen."""

from __future__ import annotations

from array import array
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement

from kiosk.bridge.pictures.shelf import Shelf, Size, Urgency
from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.stage.slide import url
from kiosk.bridge.wall.works_model import ROLE_NAMES as WORK_ROLE_NAMES
from kiosk.bridge.wall.works_model import Role as WorkRole
from kiosk.bridge.wall.works_model import WorksModel
from kiosk.pictures.orders import PREVIEW_SIDE
from kiosk.visit.wall import justify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.bridge.pictures.claims import Place
    from kiosk.visit.wall import Rows

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "WallModel"]

Index = QModelIndex | QPersistentModelIndex


BOXES: tuple[Size, ...] = ((960, 960), (1920, 1920))
"""Boxes of the renditions for thumbnails that are larger than a preview."""
SOFT = 1.2
"""How much a rendition may be enlarged before one sees it."""


LAY_OUT_AFTER_MS = 100
WORKS_PER_MS = 50
"""Sizes become known in batches: the wall is laid out anew for several of them at a time, and less often the larger it
is, so that laying it out takes a small part of the time."""


class Role(IntEnum):
    """What a row tells: its thumbnails and its height in pixels."""

    THUMBNAILS = Qt.ItemDataRole.UserRole + 1
    HEIGHT = Qt.ItemDataRole.UserRole + 2


TOLD = {role: name for role, name in WORK_ROLE_NAMES.items() if role is not WorkRole.PREVIEW}
ROLE_NAMES = {Role.THUMBNAILS: "thumbnails", Role.HEIGHT: "rowHeight"}


@QmlElement
@made_in_python
class WallModel(QAbstractListModel):
    """A row for each row of the wall.

    `rehung` says that other works hang there now. A row's thumbnails are a list of
    {work, title, creator, preview, card, width}; `works` has a row for each, in order. It is laid out only
    while it is watched.
    """

    rehung = Signal()

    def __init__(self, works: WorksModel, shelf: Shelf) -> None:
        super().__init__()
        self._works = works
        self._shelf = shelf
        self._rows: Rows = justify((), 1.0, 1.0, 0.0)
        self._hung: tuple[int, ...] = ()
        self._aspects = array("d")
        self._watched = True
        self._stale = False
        self._looked_at: dict[int, set[Place]] = {}
        self._width = 0.0
        self._target = 0.0
        self._gap = 0.0
        self._ratio = 1.0
        self._soon = QTimer(self, singleShot=True, interval=LAY_OUT_AFTER_MS)
        self._soon.timeout.connect(self._lay_out)
        works.modelReset.connect(self._hang_others)
        works.dataChanged.connect(self._works_changed)

    @Slot(float, float, float, float)
    def fit(self, width: float, targetHeight: float, gap: float, ratio: float) -> None:
        """Lay the wall out for a width, the height a row should have and the gap between thumbnails.

        `ratio` is how many pixels of the screen one of these units has.
        """
        self._ratio = ratio
        if (width, targetHeight, gap) != (self._width, self._target, self._gap):
            self._width, self._target, self._gap = width, targetHeight, gap
            self._lay_out()

    @Slot(bool)
    def watch(self, watched: bool) -> None:
        """Whether the wall can be seen."""
        self._watched = watched
        if watched and self._stale:
            self._lay_out()
        if not watched:
            self._looked_at.clear()
            self._look()

    @Slot(int)
    def leave(self, row: int) -> None:
        """A row is out of sight."""
        self._looked_at.pop(row, None)
        self._look()

    @Slot(int, result=int)
    def rowOf(self, work: int) -> int:
        """The row in which a work hangs, -1 when it is not on show."""
        return -1 if self._stale else self._rows.with_work(self._works.row_of(work))

    @Slot(int, result=int)
    def rowAt(self, place: int) -> int:
        """The row in which the work at a place of the wall hangs, -1 when there is none."""
        return -1 if self._stale else self._rows.with_work(place)

    @Slot(int, result=int)
    def firstIn(self, row: int) -> int:
        """The place of the first work in a row, -1 when there is no such row."""
        return self._rows[row].first if 0 <= row < len(self._rows) else -1

    @Slot(QModelIndex, QModelIndex, "QList<int>")
    def _works_changed(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int]) -> None:
        if self._stale:
            return
        if list(roles) != [WorkRole.ASPECT]:
            rows = self._rows.with_work(first.row()), self._rows.with_work(last.row())
            if -1 not in rows:
                self.dataChanged.emit(self.index(rows[0]), self.index(rows[1]), [Role.THUMBNAILS])
        if WorkRole.ASPECT in roles and not self._soon.isActive():
            changed = slice(first.row(), last.row() + 1)
            if self._shelf.aspects(self._hung[changed]) != self._aspects[changed]:
                self._soon.start()

    @Slot()
    def _hang_others(self) -> None:
        self._lay_out()
        self.rehung.emit()

    @Slot()
    def _lay_out(self) -> None:
        self._soon.stop()
        self._stale = not self._watched
        if self._stale:
            return
        self._hung = self._works.works
        self._soon.setInterval(LAY_OUT_AFTER_MS + len(self._hung) // WORKS_PER_MS)
        self._aspects = self._shelf.aspects(self._hung)
        shown = self._aspects if self._width > 0 else ()
        self._replace(justify(shown, self._width, self._target, self._gap))

    def _look(self) -> None:
        self._shelf.keep(self, set().union(*self._looked_at.values()))

    def _replace(self, rows: Rows) -> None:
        """Rows change where they are, so that what a visitor looks at does not move."""
        before, both = self._rows, min(len(self._rows), len(rows))
        if len(rows) < len(before):
            self.beginRemoveRows(QModelIndex(), both, len(before) - 1)
            self._rows = rows
            self.endRemoveRows()
        elif len(rows) > len(before):
            self.beginInsertRows(QModelIndex(), both, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
        self._rows = rows
        if both:
            self.dataChanged.emit(self.index(0), self.index(both - 1), [int(role) for role in Role])
        self._looked_at = {row: places for row, places in self._looked_at.items() if row < len(rows)}
        self._look()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {int(role): QByteArray(name.encode()) for role, name in ROLE_NAMES.items()}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Role.THUMBNAILS:
                self._looked_at[index.row()] = set()
                return [self._thumbnail(index.row(), n) for n in range(len(row.widths))]
            case Role.HEIGHT:
                return row.height
            case _:
                return None

    def _thumbnail(self, number: int, place: int) -> dict[str, Any]:
        row = self._rows[number]
        work, width = self._hung[row.first + place], row.widths[place]
        box = wall_box(max(width, row.height) * self._ratio)
        self._looked_at[number].add((work, box))
        shown = self._shelf.find(work, box, Urgency.THUMBNAIL, self)
        told = {name: self._works.tell(work, role) for role, name in TOLD.items()}
        return {**told, "preview": url(shown.screen or shown.preview), "width": width}


def wall_box(side: float) -> Size | None:
    """The box of a rendition for a thumbnail whose longer side has so many pixels; None: the preview is sharp."""
    if side <= SOFT * PREVIEW_SIDE:
        return None
    return next((box for box in BOXES if side <= SOFT * box[0]), BOXES[-1])
