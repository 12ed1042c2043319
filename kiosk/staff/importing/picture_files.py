"""Finding the picture that a row names among the files of a folder, however it names it."""

from __future__ import annotations

import os
import re
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from kiosk.exhibition.file_names import as_disks_see
from kiosk.exhibition.problems import printable
from kiosk.staff.importing.addresses import REQUEST
from kiosk.staff.importing.draft import Kind
from kiosk.staff.importing.files_below import MOST_FILES, files_below
from kiosk.staff.importing.memory import Imported
from kiosk.staff.remarks import PICTURE_ENDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

ENDINGS = tuple(dict.fromkeys((".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff", *PICTURE_ENDINGS)))
"""Of files that may be pictures, the most usual first."""
_HEAD = 512
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PART = re.compile(r"[-_. ](?:\d{1,3}|[a-z])$")


class Note(NamedTuple):
    """A remark on a picture, before it is known in which row."""

    kind: Kind
    rule: str
    message: str
    remedy: str = ""


class Found(NamedTuple):
    """A picture's file, or None, and what is to be told of it."""

    file: Path | None
    notes: tuple[Note, ...] = ()


class PictureFiles:
    """The files below `folders`, as `files_below` has them, without those in `without`; looked for when first asked."""

    def __init__(self, folders: Sequence[Path], without: Path | None = None) -> None:
        self._folders = tuple(folders)
        self._without = without
        self.incomplete = False
        """Whether there were too many files to look at all of them."""

    def named(self, cell: str) -> Found:
        """The file that `cell` names: by itself, by its way from a folder, or by the last part of an address."""
        name = cell.strip().strip("\"'")
        way = _way(name)
        if not way:
            return Found(None)
        found = self._by_way(way)
        if found:
            return self._one(found)
        stem = _stem(way[-1])
        found = [file for file in self._by_name.get(stem, ()) if _ending(file.name) in ENDINGS]
        if found:
            chosen = _usual_ending(found)
            message = f'There is no file "{_shown(way[-1])}"; {_shown(chosen.name)} is taken.'
            return Found(chosen, (Note(Kind.GUESSED, "other-ending", message),))
        ending = _ending(way[-1])
        if ending and ending not in ENDINGS and re.fullmatch(r"\.[a-z][a-z0-9]{1,4}", ending):
            message = f'"{_shown(way[-1])}" is no picture that can be shown.'
            remedy = "Save it as JPEG, PNG, WebP, AVIF or TIFF; a film or a document cannot be shown."
            return Found(None, (Note(Kind.DROPPED, "not-a-picture", message, remedy),))
        return Found(None)

    def numbered(self, keys: Iterable[str]) -> Found:
        """The file that is called like one of `keys`, such as an accession number: 1972.12.3 and 1972_12_3.jpg."""
        for key in keys:
            stem = _plain(key)
            if not stem:
                continue
            found = self._by_number.get(stem, ())
            if found:
                return Found(_usual_ending(found))
            parts = sorted(self._parts.get(stem, ()), key=lambda file: _plain(_stem(file.name)))
            if parts:
                message = f"Of {len(parts)} pictures with the number {_shown(key)}, {_shown(parts[0].name)} is taken."
                return Found(parts[0], (Note(Kind.GUESSED, "first-of-several", message),) if len(parts) > 1 else ())
        return Found(None)

    def _by_way(self, way: tuple[str, ...]) -> list[Path]:
        """The files of that name, those whose folders have the most of the way in common."""
        alike = self._by_name.get(way[-1], ())
        common = {file: _in_common(way, file) for file in alike}
        most = max(common.values(), default=0)
        return [file for file in alike if common[file] == most]

    def _one(self, found: Sequence[Path]) -> Found:
        pictures = [file for file in found if _ending(file.name) in ENDINGS]
        if len(pictures) > 1:
            # Of a picture and what an earlier import has made of it, the picture itself is meant.
            pictures = [file for file in pictures if not any(file in each for each in self._imported)] or pictures
        if len(pictures) < 2 or len({file.parent for file in pictures}) == 1:
            return Found(_usual_ending(pictures) if pictures else found[0])
        first = pictures[0]
        folders = ", ".join(_shown(file.parent.name) for file in pictures[:4])
        message = f'There are {len(pictures)} files "{_shown(first.name)}", in {folders}; the first is taken.'
        remedy = f"Write the folder, too, as in {_shown(first.parent.name)}/{_shown(first.name)}."
        return Found(first, (Note(Kind.DOUBTFUL, "several-files", message, remedy),))

    @cached_property
    def _files(self) -> tuple[Path, ...]:
        listed = [list(files_below(folder, self._without)) for folder in self._folders]
        self.incomplete = any(len(files) >= MOST_FILES for files in listed)
        return tuple(dict.fromkeys(chain.from_iterable(listed)))

    @cached_property
    def _imported(self) -> tuple[Imported, ...]:
        return tuple(map(Imported, self._folders))

    @cached_property
    def _by_name(self) -> dict[str, tuple[Path, ...]]:
        """Files by their folded names, with and without their endings."""
        known: dict[str, list[Path]] = {}
        for file in self._files:
            name = as_disks_see(file.name)
            for each in {name, _stem(name)}:
                known.setdefault(each, []).append(file)
        return {name: tuple(files) for name, files in known.items()}

    @cached_property
    def _by_number(self) -> dict[str, tuple[Path, ...]]:
        known: dict[str, list[Path]] = {}
        for file in self._pictures:
            known.setdefault(_plain(_stem(as_disks_see(file.name))), []).append(file)
        return {name: tuple(files) for name, files in known.items()}

    @cached_property
    def _parts(self) -> dict[str, tuple[Path, ...]]:
        """Pictures whose names end in the number or the letter of a part, by what comes before it."""
        known: dict[str, list[Path]] = {}
        for file in self._pictures:
            stem = _stem(as_disks_see(file.name))
            if part := _PART.search(stem):
                known.setdefault(_plain(stem[: part.start()]), []).append(file)
        return {name: tuple(files) for name, files in known.items()}

    @property
    def _pictures(self) -> Iterator[Path]:
        return (file for file in self._files if _ending(file.name) in ENDINGS)


