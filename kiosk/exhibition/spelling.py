"""Finding files whose names the disk spells a little differently: other capitals, accents encoded another way."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibition.model import Exhibition, Work


class Finder:
    """Looks files up below `folder`, listing each folder once and asking for no single file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._spellings = cache(_spellings)
        self._in_folder = cache(self._find)

    def find(self, path: Path) -> Path | None:
        """`path` as the disk spells it. None where nothing, or more than one thing, comes into question."""
        return self._find(path)

    def _find(self, path: Path) -> Path | None:
        if path == self._folder:
            return path
        folder = self._in_folder(path.parent) if path.is_relative_to(self._folder) else None
        if folder is None:
            return None
        known = self._spellings(folder)
        alike = next((known[way] for way in _ways(path.name) if way in known), ())
        return folder / alike[0] if len(alike) == 1 else None


def as_on_disk(exhibition: Exhibition) -> Exhibition:
    """The same exhibition, its pictures named as the disk names them where that is clear."""
    finder = Finder(exhibition.folder)

    def spelled(work: Work) -> Work:
        found = work.picture and finder.find(work.picture)
        return msgspec.structs.replace(work, picture=found) if found and found != work.picture else work

    return msgspec.structs.replace(exhibition, works=tuple(map(spelled, exhibition.works)))


def _ways(name: str) -> tuple[tuple[int, str], ...]:
    """What a name is known by, the closest first."""
    composed = unicodedata.normalize("NFC", name)
    return (0, name), (1, composed), (2, unicodedata.normalize("NFC", composed.casefold()))


def _spellings(folder: Path) -> dict[tuple[int, str], tuple[str, ...]]:
    known: dict[tuple[int, str], tuple[str, ...]] = {}
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        return known
    for name in names:
        for way in _ways(name):
            known[way] = (*known.get(way, ()), name)
    return known
