"""Messages on a pipe: four bytes of length, then that many bytes."""

from __future__ import annotations

import struct
from typing import BinaryIO

_LENGTH = struct.Struct("<I")
_LONGEST = 16 << 20


def read_frame(file: BinaryIO) -> bytes:
    """The next message, empty at the end of the file, where it breaks off, or when it claims more than 16 MB."""
    head = file.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    length = _LENGTH.unpack(head)[0]
    if length > _LONGEST:
        return b""
    data = file.read(length)
    return data if len(data) == length else b""


def write_frame(file: BinaryIO, data: bytes) -> None:
    """Write one message. Raises `OSError` when nobody reads any more."""
    file.write(_LENGTH.pack(len(data)) + data)
    file.flush()
