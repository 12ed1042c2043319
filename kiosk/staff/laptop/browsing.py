"""Finding an exhibition by hand: the places to begin at, and what a folder holds that can be opened or gone into."""

from __future__ import annotations

import os
import sys
import unicodedata
from enum import Enum, auto
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.manifest import MANIFEST
from kiosk.staff.bundles.contents import SUFFIX
from kiosk.staff.bundles.watching import sticks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_ENTRIES = 500
"""The most that is listed of a folder."""
_MOST_NAMES = 20_000
_MANIFESTS = frozenset({".yaml", ".yml"})


class Kind(Enum):
    """What can be done with a thing: a FOLDER is gone into, the others are opened."""

    FOLDER = auto()
    EXHIBITION = auto()
    BUNDLE = auto()
    MANIFEST = auto()


class PlaceKind(Enum):
    """Where somebody may look first."""

    STICK = auto()
    BESIDE = auto()
    HOME = auto()
    COMPUTER = auto()


class Thing(NamedTuple):
    """Something in a folder that is of use here. `size` in bytes, of a bundle."""

    path: Path
    kind: Kind
    size: int = 0


class Place(NamedTuple):
    """A folder to begin at, and what it is."""

    path: Path
    kind: PlaceKind


class Folder(NamedTuple):
    """What there is in a folder, exhibitions first. `refused`: why it cannot be looked into. `more` were left out."""

    path: Path
    things: tuple[Thing, ...] = ()
    refused: str = ""
    more: int = 0

    @property
    def above(self) -> Path | None:
        """The folder that it is in; None at the top."""
        return self.path.parent if self.path.parent != self.path else None


def look_into(folder: Path) -> Folder:
    """What can be opened or gone into there. May take long: a stick or a share is asked."""
    folder = folder.absolute()
    try:
        with os.scandir(folder) as entries:
            found = [thing for entry in islice(entries, _MOST_NAMES) if (thing := _thing(entry))]
    except (OSError, ValueError) as error:
        return Folder(folder, refused=getattr(error, "strerror", None) or str(error))
    found.sort(key=_order)
    return Folder(folder, tuple(found[:MOST_ENTRIES]), more=max(0, len(found) - MOST_ENTRIES))


def places(plugged_in: Iterable[Path] | None = None, beside: Path | None = None) -> tuple[Place, ...]:
    """Where to begin: what is plugged in, `beside` the program on a stick, the home folder, and all of it."""
    found = [Place(stick, PlaceKind.STICK) for stick in (sticks() if plugged_in is None else plugged_in)]
    if beside:
        found.append(Place(beside, PlaceKind.BESIDE))
    found.append(Place(Path.home(), PlaceKind.HOME))
    found += [Place(drive, PlaceKind.COMPUTER) for drive in _drives()]
    known = {place.path: place for place in reversed(found)}
    return tuple(place for place in found if known[place.path] is place and _is_folder(place.path))


def _drives() -> Iterator[Path]:
    if sys.platform == "win32":
        yield from map(Path, os.listdrives()) if hasattr(os, "listdrives") else (Path("C:\\"),)
    else:
        yield Path("/")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _thing(entry: os.DirEntry[str]) -> Thing | None:
    """What is hidden, or is neither folder nor exhibition, is left out."""
    if entry.name.startswith((".", "$")) or not entry.name.isprintable():
        return None
    path = Path(entry.path)
    try:
        if entry.is_dir():
            return Thing(path, Kind.EXHIBITION if (path / MANIFEST).is_file() else Kind.FOLDER)
        if path.suffix.lower() == SUFFIX:
            return Thing(path, Kind.BUNDLE, entry.stat().st_size)
        named = path.suffix.lower() in _MANIFESTS and path.stem.lower().endswith("manifest")
        return Thing(path, Kind.MANIFEST) if named else None
    except (OSError, ValueError):
        return None


def _order(thing: Thing) -> tuple[bool, str]:
    """Exhibitions first, then by name as people read it."""
    return thing.kind is Kind.FOLDER, unicodedata.normalize("NFKD", thing.path.name).casefold()
