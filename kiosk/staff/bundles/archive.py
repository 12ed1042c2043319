"""Opening a bundle: everything that can be known of it before a byte is written."""

from __future__ import annotations

import contextlib
import os
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO

from kiosk.exhibition import regular_files
from kiosk.exhibition.installed import LIST
from kiosk.staff.bundles.contents import MOST_LIST_BYTES, SIGNATURE, Bundle, PackedFile, decode
from kiosk.staff.bundles.directory import refuse_broken_end, refuse_strange
from kiosk.staff.bundles.refusal import COPY_AGAIN, PACK_AGAIN, BundleRefused, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BLOCK = 1 << 18
MOST_SIGNATURE_BYTES = 4096
_ARCHIVE_MAGIC = (
    b"PK\3\4",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\0",
    b"\x28\xb5\x2f\xfd",
)


class Archive:
    """An open bundle whose directory is sound and whose list names exactly the files in it.

    `list_bytes` is bundle.json as it stands there; `signature` is of these bytes, None for a bundle without one.
    Nothing says yet that a file's content is what the list says: `blocks` counts, whoever reads them compares.
    """

    def __init__(self, file: Path, packed: zipfile.ZipFile) -> None:
        self.file = file
        self._packed = packed
        entries = {entry.filename: entry for entry in packed.infolist()}
        self.list_bytes = self._small(entries[LIST], MOST_LIST_BYTES)
        self.signature = self._small(entries[SIGNATURE], MOST_SIGNATURE_BYTES) if SIGNATURE in entries else None
        self.bundle: Bundle = decode(self.list_bytes, file)
        self._entries = entries
        self._compare_with_list()

    def blocks(self, packed: PackedFile) -> Iterator[bytes]:
        """The content of a file of the bundle, at most as many bytes as were promised. Raises `BundleRefused`."""
        count = 0
        with door(self.file, packed.name), self._packed.open(self._entries[packed.name]) as opened:
            while block := opened.read(min(BLOCK, packed.size - count + 1)):
                if not count and block.startswith(_ARCHIVE_MAGIC):
                    message = "There is an archive in the bundle; no exhibition shows one."
                    raise BundleRefused("nested", self.file, message, PACK_AGAIN, packed.name)
                count += len(block)
                if count > packed.size:
                    raise BundleRefused("sizes", self.file, "It is larger than it says.", COPY_AGAIN, packed.name)
                yield block
        if count != packed.size:
            raise BundleRefused("sizes", self.file, "It is smaller than it says.", COPY_AGAIN, packed.name)

    def _small(self, entry: zipfile.ZipInfo, most: int) -> bytes:
        if entry.file_size > most:
            raise BundleRefused("too-large", self.file, "It is far too large.", PACK_AGAIN, entry.filename)
        with door(self.file, entry.filename), self._packed.open(entry) as opened:
            return opened.read(most + 1)

    def _compare_with_list(self) -> None:
        listed = {packed.name: packed.size for packed in self.bundle.files}
        there = {name: entry.file_size for name, entry in self._entries.items() if name not in (LIST, SIGNATURE)}
        if len(listed) < len(self.bundle.files):
            raise BundleRefused("bad-list", self.file, "A file is listed twice.", PACK_AGAIN, LIST)
        for name in listed.keys() ^ there.keys():
            message = (
                "It is listed, but not in the bundle." if name in listed else "It is in the bundle, but not listed."
            )
            raise BundleRefused("bad-list", self.file, message, PACK_AGAIN, name)
        for name, size in listed.items():
            if size != there[name]:
                raise BundleRefused("sizes", self.file, "It has not the size that is listed.", PACK_AGAIN, name)


@contextlib.contextmanager
def open_bundle(file: Path) -> Iterator[Archive]:
    """The bundle in `file`, its directory and its list checked, no other entry read yet. Raises `BundleRefused`."""
    with contextlib.ExitStack() as stack:
        with door(file):
            opened = stack.enter_context(_open_regular(file))
            refuse_broken_end(opened, file)
            packed = stack.enter_context(zipfile.ZipFile(opened))
            refuse_strange(packed.infolist(), file, packed.start_dir)
            archive = Archive(file, packed)
        yield archive


def _open_regular(file: Path) -> BinaryIO:
    try:
        return os.fdopen(regular_files.open_regular(file), "rb")
    except regular_files.NoFileError as error:
        remedy = "Name a file that `kiosk pack` has made."
        raise BundleRefused("not-a-bundle", file, "It is no file.", remedy) from error
    except OSError as error:
        raise unreadable(file, error) from error


@contextlib.contextmanager
def door(file: Path, entry: str = "") -> Iterator[None]:
    """Whatever comes out of `zipfile` while a bundle is read leaves as `BundleRefused`."""
    try:
        yield
    except BundleRefused:
        raise
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, zlib.error, EOFError) as error:
        message = f"It is damaged ({error})."
        raise BundleRefused("damaged", file, message, COPY_AGAIN, entry) from error
    except (MemoryError, OverflowError, LookupError) as error:
        message = f"It is damaged, or made to do harm ({type(error).__name__})."
        raise BundleRefused("damaged", file, message, COPY_AGAIN, entry) from error
    except OSError as error:
        raise unreadable(file, error, entry) from error
