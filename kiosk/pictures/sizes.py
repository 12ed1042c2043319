"""How large pictures are, remembered from one start to the next."""

from __future__ import annotations

import contextlib
import os
import shutil
import threading
from typing import TYPE_CHECKING

import msgspec

from kiosk.pictures.files import TEMPORARY_SUFFIX
from kiosk.pictures.orders import Box, Measured, Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_ENTRIES = 200_000

_Entry = tuple[int, int, int, int]
"""Length in bytes, time of change in nanoseconds, width, height."""

_decoder: msgspec.msgpack.Decoder[dict[bytes, _Entry]] = msgspec.msgpack.Decoder(dict[bytes, _Entry])


class Sizes:
    """The shown sizes of pictures, kept in `file`. A file that cannot be read counts as empty. Safe to share."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._changed = False
        self._entries: dict[bytes, _Entry] = {}
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            self._entries = _decoder.decode(file.read_bytes())

    def known(self, sources: Iterable[Path]) -> dict[Path, Box]:
        """(width, height) of those of `sources` that have not changed since they were learned."""
        found = {}
        for source in sources:
            entry = self._entries.get(_key(source))
            if entry and Stamp(*entry[:2]) == _stamp(source):
                found[source] = entry[2:]
        return found

    def learn(self, measured: Iterable[Measured]) -> None:
        """Remember what was measured."""
        with self._lock:
            for item in measured:
                entry = (item.stamp.size, item.stamp.mtime_ns, item.header.width, item.header.height)
                key = _key(item.source)
                if self._entries.pop(key, None) != entry:
                    self._changed = True
                self._entries[key] = entry
            while len(self._entries) > MAX_ENTRIES:
                del self._entries[next(iter(self._entries))]

    def save(self) -> None:
        """Write to the file what was learned since the last time; a disk that refuses is no problem of the show."""
        with self._lock:
            if not self._changed:
                return
            self._changed = False
            data = msgspec.msgpack.encode(self._entries)
        temporary = self._file.with_name(f"{self._file.name}.{os.getpid()}{TEMPORARY_SUFFIX}")
        with contextlib.suppress(OSError):
            temporary.write_bytes(data)
            if self._file.is_dir():
                shutil.rmtree(self._file)
            temporary.replace(self._file)


def _key(source: Path) -> bytes:
    return os.fsencode(source.absolute())


def _stamp(source: Path) -> Stamp | None:
    try:
        return Stamp.of(source.stat())
    except (OSError, ValueError):
        return None
