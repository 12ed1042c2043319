"""Finding files whose names the disk spells a little differently: other capitals, accents encoded another way."""

from __future__ import annotations

import os
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.file_state import FileState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kiosk.exhibition.model import Exhibition, Work


class Finder:
    """Looks files up below `folder`, listing each folder once and asking for no single file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._listings: dict[str, _Listing | None] = {"": _Listing(folder, "")}

    @property
    def listed(self) -> tuple[FileState, ...]:
        """The folders that have been listed, as they were just before."""
        return tuple(listing.state for listing in self._listings.values() if listing and listing.state)

    def find(self, path: Path) -> Path | None:
        """`path` as the disk spells it. None where nothing, or more than one thing, comes into question."""
        if path == self._folder:
            return path
        found = self.spelled(path.relative_to(self._folder).as_posix()) if path.is_relative_to(self._folder) else None
        return self._folder / found if found is not None else None

    def spelled(self, name: str) -> str | None:
        """The same for a name from the folder on, its parts divided by slashes."""
        folder, _, last = name.rpartition("/")
        if folder not in self._listings:
            found = self.spelled(folder)
            self._listings[folder] = None if found is None else _Listing(self._folder / found, f"{found}/")
        listing = self._listings[folder]
        return listing.spelled(last) if listing else None


class _Listing:
    """What is in `folder`. `way` leads there, with a slash at its end."""

    def __init__(self, folder: Path, way: str) -> None:
        self._way = way
        self._names: frozenset[str] = frozenset()
        self.state: FileState | None = None
        try:
            self.state = FileState.of(folder)
            self._names = frozenset(os.listdir(folder))  # noqa: PTH208 - Path.iterdir makes a path of each name
        except OSError:
            pass

    def spelled(self, name: str) -> str | None:
        if name in self._names:
            return self._way + name
        alike = next((self._alike[way] for way in _ways(name) if way in self._alike), ())
        return self._way + alike[0] if len(alike) == 1 else None

    @cached_property
    def _alike(self) -> dict[tuple[int, str], tuple[str, ...]]:
        known: dict[tuple[int, str], tuple[str, ...]] = {}
        for name in self._names:
            for way in _ways(name):
                known[way] = (*known.get(way, ()), name)
        return known


class Spelling(msgspec.Struct, frozen=True):
    """How the disk spells the names of pictures: those it spells otherwise, by the place of their work.

    It holds as long as the `folders` that were looked into are as they were.
    """

    otherwise: dict[int, str]
    folders: tuple[FileState, ...]

    @property
    def current(self) -> bool:
        """Whether looking again would find the same."""
        return bool(self.folders) and all(folder.current for folder in self.folders)


def spelling_of(names: Iterable[str], folder: Path) -> Spelling:
    """How the disk spells `names`, each from `folder` on and empty for a work without a picture."""
    finder = Finder(folder)
    found = ((place, name, finder.spelled(name)) for place, name in enumerate(names) if name)
    otherwise = {place: spelled for place, name, spelled in found if spelled is not None and spelled != name}
    return Spelling(otherwise, finder.listed)


def picture_names(works: Iterable[Work], folder: Path) -> list[str]:
    """The names of the works' pictures from `folder` on, with slashes; empty for a work without one."""
    return [work.picture.relative_to(folder).as_posix() if work.picture else "" for work in works]


def as_on_disk(exhibition: Exhibition) -> Exhibition:
    """The same exhibition, its pictures named as the disk names them where that is clear."""
    folder = exhibition.folder
    otherwise = spelling_of(picture_names(exhibition.works, folder), folder).otherwise
    return msgspec.structs.replace(exhibition, works=_spelled(exhibition.works, folder, otherwise))


def _spelled(works: Sequence[Work], folder: Path, otherwise: dict[int, str]) -> tuple[Work, ...]:
    return tuple(
        msgspec.structs.replace(work, picture=folder / otherwise[place]) if place in otherwise else work
        for place, work in enumerate(works)
    )


def _ways(name: str) -> tuple[tuple[int, str], ...]:
    """What a name is known by where it is spelled otherwise, the closest first."""
    composed = unicodedata.normalize("NFC", name)
    return (1, composed), (2, unicodedata.normalize("NFC", composed.casefold()))
