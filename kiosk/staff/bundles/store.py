"""The content folder: the installed generations, the pointer to the one that is shown, and what may be thrown away."""

from __future__ import annotations

import contextlib
import shutil
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition import regular_files
from kiosk.exhibition.disk import CacheDisk, Disk, replace_file
from kiosk.exhibition.installed import (
    GENERATIONS,
    LIST,
    Pointer,
    current_generation,
    pointer_file,
    read_pointer,
)
from kiosk.exhibition.places import content_folder
from kiosk.staff.bundles.contents import decode
from kiosk.staff.bundles.lock import SHOWN, Locked, locked, take
from kiosk.staff.bundles.refusal import BundleRefused, unwritable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.staff.bundles.contents import Bundle

_LOCK = "install.lock"
_STAGED = ".new-"
_DOOMED = ".old-"


class Store:
    """The exhibitions installed below `folder`, the program's own without one."""

    def __init__(self, folder: Path | None = None, disk: Disk | None = None) -> None:
        self.folder = folder or content_folder()
        self.generations = self.folder / GENERATIONS
        self.disk = disk or Disk()

    @property
    def pointer(self) -> Pointer | None:
        """What is shown and what was before; None where nothing is installed.

        A pointer that was lost is made up from what is there.
        """
        found, generation = read_pointer(self.folder), current_generation(self.folder)
        if generation is None:
            return None
        return found if found and found.current == generation.name else Pointer(generation.name)

    def bundle(self, name: str | None) -> Bundle | None:
        """What the generation in the folder `name` says of itself; None where it does not."""
        file = self.generations / (name or "") / LIST
        try:
            return decode(regular_files.read(file), file)
        except (OSError, BundleRefused):
            return None

    @property
    def current(self) -> Bundle | None:
        """What is shown; None where nothing is installed."""
        pointer = self.pointer
        return self.bundle(pointer.current) if pointer else None

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else installs meanwhile, and what somebody who was killed has left is gone. Raises `BundleRefused`."""
        with self.making():
            self.sweep()
            yield

    @contextlib.contextmanager
    def making(self) -> Iterator[None]:
        """Nobody else puts anything here meanwhile. Raises `BundleRefused`."""
        try:
            self._make()
            lock = take(self.folder / _LOCK)
        except Locked as error:
            message = "Another exhibition is being installed at this moment."
            raise BundleRefused("busy", self.folder, message, "Wait until that is done, then try again.") from error
        except OSError as error:
            raise unwritable(self.folder, error, "The exhibition") from error
        with contextlib.closing(lock):
            for left in self.generations.glob(".*"):
                self.remove(left)
            yield

    def _make(self) -> None:
        missing = [folder for folder in (self.generations, *self.generations.parents) if not folder.is_dir()]
        self.disk.make_folder(self.generations)
        for folder in missing:
            self.disk.sync_folder(folder.parent)

    def tidy(self) -> None:
        """Remove what somebody who was killed has left; nothing while somebody installs. Raises nothing."""
        with contextlib.suppress(OSError, Locked):
            if self.generations.is_dir():
                with locked(self.folder / _LOCK):
                    self.sweep()

    def staging(self, name: str) -> Path:
        """Where a generation is put together that is to be called `name`; nothing is there yet."""
        return self.generations / f"{_STAGED}{name}"

    def free_name(self, name: str) -> str:
        """A name for a generation's folder, `name` where that is free."""
        names = (name, *(f"{name}-{count}" for count in range(2, 1000)))
        return next(each for each in names if not (self.generations / each).exists())

    def switch(self, pointer: Pointer) -> None:
        """Show another generation from now on. Raises OSError: then the one before is still shown."""
        before = read_pointer(self.folder)
        try:
            replace_file(pointer_file(self.folder), _words(pointer), self.disk)
        except OSError:
            if self.shows(pointer):  # but nobody knows whether it does so after a power cut
                self._switch_back(before)
            raise

    def shows(self, pointer: Pointer) -> bool:
        """Whether this is what stands there."""
        return read_pointer(self.folder) == pointer

    def _switch_back(self, before: Pointer | None) -> None:
        with contextlib.suppress(OSError):
            if before is None:
                pointer_file(self.folder).unlink()
            else:
                replace_file(pointer_file(self.folder), _words(before), CacheDisk())

    def remove(self, generation: Path) -> None:
        """Remove a generation, or what there is of it, unless it is on somebody's screen. Raises nothing."""
        with contextlib.suppress(OSError, Locked):
            with contextlib.ExitStack() as stack:
                if (generation / SHOWN).exists():
                    stack.enter_context(locked(generation / SHOWN))
            doomed = generation
            if not generation.name.startswith("."):
                doomed = generation.with_name(f"{_DOOMED}{generation.name}")
                shutil.rmtree(doomed, ignore_errors=True)
                generation.replace(doomed)  # half of it is never taken for a whole
            shutil.rmtree(doomed, ignore_errors=True)

    def sweep(self) -> None:
        """Keep what is shown and what was before, and remove the rest; for whoever is `alone`."""
        pointer = self.pointer
        kept = {pointer.current, pointer.previous} if pointer else set()
        for there in tuple(self.generations.iterdir()):
            if there.name not in kept:
                self.remove(there)
        with contextlib.suppress(OSError):
            for unfinished in self.folder.glob(f".{pointer_file(self.folder).name}.*"):
                unfinished.unlink(missing_ok=True)


def _words(pointer: Pointer) -> bytes:
    return msgspec.json.encode(pointer) + b"\n"