def refusal_of(file: Path) -> Note | None:
    """Why a file is not taken for a picture, by its first bytes; None where it may be one."""
    from kiosk.pictures.reading.signature import recognise  # noqa: PLC0415 - Pillow is needed for pictures alone
    from kiosk.pictures.refusal import Refused, display_name  # noqa: PLC0415 - see above

    try:
        with file.open("rb") as stream:
            recognise(stream.read(_HEAD), display_name(file))
    except Refused as refused:
        return Note(Kind.DROPPED, "not-a-picture", refused.message, refused.remedy)
    except OSError as error:
        message = f"{display_name(file)} cannot be read: {os.strerror(error.errno or 0)}."
        return Note(Kind.DROPPED, "unreadable-picture", message, "Check the disk, or copy the picture again.")
    return None


def _way(name: str) -> tuple[str, ...]:
    """The folded parts of a file's name or of an address, the file last."""
    if _ADDRESS.match(name):
        try:
            name = unquote(urlsplit(name).path)
        except ValueError:
            return ()
        if image := REQUEST.match(name):
            name = unquote(image["before"].rpartition("/")[2])
    parts = name.replace("\\", "/").split("/")
    return tuple(as_disks_see(part) for part in parts if part not in ("", ".", ".."))


def _in_common(way: tuple[str, ...], file: Path) -> int:
    """How many parts, from the end, a way and that of a file have in common."""
    count = 0
    for wanted, part in zip(reversed(way), reversed(file.parts), strict=False):
        if wanted != as_disks_see(part):
            break
        count += 1
    return count


def _stem(name: str) -> str:
    stem, point, _ = name.rpartition(".")
    return stem if point and stem and _ending(name) in ENDINGS else name


def _ending(name: str) -> str:
    _, point, ending = name.rpartition(".")
    return f".{ending.lower()}" if point else ""


def _plain(words: str) -> str:
    return re.sub(r"[\W_]+", "-", as_disks_see(words)).strip("-")


def _usual_ending(files: Sequence[Path]) -> Path:
    return min(files, key=lambda file: ENDINGS.index(_ending(file.name)))


def _shown(name: str) -> str:
    return printable(name[:120])
