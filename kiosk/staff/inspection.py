"""Looking at pictures as the show will: through the guard, and if wanted to the last pixel."""

from __future__ import annotations

import tempfile
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import msgspec

from kiosk.pictures.cache import Cache
from kiosk.pictures.guard import Header, Refused, examine
from kiosk.pictures.orders import Failed, Ready, Result
from kiosk.pictures.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Progress = Callable[[int, int], None]
    """Hears how many pictures are done, and how many there are."""

_ROOM_BYTES = 1 << 30


def to_nobody(_done: int, _total: int) -> None:
    """Progress that nobody follows."""


class Inspection(msgspec.Struct, frozen=True):
    """What came of looking at pictures: each is in one of the two."""

    shown: dict[Path, Header]
    refused: dict[Path, Failed]


def inspect(
    sources: Sequence[Path], folder: Path, progress: Progress = to_nobody, *, thorough: bool = False
) -> Inspection:
    """Whether each of `sources` inside `folder` can be shown, told from its header, or by decoding when `thorough`."""
    found = Inspection({}, {})
    for done, source in enumerate(sources, start=1):
        try:
            found.shown[source] = examine(source, folder)
        except Refused as refused:
            found.refused[source] = refused.of(source)
        if not thorough:
            progress(done, len(sources))
    if thorough:
        for done, result in enumerate(_decoded(tuple(found.shown), folder), start=len(found.refused) + 1):
            if isinstance(result, Failed):
                del found.shown[result.source]
                found.refused[result.source] = result
            progress(done, len(sources))
    return found


def _decoded(sources: Sequence[Path], folder: Path) -> Iterator[Result]:
    """What came of decoding each source, in no particular order."""
    with tempfile.TemporaryDirectory(prefix="kiosk-check-", ignore_cleanup_errors=True) as room:
        results: SimpleQueue[Ready | Failed] = SimpleQueue()
        workshop = Workshop(Cache(Path(room), _ROOM_BYTES))
        try:
            for source in sources:
                workshop.order(source, folder, None, 0, results.put)
            for _ in sources:
                yield results.get()
        finally:
            workshop.close()
