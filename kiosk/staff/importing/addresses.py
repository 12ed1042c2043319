"""Addresses of pictures and documents on servers, as names of files on this disk. Nothing is fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from kiosk.exhibition.file_names import as_disks_see
from kiosk.staff.remarks import PICTURE_ENDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST_ADDRESS = 2000
REQUEST = re.compile(
    r"^(?P<before>.*?)/(?:full|square|(?:pct:)?[\d.]+,[\d.]+,[\d.]+,[\d.]+)/\^?(?:full|max|!?\d*,\d*|pct:[\d.]+)/"
    r"!?[\d.]+/(?:default|native|color|colour|gray|grey|bitonal)(?:\.\w+)?$",
    re.IGNORECASE,
)
"""The end of a request of the IIIF Image API: region, size, rotation, quality and format."""
_ON_SERVERS = (".jp2", ".jpx", ".jpf", ".j2k", ".ptif", ".ptiff")
"""Endings of files that servers have and a kiosk does not."""
_STRIPPED = (*PICTURE_ENDINGS, *_ON_SERVERS, ".json", ".jsonld")
GENERIC = frozenset(("default", "native", "color", "gray", "full", "info", "manifest"))
"""What many files are called."""
_UNUSABLE = re.compile(r'[\x00-\x1f<>:"|?*\\%]+')


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
    request = REQUEST.match(path)
    for words in (path, request["before"]) if request else (path,):
        yield from _readings(words)


def _readings(path: str) -> Iterator[tuple[str, ...]]:
    encoded = [part for part in path.split("/") if part]
    parts = [inner for part in encoded for inner in re.split(r"[\\/]", unquote(part)) if inner not in ("", ".", "..")]
    if not parts:
        return
    yield tuple(map(part_of_path, parts))
    last = unquote(encoded[-1])
    if re.search(r"[\\/:]", last):
        yield (*map(part_of_path, parts[: len(encoded) - 1]), part_of_path(re.sub(r"[\\/:]", "_", last)))
        yield (part_of_path(re.split(r"[\\/:]", last)[-1]) or "_",)


def name_for(addresses: Iterable[str]) -> str:
    """What a person should call the file of a picture with these addresses, such as `harvest.jpg`."""
    for address in addresses:
        for parts in reversed(tuple(_named(address))):
            name = _UNUSABLE.sub("_", parts).strip(" .")
            if name and stem_of(name.lower()) not in GENERIC:
                ending = next((ending for ending in _ON_SERVERS if name.lower().endswith(ending)), "")
                name = name.removesuffix(name[-len(ending) :]) if ending else name
                return name if name.lower().endswith(PICTURE_ENDINGS) else f"{name[:200]}.jpg"
    return ""


def _named(address: str) -> Iterator[str]:
    try:
        path = urlsplit(address[:_LONGEST_ADDRESS]).path.removesuffix("/info.json").rstrip("/")
    except ValueError:
        return
    request = REQUEST.match(path)
    yield from (part for part in re.split(r"[\\/]", unquote(request["before"] if request else path)) if part)


def part_of_path(part: str) -> str:
    """A part of a path to be compared, whatever has become of letters that a disk does not take."""
    return re.sub(r'[<>:"|?*!\s]', "_", as_disks_see(part))


def stem_of(name: str) -> str:
    """A folded name without the ending of a picture or a document."""
    return next((name[: -len(ending)] for ending in _STRIPPED if name.endswith(ending)), name)
