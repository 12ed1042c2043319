"""Learning how large all pictures of an exhibition are, a few at a time, while there is nothing better to do."""

from __future__ import annotations

import time
from threading import Thread
from typing import TYPE_CHECKING

from kiosk.exhibition.threads import begin
from kiosk.pictures.orders import Measured

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kiosk.exhibition.model import Work
    from kiosk.pictures.orders import Box, Measurement
    from kiosk.pictures.storage.cache import Cache
    from kiosk.pictures.workers.workshop import Workshop

    Sizes = dict[int, Box]
    """(width, height) of pictures, by the index of their work."""

BATCH = 64
PAUSE_S = 0.01
"""After each batch that was known already, so that the show is never held up for longer than one of them takes."""


def beside(do: Callable[[], None]) -> bool:
    """Do it on a thread of its own. False where the system has none left."""
    return begin(Thread(target=do, name="survey", daemon=True))


class Survey:
    """Goes through `works`, whose pictures are below `folder`, once.

    `tell` hears of each batch, and of nothing at the end, on whatever thread found it.
    """

    def __init__(
        self,
        works: Sequence[Work],
        folder: Path,
        cache: Cache,
        workshop: Workshop,
        tell: Callable[[Sizes], None],
        beside: Callable[[Callable[[], None]], bool] = beside,
        pause_s: float = PAUSE_S,
    ) -> None:
        self._works = works
        self._folder = folder
        self._cache = cache
        self._workshop = workshop
        self._tell = tell
        self._beside = beside
        self._pause_s = pause_s
        self._next = 0
        self._unmeasured: dict[Path, list[int]] = {}
        self._ended = False

    def begin(self) -> bool:
        """Go through the works; returns at once. False where the system has no thread left to do it."""
        return self._beside(self._go_on)

    def end(self) -> None:
        """Look at no more batches."""
        self._ended = True

    def _go_on(self) -> None:
        """Until there is a batch that has to be measured, whose answer leads to the next."""
        while not self._ended and self._next < len(self._works):
            wanted = self._pictures(self._next)
            self._next += BATCH
            known = self._cache.known_sizes(wanted)
            if known:
                self._tell({work: size for source, size in known.items() for work in wanted[source]})
            self._unmeasured = {source: works for source, works in wanted.items() if source not in known}
            if self._unmeasured:
                self._workshop.measure(tuple(self._unmeasured), self._folder, self._hear)
                return
            time.sleep(self._pause_s)
        self._tell({})

    def _pictures(self, first: int) -> dict[Path, list[int]]:
        pictures: dict[Path, list[int]] = {}
        for place, work in enumerate(self._works[first : first + BATCH], first):
            if work.picture:
                pictures.setdefault(work.picture, []).append(place)
        return pictures

    def _hear(self, news: Sequence[Measurement]) -> None:
        sizes: Sizes = {}
        for each in news:
            works = self._unmeasured.pop(each.source, ())
            if isinstance(each, Measured):
                sizes.update(dict.fromkeys(works, (each.header.width, each.header.height)))
        if sizes:
            self._tell(sizes)
        if not self._unmeasured and not self._beside(self._go_on):
            self._go_on()  # on a thread of the workshop's
