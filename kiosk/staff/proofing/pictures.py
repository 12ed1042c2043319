"""The pictures of a proof sheet: made small by workers as for the show, in order, few in memory at a time."""

from __future__ import annotations

import contextlib
from collections import deque
from itertools import islice
from queue import SimpleQueue
from typing import TYPE_CHECKING

import msgspec

from kiosk.pictures.making.slim import slim
from kiosk.pictures.orders import Failed
from kiosk.pictures.storage.cache import Cache
from kiosk.pictures.workers.workshop import Workshop
from kiosk.staff.rooms import room

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

    from kiosk.pictures.orders import Result

SIDE = 900
"""Pixels of a picture's longer side: 200 a inch where it is 11 cm long."""
QUALITY = 82
_AHEAD = 8
"""Pictures that are made ahead of the one that is needed next."""
_ROOM_BYTES = 1 << 28
_ATTEMPTS = 3


class Small(msgspec.Struct, frozen=True):
    """A picture as it is printed: a JPEG. `width` and `height` are the source's, as shown."""

    jpeg: bytes
    width: int
    height: int


def small_pictures(sources: Iterable[Path | None], folder: Path) -> Generator[Small | Failed | None]:
    """Each of `sources` inside `folder` made small, or why it cannot be shown; None for None. In their order."""
    with (
        room("proof") as place,
        contextlib.closing(Workshop(cache := Cache(place, _ROOM_BYTES))) as workshop,
    ):
        waiting: deque[tuple[Path, SimpleQueue[Result]] | None] = deque()
        coming = iter(sources)
        while True:
            for source in islice(coming, _AHEAD - len(waiting)):
                waiting.append(_ordered(workshop, source, folder) if source else None)
            if not waiting:
                return
            asked = waiting.popleft()
            yield _small(workshop, cache, *asked, folder) if asked else None


def _ordered(workshop: Workshop, source: Path, folder: Path) -> tuple[Path, SimpleQueue[Result]]:
    answer: SimpleQueue[Result] = SimpleQueue()
    workshop.order(source, folder, (SIDE, SIDE), 0, answer.put)
    return source, answer


def _small(workshop: Workshop, cache: Cache, source: Path, answer: SimpleQueue[Result], folder: Path) -> Small | Failed:
    """The picture that was ordered, and no more of it in the cache; again, where it went with one of its content."""
    for attempt in range(_ATTEMPTS):
        result = answer.get()
        if isinstance(result, Failed):
            return result
        rendition = result.rendition
        with contextlib.suppress(OSError):
            small = Small(slim(rendition.screen or rendition.preview, QUALITY), rendition.width, rendition.height)
            cache.discard(rendition)
            return small
        if attempt + 1 < _ATTEMPTS:
            answer = _ordered(workshop, source, folder)[1]
    return Failed(source, "unreadable", "The picture could not be made small.", "Make the proof again.")
