"""What is known of pictures without opening them, remembered from one start to the next.

A file of records of one length, only ever added to. So two programs may write into it at once, a power cut costs no
more than the last record, and reading ten thousand of them takes a few milliseconds. Whatever is lost or damaged in
it is learned again, at the price of reading a picture.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import struct
import threading
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition import regular_files
from kiosk.pictures.orders import Box, Identity, Stamp
from kiosk.pictures.storage.files import TEMPORARY_SUFFIX

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_ENTRIES = 200_000

_KEY = 16
_FACTS = struct.Struct("<QqII16s")
_CHECK = 8
_RECORD = _KEY + _FACTS.size + _CHECK
_KEY_AND_REST = struct.Struct(f"{_KEY}s{_RECORD - _KEY}s")
_SLACK = 1 << 16
_LONGEST = 4 * _RECORD * MAX_ENTRIES
_UNREAD = bytes(16)
"""Stands for the content of a picture of which only the header was read."""


class Entry(msgspec.Struct, frozen=True):
    """One version of a picture: its shown (width, height), and its content unless only its header was read."""

    stamp: Stamp
    size: Box
    content: bytes | None = None


class Register:
    """What was learned about pictures, kept in `file`. Safe to share between threads and between programs.

    Of more than 200,000 pictures the latest are kept. A look at a picture's status may take for ever where that lies on
    a network drive: what says so below takes one, the rest answers at once from what was seen at the last look.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.RLock()
        self._records: dict[bytes, bytes] | None = None
        self._looked: dict[bytes, bool] = {}

    def identity(self, source: Path) -> Identity | None:
        """Which version of which picture lies at `source`; None unless it was learned and has not changed since.

        Takes a look.
        """
        return _identity(self._entry(source))

    def remembered(self, source: Path) -> Identity | None:
        """Which version lay at `source` when it was learned, whatever lies there now."""
        return _identity(self._recorded(_key(source)))

    def believed(self, source: Path) -> Identity | None:
        """`identity` as of the last look; None also when there was none yet."""
        key = _key(source)
        return _identity(self._recorded(key)) if self._looked.get(key) else None

    def has_looked(self, source: Path) -> bool:
        """Whether `believed` is more than a guess."""
        return _key(source) in self._looked

    def look(self, source: Path) -> None:
        """Take a look, for `believed` from now on."""
        self._entry(source)

    def believe(self, source: Path) -> None:
        """Take what was learned for what is there: somebody waits, and the look takes too long."""
        self._looked.setdefault(_key(source), True)

    def doubt(self, sources: Iterable[str]) -> None:
        """Something has changed there: forget what was seen. Takes absolute paths, of which there may be very many."""
        for source in sources:
            self._looked.pop(_key_of(source), None)

    def sizes(self, sources: Iterable[Path]) -> dict[Path, Box]:
        """The shown (width, height) of those of `sources` that have not changed since it was learned. Takes looks."""
        return {source: entry.size for source in sources if (entry := self._entry(source))}

    def learn(self, news: Iterable[tuple[Path, Entry]]) -> None:
        """Remember what was found out; a disk that refuses to keep it is no problem of the show."""
        with self._lock:
            records = self._loaded()
            added: list[bytes] = []
            for source, entry in news:
                key = _key(source)
                before = self._recorded(key)
                self._looked[key] = True  # whoever has found it out has just looked
                if before and before.content and not entry.content and before.stamp == entry.stamp:
                    continue
                record = _packed(key, entry)
                if records.pop(key, None) != record:
                    added += key, record
                records[key] = record
            while len(records) > MAX_ENTRIES:
                del records[next(iter(records))]
            if added:
                self._add(b"".join(added))

    def _entry(self, source: Path) -> Entry | None:
        """What is known of the file as it is now. What cannot be reached is believed to be as it was."""
        key = _key(source)
        entry = self._recorded(key)
        try:
            holds = entry is not None and entry.stamp == Stamp.of(source.stat())
        except (OSError, ValueError) as error:
            from kiosk.exhibition.file_state import is_out_of_reach  # noqa: PLC0415 - a worker has no use for it

            holds = entry is not None and is_out_of_reach(error)
        self._looked[key] = holds
        return entry if holds else None

    def _recorded(self, key: bytes) -> Entry | None:
        records = self._loaded() if self._records is None else self._records
        record = records.get(key)
        return _unpacked(key, record) if record else None

    def _loaded(self) -> dict[bytes, bytes]:
        with self._lock:
            if self._records is None:
                self._records = _split(_read(self._file))
            return self._records

    def _add(self, records: bytes) -> None:
        with contextlib.suppress(OSError):
            if self._file.is_dir():
                shutil.rmtree(self._file)
            descriptor = regular_files.open_to_write(self._file, os.O_WRONLY | os.O_APPEND)
            try:
                torn = os.fstat(descriptor).st_size % _RECORD
                os.write(descriptor, bytes(-torn % _RECORD) + records)
            finally:
                os.close(descriptor)


def compact(file: Path) -> None:
    """Write the register at `file` anew when most of it is out of date or damaged."""
    data = _read(file)
    whole = {key: record for key, record in _split(data).items() if _unpacked(key, record)}
    kept = list(whole.items())[-MAX_ENTRIES:]
    with contextlib.suppress(OSError):
        if file.stat().st_size <= 2 * _RECORD * len(kept) + _SLACK:
            return
        temporary = file.with_name(f"{file.name}.{os.getpid()}{TEMPORARY_SUFFIX}")
        temporary.write_bytes(b"".join(key + record for key, record in kept))
        added_meanwhile = _read(file)[len(data) :]
        with temporary.open("ab") as new:
            new.write(added_meanwhile)
        temporary.replace(file)


def _read(file: Path) -> bytes:
    """The whole file; nothing of one that is missing, or far too long to be ours."""
    try:
        return regular_files.read(file) if file.stat().st_size <= _LONGEST else b""
    except OSError:
        return b""


def _split(data: bytes) -> dict[bytes, bytes]:
    whole = len(data) - len(data) % _RECORD
    return dict(_KEY_AND_REST.iter_unpack(memoryview(data)[:whole]))


def _packed(key: bytes, entry: Entry) -> bytes:
    facts = _FACTS.pack(entry.stamp.size, entry.stamp.mtime_ns, *entry.size, entry.content or _UNREAD)
    return facts + _check(key, facts)


def _unpacked(key: bytes, record: bytes) -> Entry | None:
    facts = record[: _FACTS.size]
    if record[_FACTS.size :] != _check(key, facts):
        return None
    size, mtime_ns, width, height, content = _FACTS.unpack(facts)
    return Entry(Stamp(size, mtime_ns), (width, height), None if content == _UNREAD else content)


def _check(key: bytes, facts: bytes) -> bytes:
    return blake2b(key + facts, digest_size=_CHECK).digest()


def _key(source: Path) -> bytes:
    return _key_of(os.fspath(source.absolute()))


def _key_of(path: str) -> bytes:
    return blake2b(os.fsencode(path), digest_size=_KEY).digest()


def _identity(entry: Entry | None) -> Identity | None:
    return Identity(entry.stamp, entry.content) if entry and entry.content else None
