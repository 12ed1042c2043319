"""The exhibition's logo, made ready like any picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.bridge.relay import relayed
from kiosk.pictures.orders import Ready
from kiosk.pictures.workers.orderbook import Urgency
from kiosk.visit.boxes import LOGO_BOX

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.bridge.pictures.sources import Sources
    from kiosk.exhibition.model import Exhibition
    from kiosk.pictures.orders import Failed, Rendition, Result
    from kiosk.pictures.storage.cache import Cache
    from kiosk.pictures.workers.workshop import Workshop


class Logo(QObject):
    """A logo; `changed` says that it is there. One that cannot be shown is reported through `complain`, once."""

    changed = Signal()
    _arrived = Signal(object)

    def __init__(
        self,
        exhibition: Exhibition,
        cache: Cache,
        workshop: Workshop,
        sources: Sources,
        complain: Callable[[Failed], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._exhibition = exhibition
        self._cache = cache
        self._workshop = workshop
        self._sources = sources
        self._complain = complain
        self._file: Path | None = None
        self._held: Rendition | None = None
        self._ordered = False
        self._arrived.connect(self._receive)

    def find(self) -> Path | None:
        """The logo made ready; None without one, or while it is being made."""
        source = self._exhibition.brand.logo
        if source is not None and not self._ordered:
            self._ordered = True
            if self._cache.has_looked(source):
                self._find_or_order(source)
            else:
                self._sources.looked.connect(self._go_on)
                self._sources.look(source)
        return self._file

    def _go_on(self, source: Path) -> None:
        if source == self._exhibition.brand.logo:
            self._sources.looked.disconnect(self._go_on)
            self._find_or_order(source)
            if self._file:
                self.changed.emit()

    def _find_or_order(self, source: Path) -> None:
        made = self._cache.find_seen(source, LOGO_BOX)
        if made is not None:
            self._keep(made)
        else:
            done = relayed(self._arrived.emit)
            self._workshop.order(source, self._exhibition.folder, LOGO_BOX, Urgency.THUMBNAIL, done)

    def close(self) -> None:
        """Let go of it."""
        if self._held:
            self._cache.release(self._held)
        self._held = self._file = None

    def _keep(self, made: Rendition) -> None:
        self._cache.hold(made)
        self._held, self._file = made, made.screen

    def _receive(self, result: Result) -> None:
        if isinstance(result, Ready):
            self._keep(result.rendition)
            self.changed.emit()
        else:
            self._complain(result)
