"""Looking at pictures as the show will: in a worker, through the guard, and if wanted to the last pixel."""

from __future__ import annotations

import contextlib
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import msgspec

from kiosk.pictures.orders import Failed, Flaw, Header, Measured, Ready
from kiosk.pictures.storage.cache import Cache
from kiosk.pictures.workers.workshop import Workshop
from kiosk.staff.rooms import room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kiosk.pictures.orders import Measurement, Result

    Progress = Callable[[int, int], None]
    """Hears how many pictures are done, and how many there are."""

_ROOM_BYTES = 1 << 30
_HANDED_OUT = 16


def to_nobody(_done: int, _total: int) -> None:
    """Progress that nobody follows."""


class Inspection(msgspec.Struct, frozen=True):
    """What came of looking at pictures: each is shown or refused. `flaws`: what makes no sense in those shown."""

    shown: dict[Path, Header]
    refused: dict[Path, Failed]
    flaws: dict[Path, tuple[Flaw, ...]] = {}


def inspect(
    sources: Sequence[Path], folder: Path, progress: Progress = to_nobody, *, thorough: bool = False
) -> Inspection:
    """Whether each of `sources` inside `folder` can be shown, told from its header, or by decoding when `thorough`.

    Not even a header is read in this process: a picture that hangs or kills whoever reads it is refused for that.
    """
    shown: dict[Path, Header] = {}
    refused: dict[Path, Failed] = {}
    flaws: dict[Path, tuple[Flaw, ...]] = {}
    with _workshop() as (workshop, cache):
        for item in _headers(workshop, sources, folder):
            if isinstance(item, Measured):
                shown[item.source] = item.header
                flaws[item.source] = item.flaws
            else:
                refused[item.source] = item
            if not thorough or isinstance(item, Failed):
                progress(len(refused) + (0 if thorough else len(shown)), len(sources))
        before = len(refused)
        for done, result in enumerate(_decoded(workshop, tuple(shown) if thorough else (), folder), start=1):
            if isinstance(result, Failed):
                del shown[result.source]
                refused[result.source] = result
            else:
                cache.discard(result.rendition)
            progress(before + done, len(sources))
    return Inspection(shown, refused, flaws)


@contextlib.contextmanager
def _workshop() -> Iterator[tuple[Workshop, Cache]]:
    """A workshop with the show's own limits, and a cache that nobody else knows."""
    with room("check") as folder:
        cache = Cache(folder, _ROOM_BYTES)
        with contextlib.closing(Workshop(cache)) as workshop:
            yield workshop, cache


def _headers(workshop: Workshop, sources: Sequence[Path], folder: Path) -> Iterator[Measurement]:
    """What each source says about itself, in no particular order."""
    news: SimpleQueue[Sequence[Measurement]] = SimpleQueue()
    workshop.measure(sources, folder, news.put)
    left = len(sources)
    while left:
        items = news.get()
        left -= len(items)
        yield from items


def _decoded(workshop: Workshop, sources: Sequence[Path], folder: Path) -> Iterator[Result]:
    """What came of decoding each source, in no particular order; a few at a time are handed out."""
    results: SimpleQueue[Ready | Failed] = SimpleQueue()
    waiting = iter(sources)
    for source in islice(waiting, _HANDED_OUT):
        workshop.order(source, folder, None, 0, results.put)
    for _ in sources:
        yield results.get()
        for source in islice(waiting, 1):
            workshop.order(source, folder, None, 0, results.put)
