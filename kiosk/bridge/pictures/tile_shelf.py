"""Where the bridge finds the tiles of a picture: on disk, or an order for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.bridge.relay import relayed
from kiosk.pictures.orders import Failed, TilesMade
from kiosk.pictures.refusal import FAULTS_OF_THE_MACHINE, NO_ROOM, NOT_THE_PICTURES, OF_ITS_DRIVE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.pictures.orders import PyramidReady
    from kiosk.pictures.pyramid import Tile
    from kiosk.pictures.storage.cache import Cache
    from kiosk.pictures.workers.workshop import Workshop


class TileShelf(QObject):
    """The tiles of the pictures in a folder.

    `made(source)` says that more tiles of a picture are there, or that no more will come. A picture that cannot be cut
    into tiles is reported through `complain`, once.
    """

    made = Signal(object)
    _arrived = Signal(object)

    def __init__(
        self,
        folder: Path,
        cache: Cache,
        workshop: Workshop,
        urgency: int,
        complain: Callable[[int, Failed], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._cache = cache
        self._workshop = workshop
        self._urgency = urgency
        self._complain = complain
        self._work = -1
        self._wanted: Path | None = None
        self._held: Path | None = None
        self._faulty: set[Path] = set()
        self._failed: set[Path] = set()
        self._arrived.connect(self._receive)

    @property
    def waiting(self) -> bool:
        """Whether tiles are being made."""
        return self._wanted is not None

    def hold(self, source: Path | None) -> None:
        """Note whose tiles are on the screen: they are not swept from the cache. Those of one picture at a time."""
        before, self._held = self._held, self._cache.tiles_folder(source) if source else None
        if self._held:
            self._cache.hold(self._held)
        if before:
            self._cache.release(before)

    def order(self, work: int, source: Path) -> None:
        """Have all tiles of a work's picture made that are not there yet, and no longer those of another."""
        if source == self._wanted or source in self._failed:
            return
        if self._wanted is not None:
            self.withdraw(self._wanted)
        self._work, self._wanted = work, source
        done = relayed(self._arrived.emit)
        self._workshop.order_tiles(source, self._folder, self._urgency, done, done)

    def withdraw(self, source: Path) -> None:
        """Nobody looks at a picture closely any more: what is made of its tiles is enough."""
        if source == self._wanted:
            self._wanted = None
            self._workshop.withdraw_tiles(source)

    def close(self) -> None:
        """Nobody looks closely at anything any more."""
        self.hold(None)
        if self._wanted is not None:
            self.withdraw(self._wanted)

    def find(self, source: Path, tile: Tile) -> Path | None:
        """The file of a tile; None while it is not made."""
        return self._cache.tile(source, tile)

    def lost(self, work: int, source: Path, tile: Tile) -> None:
        """The file of a tile is gone or cannot be loaded: it is made again."""
        self._cache.discard_tile(source, tile)
        self._wanted = None
        self.order(work, source)

    def _receive(self, news: TilesMade | PyramidReady | Failed) -> None:
        if news.source == self._wanted and not isinstance(news, TilesMade):
            self._wanted = None
            if isinstance(news, Failed):
                self._refuse(news)
        self.made.emit(news.source)

    def _refuse(self, failed: Failed) -> None:
        """Note a picture that cannot be cut; a fault of the machine is given a second attempt first.

        One that is shown and cannot be reached has lost its drive, of which staff are told elsewhere.
        """
        if failed.rule in FAULTS_OF_THE_MACHINE and failed.source not in self._faulty:
            self._faulty.add(failed.source)
            self.order(self._work, failed.source)
            return
        self._faulty.discard(failed.source)
        if failed.rule not in NOT_THE_PICTURES:
            self._failed.add(failed.source)
        if failed.rule not in OF_ITS_DRIVE | NO_ROOM:
            self._complain(self._work, failed)
