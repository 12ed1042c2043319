"""Making all pictures of an exhibition ready ahead of time, for the screens it will be shown on."""

from __future__ import annotations

from itertools import chain
from queue import SimpleQueue
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.problems import Problem
from kiosk.pictures.orders import Box, Failed, Measured, Ready
from kiosk.pictures.workers.orderbook import Urgency
from kiosk.pictures.workers.workshop import Workshop
from kiosk.staff.inspection import to_nobody
from kiosk.staff.series import ROOM, Series, Tally, all_processors, size_needed
from kiosk.visit.attract import loop_works
from kiosk.visit.boxes import LOGO_BOX, show_boxes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kiosk.exhibition.model import Exhibition
    from kiosk.pictures.orders import Measurement, Rendition
    from kiosk.pictures.storage.cache import Cache
    from kiosk.staff.inspection import Progress

BATCH = 256
"""Pictures whose sizes are learned at a time, before they are made ready."""


class Preparation(Tally, frozen=True, kw_only=True):
    """What came of preparing pictures in `folder` for screens of these `sizes` (width, height)."""

    folder: Path
    sizes: tuple[Box, ...]


class Preparing:
    """Prepares the pictures of `exhibition` for screens of these `sizes` in `cache`, `workers` at a time.

    What is there already is left alone, so that it can be stopped and begun again at any time.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        cache: Cache,
        sizes: Sequence[Box],
        workers: int | None = None,
    ) -> None:
        self._folder = exhibition.folder
        self._cache = cache
        self._sizes = tuple(dict.fromkeys(sizes))
        self._workers = workers or all_processors()
        loop = {exhibition.works[index].picture for index in loop_works(exhibition.traits)}
        self._paired = {exhibition.works[index].picture for index in chain.from_iterable(exhibition.traits.pairs)}
        named = dict.fromkeys(work.picture for work in exhibition.works if work.picture)
        self._in_loop = {source: source in loop for source in named}
        self._logo = exhibition.brand.logo
        self._sources = (*filter(None, [self._logo]), *(source for source in named if source != self._logo))
        self._boxes: dict[Path, tuple[Box, ...]] = {}
        self._counted: set[str] = set()
        self._workshop: Workshop | None = None
        self._series: Series[Ready] = Series(len(self._sources), self._workers, self._order, self._count_made)

    def stop(self) -> None:
        """Come to an end with the pictures that are being made. May be called by a signal handler."""
        self._series.stop()

    @property
    def total(self) -> int:
        """How many pictures there are."""
        return self._series.total

    def run(self, progress: Progress = to_nobody) -> Preparation:
        """Prepare everything. Returns when it is done, or soon after `stop`."""
        self._series.progress = progress
        self._workshop = Workshop(self._cache, self._workers)
        try:
            for start in range(0, len(self._sources), BATCH):
                self._batch(self._workshop, self._sources[start : start + BATCH])
            self._series.finish()
        finally:
            self._workshop.close()
        tally = msgspec.structs.asdict(self._series.tally())
        return Preparation(folder=self._cache.folder, sizes=self._sizes, **tally)

    def _batch(self, workshop: Workshop, sources: Sequence[Path]) -> None:
        for source, size in self._measured(workshop, sources):
            self._boxes[source] = self._boxes_of(source, size)
            found = self._found(source)
            if all(found):
                if self._series.over:
                    return
                self._count(source, found, made=False)
            elif self._series.wait_for_room():
                self._series.hand_out(source)
            else:
                return

    def _boxes_of(self, source: Path, size: Box) -> tuple[Box, ...]:
        wanted = [LOGO_BOX] if source == self._logo else []
        if source in self._in_loop:
            for screen in self._sizes:
                wanted += show_boxes(size, screen, in_loop=self._in_loop[source], paired=source in self._paired)
        return tuple(dict.fromkeys(wanted))

    def _found(self, source: Path) -> list[Rendition | None]:
        return [self._cache.find(source, box) for box in self._boxes[source]]

    def _measured(self, workshop: Workshop, sources: Sequence[Path]) -> Iterator[tuple[Path, Box]]:
        """The sources that can be read and their sizes, those known from before at once."""
        known = self._cache.known_sizes(sources)
        yield from known.items()
        unknown = [source for source in sources if source not in known]
        news: SimpleQueue[Sequence[Measurement]] = SimpleQueue()
        workshop.measure(unknown, self._folder, news.put, Urgency.REST + 1)
        left = len(unknown)
        while left and not self._series.over:
            measurements = news.get()
            left -= len(measurements)
            for item in measurements:
                if isinstance(item, Measured):
                    yield item.source, (item.header.width, item.header.height)
                else:
                    self._series.refuse(item)

    def _order(self, source: Path, done: Callable[[Ready | Failed], None]) -> None:
        """Ask for what is missing of a picture."""
        if self._workshop:
            boxes = self._boxes[source]
            missing = [box for box, made in zip(boxes, self._found(source), strict=True) if not made] or boxes
            self._workshop.order(source, self._folder, missing[0], Urgency.REST, done, tuple(missing[1:]))

    def _count_made(self, ready: Ready) -> None:
        self._count(ready.source, self._found(ready.source), made=ready.made)

    def _count(self, source: Path, ready: Sequence[Rendition | None], *, made: bool) -> None:
        """Note that a picture is ready, and end it all when the cache can hold no more."""
        del self._boxes[source]
        files = {path for one in ready if one for path in (one.screen, one.preview) if path}
        new = {path for path in files if path.name not in self._counted}
        self._counted.update(path.name for path in new)
        self._series.done(sum(map(_length, new)), made=made)
        if self._series.taken > ROOM * self._cache.budget_bytes and not self._series.ended:
            self._series.ended = self._full()
        self._series.tell()

    def _full(self) -> Problem:
        ready = self._series.ready
        return Problem(
            rule="cache-too-small",
            message=f"Only {ready:,} of {self.total:,} pictures have room in the cache.",
            remedy=size_needed(self._series.taken * self.total / ready),
        )


def _length(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
