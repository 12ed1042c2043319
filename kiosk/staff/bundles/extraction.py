"""Unpacking a bundle: counted, compared with what was promised, and on the disk before anybody hears of it."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

from kiosk.exhibition.installed import EXHIBITION, LIST
from kiosk.exhibition.manifest import MANIFEST
from kiosk.staff.bundles.contents import SIGNATURE
from kiosk.staff.bundles.refusal import COPY_AGAIN, PACK_AGAIN, BundleRefused, unwritable
from kiosk.staff.check import check
from kiosk.staff.inspection import to_nobody

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibition.disk import Disk
    from kiosk.staff.bundles.archive import Archive
    from kiosk.staff.bundles.contents import PackedFile
    from kiosk.staff.inspection import Progress


def refuse_without_room(archive: Archive, folder: Path) -> None:
    """Refuse a bundle that takes more than half of what is free where `folder` is, or will be. Raises OSError, too."""
    there = next(place for place in (folder, *folder.parents) if place.is_dir())
    free = shutil.disk_usage(there).free
    if archive.bundle.size * 2 > free:
        raise BundleRefused(
            "no-room",
            archive.file,
            f"It takes {_megabytes(archive.bundle.size)}; {_megabytes(free)} are free, and half of that stays free.",
            f"Free some space on the disk of {there}.",
        )


def unpack(archive: Archive, generation: Path, disk: Disk, progress: Progress = to_nobody) -> None:
    """Put the exhibition, and what the bundle says of itself, into the new folder `generation`.

    When it returns all of it is on the disk, is what was promised and can be shown. Raises `BundleRefused`; what was
    written so far is left for whoever called.
    """
    exhibition = generation / EXHIBITION
    try:
        folders = {generation, exhibition}
        disk.make_folder(exhibition)
        for done, packed in enumerate(archive.bundle.files, start=1):
            file = exhibition.joinpath(*packed.name.split("/"))
            if file.parent not in folders:
                disk.make_folder(file.parent)
                folders.update(file.parents[: len(file.relative_to(exhibition).parts) - 1])
            _write(archive, packed, file, disk)
            progress(done, len(archive.bundle.files))
        _refuse_unusable(archive, exhibition)
        for folder in sorted(folders - {generation}, key=lambda folder: len(folder.parts), reverse=True):
            disk.sync_folder(folder)
        # Last: a folder with a list is whole.
        if archive.signature:
            _keep(generation / SIGNATURE, archive.signature, disk)
        _keep(generation / LIST, archive.list_bytes, disk)
        disk.sync_folder(generation)
    except OSError as error:
        raise unwritable(generation.parent, error, "The exhibition") from error


def is_as_listed(generation: Path, files: tuple[PackedFile, ...]) -> bool:
    """Whether the files in a folder are still what its list says."""
    exhibition = generation / EXHIBITION
    try:
        for packed in files:
            with exhibition.joinpath(*packed.name.split("/")).open("rb") as opened:
                if hashlib.file_digest(opened, "sha256").hexdigest() != packed.sha256:
                    return False
    except (OSError, ValueError):
        return False
    return True


def _write(archive: Archive, packed: PackedFile, file: Path, disk: Disk) -> None:
    content = hashlib.sha256()
    with disk.create(file) as opened:
        for block in archive.blocks(packed):
            content.update(block)
            disk.write(opened, block)
        if content.hexdigest() != packed.sha256:
            raise BundleRefused("hash", archive.file, "Its content is not what was packed.", COPY_AGAIN, packed.name)
        disk.sync(opened)


def _keep(file: Path, content: bytes, disk: Disk) -> None:
    with disk.create(file) as opened:
        disk.write(opened, content)
        disk.sync(opened)


def _refuse_unusable(archive: Archive, exhibition: Path) -> None:
    report = check(exhibition, pictures=False)
    if not report.usable:
        why = report.problems[0].message if report.problems else "there is no work in it."
        message = f"Nothing in it can be shown: {why}"
        raise BundleRefused("unusable", archive.file, message, PACK_AGAIN, MANIFEST)


def _megabytes(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"
