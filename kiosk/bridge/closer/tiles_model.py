"""The tiles that sharpen the picture a visitor looks at closer, for QML."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtQml import QmlElement

from kiosk.bridge.qmltype import QML_IMPORT_MAJOR_VERSION, QML_IMPORT_NAME, made_in_python
from kiosk.bridge.stage.slide import url

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.pictures.pyramid import Pyramid, Tile

__all__ = ["QML_IMPORT_MAJOR_VERSION", "QML_IMPORT_NAME", "TilesModel"]

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What QML knows of a tile: its file, its level (0 is the finest), the part of the picture it shows, in 0..1."""

    FILE = Qt.ItemDataRole.UserRole + 1
    LEVEL = Qt.ItemDataRole.UserRole + 2
    PART = Qt.ItemDataRole.UserRole + 3


ROLE_NAMES = {Role.FILE: "file", Role.LEVEL: "level", Role.PART: "part"}


@QmlElement
@made_in_python
class TilesModel(QAbstractListModel):
    """The tiles that are shown now. A tile that goes is unloaded, and no longer loaded if it was still being loaded.

    Qt loads first what it was asked for last: new tiles are added with the most needed one last.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[Tile] = []
        self._told: dict[Tile, dict[int, Any]] = {}

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """What is shown."""
        return tuple(self._tiles)

    def tile(self, row: int) -> Tile | None:
        """The tile in a row."""
        return self._tiles[row] if 0 <= row < len(self._tiles) else None

    def show(self, pyramid: Pyramid, files: dict[Tile, Path]) -> None:
        """Show these tiles and no others; `files` names the most needed first."""
        for row in range(len(self._tiles) - 1, -1, -1):
            if self._tiles[row] not in files:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._told[self._tiles.pop(row)]
                self.endRemoveRows()
        new = [tile for tile in reversed(files) if tile not in self._told]
        if new:
            first = len(self._tiles)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._tiles += new
            self._told.update((tile, _told(pyramid, tile, files[tile])) for tile in new)
            self.endInsertRows()

    def clear(self) -> None:
        """Show none."""
        self.beginResetModel()
        self._tiles.clear()
        self._told.clear()
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._tiles)

    def roleNames(self) -> dict[int, QByteArray]:
        return {int(role): QByteArray(name.encode()) for role, name in ROLE_NAMES.items()}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tile = self.tile(index.row()) if index.isValid() else None
        return self._told[tile].get(role) if tile else None


def _told(pyramid: Pyramid, tile: Tile, file: Path) -> dict[int, Any]:
    return {Role.FILE: url(file), Role.LEVEL: tile.level, Role.PART: QRectF(*pyramid.part(tile))}
