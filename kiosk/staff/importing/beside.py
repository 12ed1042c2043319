"""The files that lie beside a source, and which of them is meant by an address.

A manifest names its pictures where a server has them. Of such an address only the parts of its path are used, as names
to look for on this disk; nothing is fetched, and nothing outside the source's folder is found.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

import msgspec

from kiosk.staff.remarks import PICTURE_ENDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_FILES = 200_000
"""Files of a folder that are looked at."""
_LONGEST_ADDRESS = 2000
_REQUEST = re.compile(
    r"^(?P<before>.*?)/(?:full|square|(?:pct:)?[\d.]+,[\d.]+,[\d.]+,[\d.]+)/\^?(?:full|max|!?\d*,\d*|pct:[\d.]+)/"
    r"!?[\d.]+/(?:default|native|color|colour|gray|grey|bitonal)(?:\.\w+)?$",
    re.IGNORECASE,
)
"""The end of a request of the IIIF Image API: region, size, rotation, quality and format."""
_ON_SERVERS = (".jp2", ".jpx", ".jpf", ".j2k", ".ptif", ".ptiff")
"""Endings of files that servers have and a kiosk does not."""
_STRIPPED = (*PICTURE_ENDINGS, *_ON_SERVERS, ".json", ".jsonld")
_PARTS_OF_A_REQUEST = 5
"""An identifier and what follows it, as in `harvest/full/max/0/default.jpg`."""
_GENERIC = frozenset(("default", "native", "color", "gray", "full", "info", "manifest"))
_UNUSABLE = re.compile(r'[\x00-\x1f<>:"|?*\\%]+')


class Found(msgspec.Struct, frozen=True):
    """The file that an address means. `others` are as likely."""

    file: Path
    others: tuple[Path, ...] = ()


class Beside:
    """The files in and below folders, as `files_below` has them. Raises OSError for no folder."""

    def __init__(self, folders: Iterable[Path], without: Path | None = None) -> None:
        self._names: dict[Path, str] = {}
        self._by_stem: dict[str, list[tuple[tuple[str, ...], Path]]] = {}
        for folder in folders:
            for file in files_below(folder, without):
                if file not in self._names:
                    inside = file.relative_to(folder)
                    self._names[file] = inside.as_posix()
                    parts = tuple(map(_folded, inside.parts))
                    self._by_stem.setdefault(_stem(parts[-1]), []).append((parts, file))

    def name(self, file: Path) -> str:
        """What staff call a file that was found: its path from the folder on."""
        return self._names[file]

    def picture(self, addresses: Iterable[str]) -> Found | None:
        """The picture that any of `addresses` means: the one whose path agrees with the most parts of an address."""
        return self._nearest(addresses, PICTURE_ENDINGS, _PARTS_OF_A_REQUEST)

    def document(self, address: str) -> Found | None:
        """The JSON file that an address means."""
        return self._nearest((address,), (".json", ".jsonld"), 2)

    def _nearest(self, addresses: Iterable[str], endings: tuple[str, ...], generic: int) -> Found | None:
        for address in addresses:
            for parts in paths_of(address):
                if found := self._agreeing(parts, endings, generic):
                    return found
        return None

    def _agreeing(self, wanted: tuple[str, ...], endings: tuple[str, ...], generic: int) -> Found | None:
        """The file whose path ends like `wanted`; of one with a name that many have, `generic` parts must agree."""
        candidates = [
            (_agreement(parts, wanted), -len(parts), file)
            for parts, file in self._by_stem.get(_stem(wanted[-1]), ())
            if parts[-1].endswith(endings)
        ]
        if _stem(wanted[-1]) in _GENERIC:
            candidates = [each for each in candidates if each[0] >= min(generic, len(wanted))]
        if not candidates:
            return None
        best = max(candidate[:2] for candidate in candidates)
        files = sorted(file for *rank, file in candidates if tuple(rank) == best)
        return Found(files[0], tuple(files[1:]))


def paths_of(address: str) -> Iterator[tuple[str, ...]]:
    """The paths that an address may stand for on a disk, the likeliest first, each as its parts, folded.

    `https://e.org/iiif/2/room%2Fharvest/full/max/0/default.jpg` stands for itself (a static copy of a server), for
    `room/harvest`, and for `room_harvest`.
    """
    try:
        path = urlsplit(address[:_LONGEST_ADDRESS]).path
    except ValueError:
        return
    path = path.removesuffix("/info.json").rstrip("/")
    request = _REQUEST.match(path)
    for words in (path, request["before"]) if request else (path,):
        yield from _readings(words)


def _readings(path: str) -> Iterator[tuple[str, ...]]:
    encoded = [part for part in path.split("/") if part]
    parts = [inner for part in encoded for inner in re.split(r"[\\/]", unquote(part)) if inner not in ("", ".", "..")]
    if not parts:
        return
    yield tuple(map(_folded, parts))
    last = unquote(encoded[-1])
    if re.search(r"[\\/:]", last):
        yield (*map(_folded, parts[: len(encoded) - 1]), _folded(re.sub(r"[\\/:]", "_", last)))
        yield (_folded(re.split(r"[\\/:]", last)[-1]) or "_",)


def name_for(addresses: Iterable[str]) -> str:
    """What a person should call the file of a picture with these addresses, such as `harvest.jpg`."""
    for address in addresses:
        for parts in reversed(tuple(_named(address))):
            name = _UNUSABLE.sub("_", parts).strip(" .")
            if name and _stem(name.lower()) not in _GENERIC:
                ending = next((ending for ending in _ON_SERVERS if name.lower().endswith(ending)), "")
                name = name.removesuffix(name[-len(ending) :]) if ending else name
                return name if name.lower().endswith(PICTURE_ENDINGS) else f"{name[:200]}.jpg"
    return ""


def _named(address: str) -> Iterator[str]:
    try:
        path = urlsplit(address[:_LONGEST_ADDRESS]).path.removesuffix("/info.json").rstrip("/")
    except ValueError:
        return
    request = _REQUEST.match(path)
    yield from (part for part in re.split(r"[\\/]", unquote(request["before"] if request else path)) if part)


def files_below(folder: Path, without: Path | None = None) -> Iterator[Path]:
    """The regular files in and below `folder`, folder by folder, `MOST_FILES` at most. Raises OSError for no folder.

    Hidden ones, links that lead out of it, and what is in the folder `without` below it are left aside.
    """
    inside = folder.resolve(strict=True)
    output = without.resolve() if without else None
    count = 0
    for place, folders, names in os.walk(folder):
        here = Path(place).resolve() if output else inside
        folders[:] = sorted(
            name for name in folders if not name.startswith((".", "__MACOSX")) and here / name != output
        )
        for name in sorted(names):
            file = Path(place, name)
            if name.startswith(".") or not _is_within(file, inside):
                continue
            count += 1
            if count > MOST_FILES:
                return
            yield file


def _is_within(file: Path, folder: Path) -> bool:
    try:
        return file.is_file() and (not file.is_symlink() or file.resolve(strict=True).is_relative_to(folder))
    except (OSError, RuntimeError):
        return False


def _folded(part: str) -> str:
    return re.sub(r'[<>:"|?*!\s]', "_", normalize("NFC", normalize("NFC", part).casefold()))


def _stem(name: str) -> str:
    return next((name[: -len(ending)] for ending in _STRIPPED if name.endswith(ending)), name)


def _agreement(parts: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    """How many parts agree, counted from the name of the file up, its ending left aside."""
    count = 1
    for mine, yours in zip(reversed(parts[:-1]), reversed(wanted[:-1]), strict=False):
        if mine != yours:
            break
        count += 1
    return count
