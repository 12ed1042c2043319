"""The files that lie beside a source, and which of them is meant by an address.

A manifest names its pictures where a server has them. Of such an address only the parts of its path are used, as names
to look for on this disk; nothing is fetched, and nothing outside the source's folder is found.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.staff.importing.addresses import GENERIC, part_of_path, paths_of, stem_of
from kiosk.staff.importing.files_below import files_below
from kiosk.staff.remarks import PICTURE_ENDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

_PARTS_OF_A_REQUEST = 5
"""An identifier and what follows it, as in `harvest/full/max/0/default.jpg`."""


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
                    parts = tuple(map(part_of_path, inside.parts))
                    self._by_stem.setdefault(stem_of(parts[-1]), []).append((parts, file))

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
            for parts, file in self._by_stem.get(stem_of(wanted[-1]), ())
            if parts[-1].endswith(endings)
        ]
        if stem_of(wanted[-1]) in GENERIC:
            candidates = [each for each in candidates if each[0] >= min(generic, len(wanted))]
        if not candidates:
            return None
        best = max(candidate[:2] for candidate in candidates)
        files = sorted(file for *rank, file in candidates if tuple(rank) == best)
        return Found(files[0], tuple(files[1:]))


def _agreement(parts: tuple[str, ...], wanted: tuple[str, ...]) -> int:
    """How many parts agree, counted from the name of the file up, its ending left aside."""
    count = 1
    for mine, yours in zip(reversed(parts[:-1]), reversed(wanted[:-1]), strict=False):
        if mine != yours:
            break
        count += 1
    return count
