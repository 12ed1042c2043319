"""Looking into a bundle without installing it: unpacked into the cache, checked like any other."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from kiosk.exhibition import regular_files
from kiosk.exhibition.disk import CacheDisk
from kiosk.exhibition.installed import EXHIBITION, LIST
from kiosk.exhibition.places import cache_folder
from kiosk.staff.bundles.archive import open_bundle
from kiosk.staff.bundles.extraction import refuse_without_room, unpack
from kiosk.staff.bundles.refusal import unwritable
from kiosk.staff.bundles.store import Store
from kiosk.staff.inspection import to_nobody

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.staff.bundles.archive import Archive
    from kiosk.staff.inspection import Progress

MOST_KEPT = 3
"""Bundles that stay unpacked; those looked at longest ago go first."""


def is_unpacked(file: Path, folder: Path | None = None) -> bool:
    """Whether a bundle is in the cache already, so that showing it takes no time. Raises `BundleRefused`."""
    store = _store(folder)
    with open_bundle(file) as archive:
        return _is_there(archive, store.generations / archive.bundle.name)


def unpacked(file: Path, folder: Path | None = None, progress: Progress = to_nobody) -> Path:
    """The folder of the exhibition in a bundle, below `folder`, the program's cache without one.

    Raises `BundleRefused`. Nothing is installed, and the bundle may be gone while its exhibition is shown.
    """
    store = _store(folder)
    with open_bundle(file) as archive, store.making():
        generation = store.generations / archive.bundle.name
        if not _is_there(archive, generation):
            store.remove(generation)
            _make_room(store)
            _unpack(archive, generation, store, progress)
        with contextlib.suppress(OSError):
            (generation / LIST).touch()  # so it goes last
        return generation / EXHIBITION


def _store(folder: Path | None) -> Store:
    return Store(folder or cache_folder() / "bundles", CacheDisk())


def _unpack(archive: Archive, generation: Path, store: Store, progress: Progress) -> None:
    staged = store.staging(generation.name)
    try:
        refuse_without_room(archive, store.folder)
        unpack(archive, staged, store.disk, progress)
        store.disk.rename(staged, generation)
    except OSError as error:
        raise unwritable(store.folder, error, "The exhibition") from error
    finally:
        if staged.exists():
            store.remove(staged)


def _is_there(archive: Archive, generation: Path) -> bool:
    """Whether it is unpacked already, told by names and sizes: who can change a file there can change the program's."""
    exhibition = generation / EXHIBITION
    try:
        return regular_files.read(generation / LIST) == archive.list_bytes and all(
            exhibition.joinpath(*packed.name.split("/")).stat().st_size == packed.size
            for packed in archive.bundle.files
        )
    except OSError:
        return False


def _make_room(store: Store) -> None:
    there = [generation for generation in store.generations.iterdir() if (generation / LIST).is_file()]
    there.sort(key=lambda generation: (generation / LIST).stat().st_mtime_ns, reverse=True)
    for generation in there[MOST_KEPT - 1 :]:
        store.remove(generation)
