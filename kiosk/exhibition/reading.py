"""Reading an exhibition in order to show it: from its index where that still holds, else from its manifest."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition import index
from kiosk.exhibition.file_state import FileState
from kiosk.exhibition.manifest import ManifestReading, read_manifest
from kiosk.exhibition.spelling import as_on_disk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


LARGE = 1_500_000
"""Bytes of a manifest that takes longer to read than visitors should look at nothing."""


def read_exhibition(
    manifest: Path, indexes: Path, read_large: Callable[[Path], bytes | ManifestReading] | None = None
) -> ManifestReading:
    """What `manifest` says, pictures named as the disk names them. Its index is looked for, and kept, in `indexes`.

    A large manifest without an index is read by `read_large`, which answers as `read_anew` does. Without any work
    there is nothing to show: `exhibition` is None then, too.
    """
    known = index.recall(indexes, manifest)
    if known is not None:
        return known.reading()
    made = read_large(manifest) if read_large and is_large(manifest) else read_anew(manifest)
    if isinstance(made, ManifestReading):
        return made
    index.keep(indexes, manifest, made)
    return index.unpacked(made, manifest.parent).reading()


def is_large(manifest: Path) -> bool:
    """Whether reading it takes long."""
    try:
        return manifest.stat().st_size >= LARGE
    except (OSError, ValueError):
        return False


def read_anew(manifest: Path) -> bytes | ManifestReading:
    """The index of `manifest`, packed; what it says itself where nothing can be shown, or not be written down."""
    with contextlib.suppress(OSError, ValueError):
        before = FileState.of(manifest)
    reading = read_manifest(manifest)
    found = reading.exhibition
    if found is None or not found.works:
        return msgspec.structs.replace(reading, exhibition=None)
    try:
        return index.packed(index.index_of(found, reading.problems, before))
    except ValueError:  # the way to the exhibition is no text
        return msgspec.structs.replace(reading, exhibition=as_on_disk(found))
