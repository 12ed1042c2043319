"""Bundles for tests: honest ones made in a moment, and zips that lie in any way a zip can."""

from __future__ import annotations

import datetime as dt
import hashlib
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

from kiosk.exhibition.disk import CacheDisk
from kiosk.exhibition.installed import LIST
from kiosk.staff.bundles.contents import SIGNATURE, Bundle, PackedFile, encode
from kiosk.staff.bundles.signing import sign

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.staff.bundles.secret_key import SecretKey

NOON = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
WORKS = "exhibition: {title: Spring}\nworks:\n- {id: a, picture: pictures/a.jpg}\n- {id: b, picture: pictures/b.jpg}\n"


def files(mark: str = "one", pictures: int = 2, size: int = 2000) -> dict[str, bytes]:
    """The files of an exhibition; `mark` makes their contents differ."""
    shown = {f"pictures/{name}.jpg": mark.encode() * (size // len(mark)) for name in "abcdefghijklmnop"[:pictures]}
    return {"manifest.yaml": f"# {mark}\n{WORKS}".encode(), **shown}


def described(contents: dict[str, bytes], **facts: Any) -> Bundle:
    listed = tuple(PackedFile(name, len(data), hashlib.sha256(data).hexdigest()) for name, data in contents.items())
    usual = {"format": 1, "title": "Spring", "generation": 1, "minimum_version": "0.1.0", "made": NOON, "files": listed}
    return Bundle(**(usual | facts))


def write_bundle(
    file: Path, contents: dict[str, bytes] | None = None, key: SecretKey | None = None, **facts: Any
) -> Path:
    """A bundle as `kiosk pack` would make it, without asking whether its pictures are any."""
    contents = files() if contents is None else contents
    listed = encode(described(contents, **facts))
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(LIST, listed)
        if key:
            packed.writestr(SIGNATURE, sign(listed, key, "for a test"))
        for name, data in contents.items():
            packed.writestr(name, data)
    return file


class RawZip:
    """A zip put together byte by byte, in which anything may be untrue."""

    def __init__(self) -> None:
        self.local = b""
        self.central = b""
        self.count = 0

    def add(
        self,
        name: str | bytes,
        content: bytes = b"x",
        *,
        method: int = 0,
        flags: int = 0x800,
        mode: int = 0o100644,
        size: int | None = None,
        packed_size: int | None = None,
        at: int | None = None,
    ) -> RawZip:
        """An entry. `size` and `packed_size` are what it says, `at` where it says that it is."""
        raw = name.encode() if isinstance(name, str) else name
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = deflate.compress(content) + deflate.flush() if method == 8 else content
        facts = (
            flags,
            method,
            0,
            0x21,
            zlib.crc32(content),
            len(packed) if packed_size is None else packed_size,
            len(content) if size is None else size,
            len(raw),
            0,
        )
        place = len(self.local) if at is None else at
        self.local += struct.pack("<4s5H3L2H", b"PK\3\4", 20, *facts) + raw + packed
        self.central += struct.pack(
            "<4s6H3L5H2L", b"PK\1\2", 0x0314, 20, *facts, 0, 0, 0, (mode << 16) & 0xFFFFFFFF, place
        )
        self.central += raw
        self.count += 1
        return self

    def end(self, comment: bytes = b"", length: int | None = None, offset: int | None = None) -> bytes:
        """All of it."""
        size = len(self.central) if length is None else length
        place = len(self.local) if offset is None else offset
        count = min(self.count, 0xFFFF)
        record = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, size, place, len(comment))
        return self.local + self.central + record + comment


def listed(contents: dict[str, bytes] | None = None, **facts: Any) -> RawZip:
    """A zip that begins like a bundle with these files, which are still to be added."""
    return RawZip().add(LIST, encode(described(files() if contents is None else contents, **facts)))


class WatchedDisk(CacheDisk):
    """A disk that notes what is done to it, in `steps`, and fails with `error` at the step `fails_at`.

    With `for_ever` it goes on failing. It is asked to sync, and does not: tests need not survive a power cut.
    """

    def __init__(self, fails_at: int | None = None, error: int = 0, *, for_ever: bool = False) -> None:
        self.steps: list[tuple[str, str]] = []
        self._fails_at = fails_at
        self._error = error
        self._for_ever = for_ever

    @property
    def failed(self) -> bool:
        return self._fails_at is not None and len(self.steps) > self._fails_at

    def _step(self, what: str, where: object) -> None:
        self.steps.append((what, str(where)))
        if self._fails_at is not None and (
            len(self.steps) - 1 == self._fails_at or (self._for_ever and len(self.steps) > self._fails_at)
        ):
            raise OSError(self._error, "the test's", str(where))

    def make_folder(self, folder):
        self._step("make_folder", folder)
        super().make_folder(folder)

    def create(self, file, *, private=False):
        self._step("create", file)
        return super().create(file, private=private)

    def write(self, opened, block):
        self._step("write", opened.name)
        super().write(opened, block)

    def sync(self, opened):
        self._step("sync", opened.name)
        super().sync(opened)

    def sync_folder(self, folder):
        self._step("sync_folder", folder)
        super().sync_folder(folder)

    def rename(self, folder, to):
        self._step("rename", to)
        super().rename(folder, to)

    def replace(self, file, by):
        self._step("replace", file)
        super().replace(file, by)
