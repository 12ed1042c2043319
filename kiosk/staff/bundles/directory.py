"""The directory of a zip that nobody vouches for: whether anything in it could hurt, before any of it is unpacked."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kiosk.exhibition.file_names import BadName, as_disks_see, file_inside
from kiosk.exhibition.installed import LIST
from kiosk.staff.bundles.contents import MOST_FILES
from kiosk.staff.bundles.refusal import COPY_AGAIN, PACK_AGAIN, BundleRefused

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_RATIO = 100
"""A file that unpacks to more than so many times its packed size is a bomb; words shrink to a fiftieth at most."""
SMALL = 4096
"""Bytes that any file may unpack to, however small it is packed."""

_LOCAL, _ENTRY, _END, _LOCATOR, _END64 = b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\7", b"PK\6\6"
_END_RECORD = struct.Struct("<4s4H2LH")
_END64_RECORD = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_BYTES = 20
_LOCAL_BYTES = 30
_LENGTHS = struct.Struct("<3H")
_ENTRY_BYTES = 46
_MOST_DIRECTORY_BYTES = MOST_FILES * (_ENTRY_BYTES + 128)
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_ARCHIVES = (".zip", ".kiosk", ".7z", ".rar", ".gz", ".bz2", ".xz", ".zst", ".tar", ".jar")


def refuse_broken_end(opened: BinaryIO, file: Path) -> None:
    """Refuse what is no zip, is incomplete, or has more entries than a bundle may have.

    Read here because `zipfile` keeps all entries, however many, before anybody can count them.
    """
    size = opened.seek(0, os.SEEK_END)
    opened.seek(0)
    if opened.read(4) != _LOCAL:
        message = "It is empty." if size == 0 else "It is no bundle: it does not begin like one."
        raise BundleRefused("not-a-bundle", file, message, "Name a file that `kiosk pack` has made.")
    tail = _END64_RECORD.size + _LOCATOR_BYTES + _END_RECORD.size
    opened.seek(max(0, size - tail))
    end = opened.read(tail)
    magic, _, _, _, _, length, offset, comment = _END_RECORD.unpack(end[-_END_RECORD.size :].rjust(22, b"\0"))
    if magic != _END or comment:
        raise BundleRefused("incomplete", file, "It is incomplete: its end is missing.", COPY_AGAIN)
    if len(end) == tail and end[_END64_RECORD.size :].startswith(_LOCATOR):
        record = _END64_RECORD.unpack(end[: _END64_RECORD.size])
        if record[0] != _END64:
            raise BundleRefused("incomplete", file, "It is damaged: its end makes no sense.", COPY_AGAIN)
        length, offset = record[8], record[9]
        size -= tail - _END_RECORD.size
    if offset + length != size - _END_RECORD.size or length < _ENTRY_BYTES:
        raise BundleRefused("incomplete", file, "It is damaged: its directory is not where it should be.", COPY_AGAIN)
    opened.seek(offset)
    _refuse_many(opened, file, length)


def _refuse_many(opened: BinaryIO, file: Path, length: int) -> None:
    too_many = BundleRefused(
        "too-many-files",
        file,
        f"It has more than {MOST_FILES:,} files; no exhibition has.",
        "Divide the exhibition, or do not trust whoever sent this.",
    )
    if length > _MOST_DIRECTORY_BYTES:
        raise too_many
    directory, place, count = opened.read(length), 0, 0
    while directory.startswith(_ENTRY, place):
        count += 1
        entry = directory[place : place + _ENTRY_BYTES].ljust(_ENTRY_BYTES, b"\0")
        place += _ENTRY_BYTES + sum(_LENGTHS.unpack_from(entry, 28))
        if count > MOST_FILES:
            raise too_many


def refuse_strange(entries: Sequence[zipfile.ZipInfo], file: Path, directory_at: int) -> None:
    """Refuse a bundle whose directory has anything in it that `kiosk pack` does not write. Nothing is unpacked yet."""
    if entries[0].filename != LIST or any(entry.filename == LIST for entry in entries[1:]):
        message = f"It is no bundle: its first file is not {LIST}."
        raise BundleRefused("not-a-bundle", file, message, "Name a file that `kiosk pack` has made.")
    for entry in entries:
        _refuse_name(entry, file)
        _refuse_kind(entry, file)
        _refuse_size(entry, file)
    _refuse_alike(entries, file)
    _refuse_overlapping(entries, file, directory_at)


def _refuse_name(entry: zipfile.ZipInfo, file: Path) -> None:
    name = entry.filename
    try:
        inside = file_inside(entry.orig_filename, Path()).as_posix()
    except BadName as bad:
        raise BundleRefused(bad.rule, file, bad.message, PACK_AGAIN, entry.orig_filename) from bad
    if inside != name or entry.orig_filename != name:
        message = "The name is not written as a bundle writes it."
        raise BundleRefused("file-name", file, message, PACK_AGAIN, entry.orig_filename)
    if name.lower().endswith(_ARCHIVES):
        message = "There is an archive in the bundle; no exhibition shows one."
        raise BundleRefused("nested", file, message, PACK_AGAIN, name)


def _refuse_kind(entry: zipfile.ZipInfo, file: Path) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        what = "a link" if kind == stat.S_IFLNK else "no ordinary file"
        raise BundleRefused("not-a-regular-file", file, f"This is {what}.", PACK_AGAIN, entry.filename)
    if entry.flag_bits & _ENCRYPTED:
        raise BundleRefused("encrypted", file, "This is encrypted; a bundle is not.", PACK_AGAIN, entry.filename)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        known = zipfile.compressor_names.get(entry.compress_type, "")  # type: ignore[attr-defined]
        message = f"This is packed in a way that is not read here ({known or entry.compress_type})."
        raise BundleRefused("compression", file, message, PACK_AGAIN, entry.filename)


def _refuse_size(entry: zipfile.ZipInfo, file: Path) -> None:
    stored = entry.compress_type == zipfile.ZIP_STORED
    if stored and entry.file_size != entry.compress_size:
        raise BundleRefused("sizes", file, "Its two sizes do not agree.", COPY_AGAIN, entry.filename)
    if entry.file_size > max(SMALL, MOST_RATIO * entry.compress_size):
        message = f"This would unpack to more than {MOST_RATIO} times its size."
        raise BundleRefused("bomb", file, message, "Do not trust whoever sent this.", entry.filename)


def _refuse_alike(entries: Sequence[zipfile.ZipInfo], file: Path) -> None:
    """Names that some disk takes for the same, and files that are folders of others."""
    known: dict[str, str] = {}
    for entry in entries:
        seen = as_disks_see(entry.filename)
        if seen in known:
            message = f'Some disks take it for the same file as "{known[seen]}".'
            raise BundleRefused("same-name", file, message, "Give each file a name of its own.", entry.filename)
        known[seen] = entry.filename
    for seen, name in known.items():
        folder = seen.rpartition("/")[0]
        while folder:
            if folder in known:
                message = f'"{known[folder]}" cannot be a file and a folder.'
                raise BundleRefused("same-name", file, message, "Give each file a name of its own.", name)
            folder = folder.rpartition("/")[0]


def _refuse_overlapping(entries: Sequence[zipfile.ZipInfo], file: Path, directory_at: int) -> None:
    """Entries that share their bytes: how a small zip becomes a large one without a large ratio."""
    free_from = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        end = entry.header_offset + _LOCAL_BYTES + len(entry.filename) + entry.compress_size
        if entry.header_offset < free_from or end > directory_at:
            raise BundleRefused("overlap", file, "It lies over another file's bytes.", COPY_AGAIN, entry.filename)
        free_from = end
