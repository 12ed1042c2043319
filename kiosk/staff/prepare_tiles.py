"""Cutting the pictures that a visitor may look at closer into tiles, ahead of time."""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.problems import Problem
from kiosk.pictures.orders import Failed, PyramidReady
from kiosk.pictures.pyramid import Pyramid
from kiosk.pictures.refusal import FAULTS_OF_THE_MACHINE
from kiosk.pictures.workers.orderbook import Urgency
from kiosk.pictures.workers.workshop import Workshop
from kiosk.staff.inspection import to_nobody
from kiosk.staff.prepare import ENDS_IT, HANDED_OUT, ROOM, all_processors, size_needed
from kiosk.visit.boxes import needs_tiles

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kiosk.exhibition.model import Exhibition
    from kiosk.pictures.orders import Box
    from kiosk.pictures.storage.cache import Cache
    from kiosk.staff.inspection import Progress


class Tiling(msgspec.Struct, frozen=True, kw_only=True):
    """What came of cutting `total` pictures into tiles; the rest as for `Preparation`. `taken` counts the tiles'."""

    total: int
    found: int = 0
    made: int = 0
    refused: dict[Path, Failed] = {}
    taken: int = 0
    stopped: bool = False
    ended: Problem | None = None


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
        self._room = ROOM * cache.budget_bytes - taken
        zoomed = dict.fromkeys(work.picture for work in exhibition.works if work.picture and work.allow_zoom)
        known = cache.known_sizes(source for source in zoomed if source not in without)
        self._pyramids = {
            source: Pyramid(*size)
            for source, size in known.items()
            if any(needs_tiles(size, screen) for screen in sizes)
        }
        self._again: set[Path] = set()
        self._news: SimpleQueue[PyramidReady | Failed | None] = SimpleQueue()
        self._under_way = 0
        self._found = self._made = self._taken = 0
        self._refused: dict[Path, Failed] = {}
        self._stopped = False
        self._ended: Problem | None = None
        self._progress: Progress = to_nobody

    @property
    def total(self) -> int:
        """How many pictures there are to cut."""
        return len(self._pyramids)

    def stop(self) -> None:
        """Come to an end with the pictures that are being cut. May be called by a signal handler."""
        self._stopped = True
        self._news.put(None)

    def run(self, progress: Progress = to_nobody) -> Tiling:
        """Cut everything. Returns when it is done, or soon after `stop`."""
        self._progress = progress
        # Of the workers of a show no more than half cut tiles.
        workshop = Workshop(self._cache, 2 * self._workers)
        try:
            for source in self._pyramids:
                self._begin(workshop, source)
            while self._under_way:
                self._hear(workshop)
        finally:
            workshop.close()
        return Tiling(
            total=self.total,
            found=self._found,
            made=self._made,
            refused=self._refused,
            taken=self._taken,
            stopped=self._stopped,
            ended=self._ended,
        )

    @property
    def _over(self) -> bool:
        return self._stopped or self._ended is not None

    def _begin(self, workshop: Workshop, source: Path) -> None:
        while not self._over and self._under_way >= HANDED_OUT * self._workers:
            self._hear(workshop)
        if self._over:
            return
        taken = self._cache.tiles_taken(source, self._pyramids[source])
        if taken is None:
            self._order(workshop, source)
        else:
            self._found += 1
            self._count(taken)

    def _order(self, workshop: Workshop, source: Path) -> None:
        self._under_way += 1
        workshop.order_tiles(source, self._folder, Urgency.REST, lambda _: None, self._news.put)

    def _hear(self, workshop: Workshop) -> None:
        result = self._news.get()
        if result is None:
            return
        self._under_way -= 1
        if isinstance(result, PyramidReady):
            self._made += 1
            self._count(self._cache.tiles_taken(result.source, self._pyramids[result.source]) or 0)
        elif result.rule in ENDS_IT:
            self._ended = Problem(rule=result.rule, message=result.message, remedy=result.remedy)
        elif result.rule in FAULTS_OF_THE_MACHINE and result.source not in self._again and not self._over:
            self._again.add(result.source)
            self._order(workshop, result.source)
        else:
            self._refused[result.source] = result
            self._tell()

    def _count(self, taken: int) -> None:
        self._taken += taken
        done = self._found + self._made
        if self._taken > self._room and not self._ended:
            used = ROOM * self._cache.budget_bytes - self._room
            self._ended = Problem(
                rule="cache-too-small",
                message=f"The tiles of only {done:,} of {self.total:,} large pictures have room in the cache.",
                remedy=size_needed(used + self._taken * self.total / done),
            )
        self._tell()

    def _tell(self) -> None:
        self._progress(self._found + self._made + len(self._refused), self.total)
