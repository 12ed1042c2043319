"""The ICC profile of the screen: whether a file is one, before anything is shown by it (ICC.1:2022, clause 7)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from kiosk.exhibition import regular_files

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 8 << 20
"""It travels to a worker with every picture; those of screens have a few thousand bytes to some hundred thousand."""

_HEADER = struct.Struct(">I8x4s4s16s4s")
_TAG = struct.Struct(">4sII")
_TAGS_AT = 128
_MAX_TAGS = 200
_CURVES = frozenset({b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"})
_TABLES = frozenset({b"B2A0", b"B2A1"})


class NoProfile(Exception):
    """The file is no profile of a screen; in words that continue "it is not used:"."""


def read_screen_profile(file: Path) -> bytes:
    """The profile in `file`. Raises `NoProfile` for a file that is none, or not one of a screen."""
    try:
        if not file.is_file():
            raise NoProfile("there is no such file")
        data = regular_files.read(file, MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise NoProfile(f"it cannot be read ({getattr(error, 'strerror', None) or error})") from error
    if len(data) > MAX_BYTES:
        raise NoProfile(f"it has more than {MAX_BYTES >> 20} MB")
    _check(data)
    return data


def _check(data: bytes) -> None:
    if len(data) < _TAGS_AT + 4 or data[36:40] != b"acsp":
        raise NoProfile("it is no ICC profile")
    size, kind, space, _, _ = _HEADER.unpack_from(data)
    if size > len(data):
        raise NoProfile("it is incomplete")
    if kind not in (b"mntr", b"spac") or space != b"RGB ":
        raise NoProfile("it is not the profile of a screen, but of a printer, scanner or something else")
    tags = _tags(data)
    if not (tags >= _CURVES or tags & _TABLES):
        raise NoProfile("it does not say how colours get onto the screen")


def _tags(data: bytes) -> set[bytes]:
    """The names of the tags that lie inside `data`."""
    (count,) = struct.unpack_from(">I", data, _TAGS_AT)
    if count > _MAX_TAGS or _TAGS_AT + 4 + count * _TAG.size > len(data):
        raise NoProfile("it is damaged")
    entries = (_TAG.unpack_from(data, _TAGS_AT + 4 + index * _TAG.size) for index in range(count))
    return {name for name, offset, length in entries if offset + length <= len(data)}
