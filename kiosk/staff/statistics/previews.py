"""Small pictures of works, as they are embedded in a page."""

from __future__ import annotations

import contextlib
from base64 import b64encode
from queue import SimpleQueue
from typing import TYPE_CHECKING

import msgspec

from kiosk.pictures.orders import Ready
from kiosk.pictures.workers.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kiosk.exhibition.model import Exhibition
    from kiosk.pictures.orders import Rendition, Result
    from kiosk.pictures.storage.cache import Cache

_KINDS = {".jpg": "image/jpeg", ".png": "image/png"}


class Preview(msgspec.Struct, frozen=True):
    """A picture as a data: address, and its shape in pixels of the source."""

    address: str
    width: int
    height: int


def previews(exhibition: Exhibition, works: Iterable[str], cache: Cache) -> dict[str, Preview]:
    """The previews of those of `works`, by their ids, that have a picture which can be shown.

    They are those of the show; one that was not made yet is made now, by the workers.
    """
    pictures = {
        exhibition.works[exhibition.index_by_id[work]].picture: work for work in works if work in exhibition.index_by_id
    }
    made = {source: cache.find(source, None) for source in pictures if source}
    missing = [source for source, rendition in made.items() if rendition is None]
    made.update(_make(missing, exhibition.folder, cache))
    told = ((pictures[source], _embedded(rendition)) for source, rendition in made.items() if rendition)
    return {work: preview for work, preview in told if preview}


def _make(sources: list[Path], folder: Path, cache: Cache) -> dict[Path, Rendition | None]:
    results: SimpleQueue[Result] = SimpleQueue()
    if not sources:
        return {}
    with contextlib.closing(Workshop(cache)) as workshop:
        for source in sources:
            workshop.order(source, folder, None, 0, results.put)
        done = [results.get() for _ in sources]
    return {each.source: each.rendition for each in done if isinstance(each, Ready)}


def _embedded(rendition: Rendition) -> Preview | None:
    try:
        content = b64encode(rendition.preview.read_bytes()).decode("ascii")
    except OSError:
        return None
    kind = _KINDS[rendition.preview.suffix]
    return Preview(f"data:{kind};base64,{content}", rendition.width, rendition.height)
