"""The index of an exhibition: everything a manifest says, in a form that is opened at once.

One file of MessagePack behind its checksum. Of works it holds pages that stay packed until one of them is looked at.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk import __version__
from kiosk.exhibition import regular_files
from kiosk.exhibition.catalogue import pack_catalogue
from kiosk.exhibition.disk import CacheDisk, replace_file
from kiosk.exhibition.file_state import FileState
from kiosk.exhibition.manifest import ManifestReading
from kiosk.exhibition.model import Exhibition
from kiosk.exhibition.problems import Problem
from kiosk.exhibition.spelling import Spelling, picture_names, spelling_of
from kiosk.exhibition.stored_works import StoredWorks, names_below, pack_works, paths_below
from kiosk.exhibition.traits import Traits

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT = 3
"""To be raised when what an index holds, or means, changes."""
MOST_KEPT = 16
"""Exhibitions that a computer remembers; nobody shows more by turns."""
SUFFIX = ".index"

_CHECKSUM = 4


class Index(msgspec.Struct, frozen=True, array_like=True):
    """What an index holds. `heading` is the exhibition without its works, `names` those of the pictures, packed.

    `catalogue` is packed, too. Paths are written from the exhibition's folder on.
    """

    version: str
    manifest: FileState
    heading: Exhibition
    problems: tuple[Problem, ...]
    traits: Traits
    catalogue: bytes
    names: bytes
    spelling: Spelling
    pages: tuple[bytes, ...]

    def reading(self) -> ManifestReading:
        """What the manifest says, its pictures named as the disk names them."""
        works = StoredWorks(self.pages, self.traits, self.heading.folder, self.spelling.otherwise, self.catalogue)
        return ManifestReading(msgspec.structs.replace(self.heading, works=works), self.problems)

    def spelled_anew(self) -> Index:
        """The same for folders in which there are other files by now."""
        names = msgspec.msgpack.decode(zlib.decompress(self.names), type=list[str])
        return msgspec.structs.replace(self, spelling=spelling_of(names, self.heading.folder))


def index_of(exhibition: Exhibition, problems: tuple[Problem, ...], manifest: FileState) -> Index:
    """The index of what was read from a `manifest` in this state. Raises ValueError for what cannot be written down."""
    names = picture_names(exhibition.works, exhibition.folder)
    return Index(
        version=_reader(),
        manifest=manifest,
        heading=msgspec.structs.replace(exhibition, works=()),
        problems=problems,
        traits=exhibition.traits,
        catalogue=pack_catalogue(exhibition.catalogue),
        names=zlib.compress(msgspec.msgpack.encode(names), 1),
        spelling=spelling_of(names, exhibition.folder),
        pages=pack_works(exhibition.works, exhibition.folder),
    )


def packed(index: Index) -> bytes:
    """The index as the content of a file. Raises ValueError for what cannot be written down."""
    data = msgspec.msgpack.encode(index, enc_hook=names_below(index.heading.folder))
    return zlib.crc32(data).to_bytes(_CHECKSUM, "little") + data


def unpacked(content: bytes, folder: Path) -> Index:
    """The index of an exhibition in `folder`. Raises ValueError when it is damaged or another program's."""
    data = memoryview(content)[_CHECKSUM:]
    if zlib.crc32(data).to_bytes(_CHECKSUM, "little") != content[:_CHECKSUM]:
        raise ValueError("The index is damaged.")
    index = msgspec.msgpack.decode(data, type=Index, dec_hook=paths_below(folder))
    if index.version != _reader():
        raise ValueError("The index is another program's.")
    return index


def recall(kept: Path, manifest: Path) -> Index | None:
    """The index of `manifest` kept in the folder `kept`, if it still holds; pictures are looked for anew if need be."""
    try:
        index = unpacked(regular_files.read(_file(kept, manifest)), manifest.parent)
    except (OSError, ValueError):  # msgspec's own errors are ValueErrors, too
        return None
    if index.manifest.path != str(manifest) or not index.manifest.current:
        return None
    if not index.spelling.current:
        index = index.spelled_anew()
        keep(kept, manifest, packed(index))
    return index


def keep(kept: Path, manifest: Path, content: bytes) -> None:
    """Keep an index for the next start. A disk that refuses costs time then, nothing else."""
    with contextlib.suppress(OSError):
        kept.mkdir(parents=True, exist_ok=True)
        replace_file(_file(kept, manifest), content, CacheDisk())
        _forget_oldest(kept.glob(f"*{SUFFIX}"))


def _forget_oldest(files: Iterable[Path]) -> None:
    for old in sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)[MOST_KEPT:]:
        old.unlink(missing_ok=True)


def _file(kept: Path, manifest: Path) -> Path:
    return kept / (hashlib.blake2b(os.fsencode(manifest), digest_size=16).hexdigest() + SUFFIX)


def _reader() -> str:
    """Which program reads: every change of this package makes another one of a source checkout."""
    frozen = getattr(sys, "frozen", False)
    changed = os.stat(sys.executable).st_mtime_ns if frozen else last_change(Path(__file__).parent)  # noqa: PTH116
    return f"{FORMAT} {__version__} {changed}"


def last_change(package: Path) -> int:
    """When a source in a package was changed last, in nanoseconds; 0 where there is none. What Python keeps is none."""
    return max((entry.stat().st_mtime_ns for entry in os.scandir(package) if entry.name.endswith(".py")), default=0)
