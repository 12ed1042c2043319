"""What makes a picture sharp that a visitor looks at closer: its tiles, made in the background, a few of them shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.bridge.closer.tiles_model import TilesModel
from kiosk.pictures.pyramid import Pyramid
from kiosk.visit import budgets
from kiosk.visit.boxes import needs_tiles
from kiosk.visit.sharpening import Sharpening

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.bridge.pictures.shelf import Size
    from kiosk.bridge.pictures.tile_shelf import TileShelf
    from kiosk.pictures.pyramid import Tile, View

SOON_MS = 40
"""A picture in motion is looked at no more often than this."""


class Tiles(QObject):
    """The tiles of one work at a time; `changed` says that `sharp` may be new."""

    changed = Signal()

    def __init__(self, shelf: TileShelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = TilesModel(self)
        self._shelf = shelf
        self._work = -1
        self._source: Path | None = None
        self._sharpening: Sharpening | None = None
        self._seen: View = (0, 0, 1, 1)
        self._leaving: View | None = None
        self._scale = 0.0
        self._wanted: tuple[Tile, ...] = ()
        self._made: dict[Tile, Path] = {}
        self._loaded: set[Tile] = set()
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.choose)
        shelf.made.connect(self._more_made)

    @property
    def sharp(self) -> bool:
        """Whether everything in view is as sharp as it can be made so far and nothing more is on its way."""
        if self._sharpening is None:
            return True
        missing = [tile for tile in self._wanted if tile not in self._loaded]
        return not self._soon.isActive() and not (missing and (self._shelf.waiting or self._loading))

    @property
    def _loading(self) -> bool:
        return any(tile not in self._loaded for tile in self.model.tiles)

    def begin(self, work: int, source: Path, picture: Size, screen: Size, made_for: Size | None = None) -> None:
        """A visitor looks closer at a picture of so many pixels, (width, height), on a screen of so many.

        One of which its rendition, made for the box `made_for`, has every pixel needs no tiles.
        """
        self.end()
        box = made_for or screen
        if needs_tiles(picture, box):
            sharp_until = min(box[0] / picture[0], box[1] / picture[1])
            self._work, self._source = work, source
            self._sharpening = Sharpening(Pyramid(*picture), sharp_until, budgets.tiles(screen))
            self._shelf.hold(source)
            self._shelf.order(work, source)

    def look(self, seen: View, scale: float, leaving: View | None = None) -> None:
        """What will be seen of the picture: left, top, right, bottom in its fractions, and screen pixels for one of it.

        `leaving`: what is seen now, while the picture is on its way there.
        """
        if self._sharpening and (seen, scale, leaving) != (self._seen, self._scale, self._leaving):
            self._seen, self._scale, self._leaving = seen, scale, leaving
            if not self._soon.isActive():
                self._soon.start()
                self.changed.emit()

    def choose(self) -> None:
        """Show the tiles that are needed now."""
        self._soon.stop()
        if self._sharpening is None:
            return
        self._wanted = self._sharpening.wanted(self._seen, self._scale)
        before = self.model.tiles
        chosen = self._sharpening.shown(self._wanted, self._seen, self._is_made, before, self._loaded, self._leaving)
        self._loaded.intersection_update(chosen)
        self.model.show(self._sharpening.pyramid, {tile: self._made[tile] for tile in chosen})
        self.changed.emit()

    def loaded(self, row: int) -> None:
        """The tile in a row is on the screen."""
        tile = self.model.tile(row)
        if tile and tile not in self._loaded:
            self._loaded.add(tile)
            if not any(self._missing()):
                self.choose()
            self.changed.emit()

    def lost(self, row: int) -> None:
        """The file of the tile in a row cannot be loaded: it is made anew."""
        tile = self.model.tile(row)
        if tile and self._source:
            self._made.pop(tile, None)
            self._loaded.discard(tile)
            self._shelf.lost(self._work, self._source, tile)
            self._soon.start()

    def rest(self) -> None:
        """No more tiles are needed than are shown."""
        if self._source is not None:
            self._shelf.withdraw(self._source)
        self._source = self._sharpening = None
        self._soon.stop()

    def end(self) -> None:
        """Nobody looks closer any more: nothing is shown."""
        self.rest()
        self._shelf.hold(None)
        self._wanted = ()
        self._made.clear()
        self._loaded.clear()
        self.model.clear()
        self.changed.emit()

    def _missing(self) -> Iterator[Tile]:
        return (tile for tile in self._wanted if tile not in self._loaded)

    def _is_made(self, tile: Tile) -> bool:
        if tile not in self._made and self._source:
            file = self._shelf.find(self._source, tile)
            if file:
                self._made[tile] = file
        return tile in self._made

    def _more_made(self, source: Path) -> None:
        if source == self._source:
            self._soon.start()
