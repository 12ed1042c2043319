"""The theme bar's chips."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "Chip", "ThemesModel"]

THEME, CREATOR, WORDS = "theme", "creator", "words"

Index = QModelIndex | QPersistentModelIndex


class Chip(msgspec.Struct, frozen=True):
    """A chip: the theme's id (empty: all works), its name, the works it would show, whether it is chosen.

    `kind` is another than `THEME` for what a visitor asked for otherwise; a tap on such a chip undoes that.
    """

    theme: str
    name: str
    count: int
    chosen: bool
    kind: str = THEME


class Role(IntEnum):
    """What a row tells."""

    THEME = Qt.ItemDataRole.UserRole + 1
    NAME = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3
    CHOSEN = Qt.ItemDataRole.UserRole + 4
    KIND = Qt.ItemDataRole.UserRole + 5


ROLE_NAMES = {
    Role.THEME: "theme",
    Role.NAME: "name",
    Role.COUNT: "works",
    Role.CHOSEN: "chosen",
    Role.KIND: "kind",
}


@QmlElement
@made_in_python
class ThemesModel(QAbstractListModel):
    """A row for "all works" and for each theme, in the curator's order."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: tuple[Chip, ...] = ()

    def show(self, chips: tuple[Chip, ...]) -> None:
        """Replace the rows; the same themes in the same order only change what they tell."""
        if [(chip.theme, chip.kind) for chip in chips] != [(chip.theme, chip.kind) for chip in self._chips]:
            self.beginResetModel()
            self._chips = chips
            self.endResetModel()
        elif chips != self._chips:
            self._chips = chips
            roles = [int(role) for role in Role]
            self.dataChanged.emit(self.index(0), self.index(len(chips) - 1), roles)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._chips)

    def roleNames(self) -> dict[int, QByteArray]:
        return {int(role): QByteArray(name.encode()) for role, name in ROLE_NAMES.items()}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._chips):
            return None
        chip = self._chips[index.row()]
        match role:
            case Role.THEME:
                return chip.theme
            case Role.NAME | Qt.ItemDataRole.DisplayRole:
                return chip.name
            case Role.COUNT:
                return chip.count
            case Role.CHOSEN:
                return chip.chosen
            case Role.KIND:
                return chip.kind
            case _:
                return None
