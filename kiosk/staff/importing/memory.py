"""What the last import wrote, so that the next one knows what has been changed by hand since."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")

FILE = ".import.json"
VERSION = 1

Kept = str | list[str] | dict[str, str]


class WorkMemory(msgspec.Struct):
    """A work as it was imported: what it is known by in the source, and its values as the manifest had them."""

    known_by: list[str]
    values: dict[str, Kept] = {}


class PictureMemory(msgspec.Struct):
    """The file that a picture was copied from, and which version of it."""

    source: str
    size: int
    mtime_ns: int


class Memory(msgspec.Struct):
    """Everything of one folder. `works` by id, `pictures` by name in the folder.

    `themes` are ids by what their subjects are known by, `theme_names` what they were called in the manifest, by id.
    """

    version: int = VERSION
    source: str = ""
    exhibition: dict[str, Kept] = {}
    themes: dict[str, str] = {}
    theme_names: dict[str, Kept] = {}
    works: dict[str, WorkMemory] = {}
    pictures: dict[str, PictureMemory] = {}


def recall(folder: Path) -> Memory | None:
    """The memory in `folder`; None where there is none that can be read."""
    try:
        memory = msgspec.json.decode((folder / FILE).read_bytes(), type=Memory)
    except (OSError, msgspec.MsgspecError):
        return None
    return memory if memory.version == VERSION else None


class Imported:
    """Which files below `folder` an import has put there: they are no source for another one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._by_folder: dict[Path, bool] = {}
        memory = recall(folder) or Memory()
        self._copies = {folder / name for name, copy in memory.pictures.items() if Path(copy.source).is_file()}

    def __contains__(self, file: Path) -> bool:
        """Whether `file` is in an exhibition below the folder; where the folder is one itself, whether it is a copy."""
        return file in self._copies or self._is_exhibition(file.parent)

    def _is_exhibition(self, folder: Path) -> bool:
        if folder == self._folder or not folder.is_relative_to(self._folder):
            return False
        if folder not in self._by_folder:
            self._by_folder[folder] = (folder / FILE).is_file() or self._is_exhibition(folder.parent)
        return self._by_folder[folder]


def packed(memory: Memory) -> bytes:
    """The memory as it is kept."""
    return msgspec.json.encode(memory)


KINDS = ("key", "accession", "picture", "title", "row")
"""What works are known by, the surest first."""


def match(known_by: Sequence[Sequence[str]], works: Mapping[str, WorkMemory]) -> list[str | None]:
    """The id of the work that each of the new ones was, from what they are known by, the surest name first.

    Each name is `kind:words`. A work is not found by a name where a surer kind of name differs: another number is
    another work, however alike their titles. Works with the same name are the same in the same order.
    """
    found: list[str | None] = [None] * len(known_by)
    taken: set[str] = set()
    for kind in KINDS:
        old = _owners({work: memory.known_by for work, memory in works.items() if work not in taken}, kind)
        new = _owners({place: names for place, names in enumerate(known_by) if found[place] is None}, kind)
        for name, places in new.items():
            owners = [owner for owner in old.get(name, ()) if owner not in taken]
            for place in places:
                owner = next((owner for owner in owners if not _contradict(known_by[place], works[owner], kind)), None)
                if owner is not None:
                    found[place] = owner
                    taken.add(owner)
                    owners.remove(owner)
    return found


def _owners(names: Mapping[T, Sequence[str]], kind: str) -> dict[str, list[T]]:
    owners: dict[str, list[T]] = {}
    for owner, known_by in names.items():
        for name in known_by:
            if name.startswith(f"{kind}:"):
                owners.setdefault(name, []).append(owner)
    return owners


def _contradict(new: Sequence[str], old: WorkMemory, kind: str) -> bool:
    """Whether a kind of name that is surer than `kind` differs."""
    mine, theirs = (dict(name.split(":", 1) for name in names) for names in (new, old.known_by))
    surer = KINDS[: KINDS.index(kind)]
    return any(mine[each] != theirs[each] for each in surer if each in mine and each in theirs)
