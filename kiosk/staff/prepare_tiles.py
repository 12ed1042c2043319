"""Cutting the pictures that a visitor may look at closer into tiles, ahead of time."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kiosk.exhibition.problems import Problem
from kiosk.pictures.pyramid import Pyramid
from kiosk.pictures.workers.orderbook import Urgency
from kiosk.pictures.workers.workshop import Workshop
from kiosk.staff.inspection import to_nobody
from kiosk.staff.series import ROOM, Series, Tally, all_processors, size_needed
from kiosk.visit.boxes import needs_tiles, pair_box

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from kiosk.exhibition.model import Exhibition
    from kiosk.pictures.orders import Box, Failed, PyramidReady
    from kiosk.pictures.storage.cache import Cache
    from kiosk.staff.inspection import Progress


class Cutting:
    """Cuts into tiles what visitors may look at closer and no screen of these `sizes` shows in full.

    `without` are pictures that cannot be shown; `taken` bytes of the cache are in use for other pictures of the
    exhibition already. What is there is left alone.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        cache: Cache,
        sizes: Sequence[Box],
        workers: int | None = None,
        without: Collection[Path] = (),
        taken: int = 0,
    ) -> None:
        self._folder = exhibition.folder
        self._cache = cache
        self._workers = workers or all_processors()
        self._used = taken
        zoomed = dict.fromkeys(work.picture for work in exhibition.works if work.picture and work.allow_zoom)
        known = cache.known_sizes(source for source in zoomed if source not in without)
        paired = {exhibition.works[index].picture for index in chain.from_iterable(exhibition.traits.pairs)}
        self._pyramids = {
            source: Pyramid(*size)
            for source, size in known.items()
            if any(needs_tiles(size, pair_box(screen) if source in paired else screen) for screen in sizes)
        }
        self._workshop: Workshop | None = None
        self._series: Series[PyramidReady] = Series(len(self._pyramids), self._workers, self._order, self._count_made)

    @property
    def total(self) -> int:
        """How many pictures there are to cut."""
        return self._series.total

    def stop(self) -> None:
        """Come to an end with the pictures that are being cut. May be called by a signal handler."""
        self._series.stop()

    def run(self, progress: Progress = to_nobody) -> Tally:
        """Cut everything; `taken` counts the tiles' bytes. Returns when it is done, or soon after `stop`."""
        self._series.progress = progress
        # Of the workers of a show no more than half cut tiles.
        self._workshop = Workshop(self._cache, 2 * self._workers)
        try:
            for source in self._pyramids:
                if self._series.wait_for_room():
                    self._begin(source)
            self._series.finish()
        finally:
            self._workshop.close()
        return self._series.tally()

    def _begin(self, source: Path) -> None:
        taken = self._cache.tiles_taken(source, self._pyramids[source])
        if taken is None:
            self._series.hand_out(source)
        else:
            self._count(taken, made=False)

    def _order(self, source: Path, done: Callable[[PyramidReady | Failed], None]) -> None:
        if self._workshop:
            self._workshop.order_tiles(source, self._folder, Urgency.REST, lambda _: None, done)

    def _count_made(self, cut: PyramidReady) -> None:
        self._count(self._cache.tiles_taken(cut.source, self._pyramids[cut.source]) or 0, made=True)

    def _count(self, taken: int, *, made: bool) -> None:
        """Note that a picture is cut, and end it all when the cache can hold no more."""
        series = self._series
        series.done(taken, made=made)
        if self._used + series.taken > ROOM * self._cache.budget_bytes and not series.ended:
            series.ended = Problem(
                rule="cache-too-small",
                message=f"The tiles of only {series.ready:,} of {self.total:,} large pictures have room in the cache.",
                remedy=size_needed(self._used + series.taken * self.total / series.ready),
            )
        series.tell()
