"""Bringing pictures into an exhibition's folder: first beside their places, then all into them at once."""

from __future__ import annotations

import contextlib
import filecmp
import io
import mmap
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.exhibition.file_names import BadName, file_inside, storable
from kiosk.pictures.reading.embedded.blocks import blocks_in
from kiosk.pictures.reading.embedded.whereabouts import take_out
from kiosk.staff.importing.draft import NotImported, Origin
from kiosk.staff.importing.ids import Names, slug
from kiosk.staff.importing.memory import PictureMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kiosk.staff.importing.memory import Memory

FOLDER = "pictures"
STAGING = ".importing"
_ROOM = 64 << 20
"""Bytes that are to stay free."""


class Pictures:
    """The pictures that works need, by their files, and their names in the exhibition's `folder`.

    `cleared` are the files whose copies no longer say where they were taken; `placed` those that still do.
    """

    def __init__(self, folder: Path, files: Iterable[Path], memory: Memory, *, link: bool) -> None:
        self._folder = folder
        self._link = link
        self.copied = 0
        self.linked = 0
        self.cleared: list[Path] = []
        self.placed: list[Path] = []
        inside = folder.resolve()
        known = {each.source: name for name, each in memory.pictures.items()}
        taken = _listed(folder / FOLDER) | {Path(name).stem for name in memory.pictures}
        names = Names(taken)
        self.names: dict[Path, str] = {}
        self.memory: dict[str, PictureMemory] = {}
        self._to_bring: dict[str, Path] = {}
        for file in files:
            if file not in self.names:
                self._plan(file, inside, known, names, memory)

    def _plan(self, file: Path, inside: Path, known: Mapping[str, str], names: Names, memory: Memory) -> None:
        real = file.resolve()
        name = real.relative_to(inside).as_posix() if real.is_relative_to(inside) else ""
        if name and _is_accepted(name, inside):
            self.names[file] = name
            self._note_place(file, file)
            return
        name = known.get(storable(str(real))) or self._new_name(file, names)
        status = file.stat()
        stamp = PictureMemory(storable(str(real)), status.st_size, status.st_mtime_ns)
        self.names[file] = name
        self.memory[name] = stamp
        there = self._folder / name
        if not there.is_file() or (memory.pictures.get(name) != stamp and not _same(file, there)):
            self._to_bring[name] = file

    def _new_name(self, file: Path, names: Names) -> str:
        """A clean name that is free, or that of the same picture brought before."""
        stem = slug(file.stem, "picture")
        there = f"{FOLDER}/{stem}{file.suffix.lower()}"
        return there if _same(file, self._folder / there) else f"{FOLDER}/{names.new(stem)}{file.suffix.lower()}"

    def stage(self, progress: Callable[[int, int], None]) -> None:
        """Copy or link everything that is new or has changed into a hidden folder. Raises `NotImported`, OSError."""
        staging = self._folder / STAGING
        shutil.rmtree(staging, ignore_errors=True)
        if not self._to_bring:
            return
        needed = sum(file.stat().st_size for file in self._to_bring.values())
        free = shutil.disk_usage(self._folder).free
        if not self._link and needed + _ROOM > free:
            raise NotImported(
                Origin(str(self._folder)),
                f"The pictures need {needed / 1e6:,.0f} MB, and {free / 1e6:,.0f} MB are free.",
                "Free some space, or choose a folder on another disk.",
            )
        staging.mkdir(parents=True)
        for done, (name, file) in enumerate(self._to_bring.items(), start=1):
            self._bring(file, staging / Path(name).name)
            progress(done, len(self._to_bring))

    def put(self) -> None:
        """Move what was staged into its place. Raises OSError."""
        for name in self._to_bring:
            target = self._folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            (self._folder / STAGING / target.name).replace(target)
        self.end()

    def end(self) -> None:
        """Leave nothing behind that is not in its place."""
        shutil.rmtree(self._folder / STAGING, ignore_errors=True)

    def _bring(self, file: Path, target: Path) -> None:
        if self._link:
            with contextlib.suppress(OSError):
                os.link(file.resolve(), target)
                self.linked += 1
                self._note_place(file, target)
                return
        before = file.stat()
        with file.open("rb") as source, target.open("xb") as copy:
            shutil.copyfileobj(source, copy, 1 << 20)
            copy.flush()
            os.fsync(copy.fileno())
        if _is_placed(target):
            _clear_place(target)
            (self.placed if _is_placed(target) else self.cleared).append(file)
        after = file.stat()
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise NotImported(
                Origin(file.name), "The picture has changed while it was copied.", "Wait until it is saved, and repeat."
            )
        os.utime(target, ns=(after.st_atime_ns, after.st_mtime_ns))
        self.copied += 1

    def _note_place(self, file: Path, there: Path) -> None:
        with contextlib.suppress(OSError):
            if _is_placed(there):
                self.placed.append(file)


def _is_placed(picture: Path) -> bool:
    with picture.open("rb") as file:
        return blocks_in(file).placed


def _clear_place(copy: Path) -> None:
    with copy.open("r+b") as file, mmap.mmap(file.fileno(), 0) as content:
        take_out(content, file)
        content.flush()
        os.fsync(file.fileno())


def _is_accepted(name: str, folder: Path) -> bool:
    """Whether a manifest in `folder` may name a file so, on any system."""
    if name != storable(name):
        return False
    try:
        file_inside(name, folder)
    except BadName:
        return False
    return True


def _same(file: Path, copy: Path) -> bool:
    """Whether `copy` holds the same as `file`, where that was taken left aside."""
    try:
        if file.stat().st_size != copy.stat().st_size:
            return False
        if filecmp.cmp(file, copy, shallow=False):
            return True
        content = bytearray(file.read_bytes())
        take_out(content, io.BytesIO(content))
        return content == copy.read_bytes()
    except OSError:
        return False


def _listed(folder: Path) -> set[str]:
    """The stems and names of the files in a folder, none where there is no such."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - Path.iterdir makes a path of each name
    except OSError:
        return set()
    return {each for name in names for each in (name, Path(name).stem)}
