"""Making all pictures of an exhibition ready ahead of time, for the screens it will be shown on."""

from __future__ import annotations

import os
from math import ceil
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.problems import Problem
from kiosk.pictures.orders import Box, Failed, Measured, Ready
from kiosk.pictures.refusal import FAULTS_OF_THE_MACHINE
from kiosk.pictures.workers.orderbook import Urgency
from kiosk.pictures.workers.workshop import Workshop
from kiosk.staff.inspection import to_nobody
from kiosk.visit.attract import loop_works
from kiosk.visit.boxes import LOGO_BOX, show_boxes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.exhibition.model import Exhibition
    from kiosk.pictures.orders import Measurement, Rendition, Result
    from kiosk.pictures.storage.cache import Cache
    from kiosk.staff.inspection import Progress

BATCH = 256
"""Pictures whose sizes are learned at a time, before they are made ready."""
HANDED_OUT = 3
"""Orders per worker that wait in the workshop: enough to keep it busy, however many pictures there are."""
ROOM = 0.9
"""The share of the cache's budget that a sweep leaves full."""
ENDS_IT = frozenset({"disk-full", "cache-unwritable"})
"""Rules after which no further picture could be kept."""


class Preparation(msgspec.Struct, frozen=True, kw_only=True):
    """What came of preparing `total` pictures in `folder` for screens of these `sizes` (width, height).

    `found` were ready before, `made` are now, `refused` cannot be shown; the rest was not come to, for the reason
    that is `ended`, or because somebody `stopped` it. `taken` counts the bytes of all that is ready.
    """

    folder: Path
    sizes: tuple[Box, ...]
    total: int
    found: int = 0
    made: int = 0
    refused: dict[Path, Failed] = {}
    taken: int = 0
    stopped: bool = False
    ended: Problem | None = None


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
        self._progress: Progress = to_nobody
        loop = {exhibition.works[index].picture for index in loop_works(exhibition.traits)}
        named = dict.fromkeys(work.picture for work in exhibition.works if work.picture)
        self._in_loop = {source: source in loop for source in named}
        self._logo = exhibition.brand.logo
        self._sources = (*filter(None, [self._logo]), *(source for source in named if source != self._logo))
        self._boxes: dict[Path, tuple[Box, ...]] = {}
        self._again: set[Path] = set()
        self._news: SimpleQueue[Result | None] = SimpleQueue()
        self._under_way = 0
        self._found = self._made = self._taken = 0
        self._counted: set[str] = set()
        self._refused: dict[Path, Failed] = {}
        self._stopped = False
        self._ended: Problem | None = None

    def stop(self) -> None:
        """Come to an end with the pictures that are being made. May be called by a signal handler."""
        self._stopped = True
        self._news.put(None)

    @property
    def total(self) -> int:
        """How many pictures there are."""
        return len(self._sources)

    def run(self, progress: Progress = to_nobody) -> Preparation:
        """Prepare everything. Returns when it is done, or soon after `stop`."""
        self._progress = progress
        workshop = Workshop(self._cache, self._workers)
        try:
            for start in range(0, len(self._sources), BATCH):
                self._batch(workshop, self._sources[start : start + BATCH])
            while self._under_way:
                self._hear(workshop)
        finally:
            workshop.close()
        return Preparation(
            folder=self._cache.folder,
            sizes=self._sizes,
            total=len(self._sources),
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

    def _batch(self, workshop: Workshop, sources: Sequence[Path]) -> None:
        for source, size in self._measured(workshop, sources):
            self._boxes[source] = self._boxes_of(source, size)
            found = [self._cache.find(source, box) for box in self._boxes[source]]
            missing = [box for box, made in zip(self._boxes[source], found, strict=True) if made is None]
            while missing and not self._over and self._under_way >= HANDED_OUT * self._workers:
                self._hear(workshop)
            if self._over:
                return
            if missing:
                self._order(workshop, source, missing)
            else:
                self._found += 1
                self._count(source, found)

    def _boxes_of(self, source: Path, size: Box) -> tuple[Box, ...]:
        wanted = [LOGO_BOX] if source == self._logo else []
        if source in self._in_loop:
            for screen in self._sizes:
                wanted += show_boxes(size, screen, in_loop=self._in_loop[source])
        return tuple(dict.fromkeys(wanted))

    def _measured(self, workshop: Workshop, sources: Sequence[Path]) -> Iterator[tuple[Path, Box]]:
        """The sources that can be read and their sizes, those known from before at once."""
        known = self._cache.known_sizes(sources)
        yield from known.items()
        unknown = [source for source in sources if source not in known]
        news: SimpleQueue[Sequence[Measurement]] = SimpleQueue()
        workshop.measure(unknown, self._folder, news.put, Urgency.REST + 1)
        left = len(unknown)
        while left and not self._over:
            measurements = news.get()
            left -= len(measurements)
            for item in measurements:
                if isinstance(item, Measured):
                    yield item.source, (item.header.width, item.header.height)
                else:
                    self._refuse(item)

    def _order(self, workshop: Workshop, source: Path, boxes: Sequence[Box]) -> None:
        self._under_way += 1
        workshop.order(source, self._folder, boxes[0], Urgency.REST, self._news.put, tuple(boxes[1:]))

    def _hear(self, workshop: Workshop) -> None:
        """Wait for the next picture, or for `stop`."""
        result = self._news.get()
        if result is None:
            return
        self._under_way -= 1
        if isinstance(result, Ready):
            self._made += 1
            self._count(result.source, [self._cache.find(result.source, box) for box in self._boxes[result.source]])
        elif result.rule in ENDS_IT:
            self._ended = Problem(rule=result.rule, message=result.message, remedy=result.remedy)
        elif result.rule in FAULTS_OF_THE_MACHINE and result.source not in self._again and not self._over:
            self._again.add(result.source)
            self._order(workshop, result.source, self._boxes[result.source])
        else:
            self._refuse(result)

    def _refuse(self, failed: Failed) -> None:
        self._refused[failed.source] = failed
        self._tell()

    def _count(self, source: Path, ready: Sequence[Rendition | None]) -> None:
        """Note that a picture is ready, and end it all when the cache can hold no more."""
        del self._boxes[source]
        files = {path for one in ready if one for path in (one.screen, one.preview) if path}
        new = {path for path in files if path.name not in self._counted}
        self._counted.update(path.name for path in new)
        self._taken += sum(map(_length, new))
        if self._taken > ROOM * self._cache.budget_bytes and not self._ended:
            self._ended = self._full()
        self._tell()

    def _full(self) -> Problem:
        needed = self._taken * len(self._sources) / (self._found + self._made)
        return Problem(
            rule="cache-too-small",
            message=f"Only {self._found + self._made:,} of {len(self._sources):,} pictures have room in the cache.",
            remedy=size_needed(needed),
        )

    def _tell(self) -> None:
        self._progress(self._found + self._made + len(self._refused), len(self._sources))


def size_needed(count: float) -> str:
    """What to do when all that is to be prepared takes `count` bytes, more than there is room for."""
    gigabytes = ceil(count / ROOM / 1e8) / 10
    return f"Set cache.size_gb to {gigabytes:.1f} in config.yaml and prepare again; the rest is made when it is shown."


def all_processors() -> int:
    """One worker for each processor this process may use: while pictures are prepared no show needs one."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def _length(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
