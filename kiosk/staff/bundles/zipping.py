"""Writing a bundle: a zip whose bytes depend on nothing but what is in it, put in its place when it is whole."""

from __future__ import annotations

import contextlib
import hashlib
import stat
import zipfile
from typing import TYPE_CHECKING, BinaryIO

from kiosk.exhibition.disk import replacing
from kiosk.exhibition.installed import LIST
from kiosk.exhibition.manifest import MANIFEST
from kiosk.pictures.reading.guard import Refused, open_picture
from kiosk.staff.bundles.archive import BLOCK
from kiosk.staff.bundles.contents import SIGNATURE, Bundle, PackedFile, encode
from kiosk.staff.bundles.refusal import BundleRefused, unreadable, unwritable
from kiosk.staff.bundles.signing import sign

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.staff.bundles.secret_key import SecretKey
    from kiosk.staff.inspection import Progress

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can tell: times of files are no content."""


def packed_file(name: str, source: Path, folder: Path) -> PackedFile:
    """What the list says of a file of the exhibition in `folder`. Raises `BundleRefused`."""
    size, content = 0, hashlib.sha256()
    for block in _blocks(name, source, folder):
        size += len(block)
        content.update(block)
    return PackedFile(name, size, content.hexdigest())


@contextlib.contextmanager
def made_whole(file: Path) -> Iterator[BinaryIO]:
    """The bundle `file` to be written, which is there when it is whole. Raises `BundleRefused`."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as opened:
            yield opened
    except OSError as error:
        raise unwritable(file, error, "The bundle") from error


def write(
    opened: BinaryIO, bundle: Bundle, sources: dict[str, Path], folder: Path, key: SecretKey | None, progress: Progress
) -> None:
    """Write the bundle of `sources`, the files of the exhibition in `folder` by their names in it.

    Raises `BundleRefused` and OSError.
    """
    with zipfile.ZipFile(opened, "w", zipfile.ZIP_STORED) as packed:
        listed = encode(bundle)
        _add(packed, LIST, listed)
        if key:
            comment = f"{bundle.title}, generation {bundle.generation}, made {bundle.made.isoformat()}"
            _add(packed, SIGNATURE, sign(listed, key, " ".join(comment.split())))
        for done, file in enumerate(bundle.files, start=1):
            _copy(packed, file, sources[file.name], folder)
            progress(done, len(bundle.files))


def _copy(packed: zipfile.ZipFile, file: PackedFile, source: Path, folder: Path) -> None:
    """Add a file, which has to be what was listed."""
    size, content = 0, hashlib.sha256()
    with packed.open(_entry(file.name, file.size), "w") as target:
        for block in _blocks(file.name, source, folder):
            size += len(block)
            if size > file.size:
                break
            content.update(block)
            target.write(block)
    if size != file.size or content.hexdigest() != file.sha256:
        message = "It has changed while the bundle was being made."
        raise BundleRefused("changing", source, message, "Wait until it is saved, then start over.")


def _entry(name: str, size: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.create_system = 3
    entry.external_attr = (stat.S_IFREG | 0o644) << 16
    entry.file_size = size
    return entry


def _add(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    packed.writestr(_entry(name, len(content)), content)


def _blocks(name: str, source: Path, folder: Path) -> Iterator[bytes]:
    """The content of a file of the exhibition; the manifest alone may be a link that leads elsewhere."""
    try:
        with source.open("rb") if name == MANIFEST else open_picture(source, folder) as opened:
            while block := opened.read(BLOCK):
                yield block
    except Refused as refused:
        remedy = "Copy the file itself into the exhibition's folder."
        raise BundleRefused(refused.rule, source, refused.message, remedy) from refused
    except OSError as error:
        raise unreadable(source, error) from error
