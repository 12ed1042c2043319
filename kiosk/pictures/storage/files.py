"""How renditions lie in the cache's folder: their names, and how to tell a whole one from a broken one.

A name says from which content, in which way and at which size it was made, and not where that content lay: a picture
that is moved, copied, renamed or touched has its renditions already. A remark at the head of the file says how large
its source is and how bright its parts are. Any of the files may vanish at any time.
"""

from __future__ import annotations

import itertools
import os
import re
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from kiosk.exhibition import regular_files
from kiosk.pictures.orders import LIGHT_COLUMNS, LIGHT_ROWS, Rendition

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.pictures.orders import Box, Identity

FORMAT_VERSION = 5
"""Part of every name: raised when renditions are made differently, so that old ones are no longer found."""

TEMPORARY_SUFFIX = ".tmp"
SUFFIXES = (".jpg", ".png")

_CELLS = LIGHT_COLUMNS * LIGHT_ROWS
_REMARK = re.compile(rb"kiosk rendition of ([1-9]\d{0,5})x([1-9]\d{0,5}), light ((?:[0-9a-f]{2}){%d}|none)\b" % _CELLS)
_HEAD = 256
_BLOCK = 1 << 20
_BLOCKS_A_SIGN = 16
ENDS = (b"\xff\xd9", b"IEND\xaeB`\x82")
"""Last bytes of a whole JPEG or PNG file."""


def content_of(file: BinaryIO, alive: Callable[[], None] = lambda: None) -> bytes:
    """What stands for the content of an open file, 16 bytes; leaves the file at the place where it was.

    BLAKE2b of all of it (RFC 7693): some 10 ms for 7 MB. `alive` is called now and then in a large file.
    """
    place = file.tell()
    file.seek(0)
    content = blake2b(digest_size=16)
    for read in itertools.count(1):
        block = file.read(_BLOCK)
        if not block:
            break
        content.update(block)
        if read % _BLOCKS_A_SIGN == 0:
            alive()
    file.seek(place)
    return content.digest()


def screen_stem(content: bytes, box: Box) -> str:
    """The name, without its suffix, of the screen of a picture with that `content` for `box`."""
    return _stem(content, f"{box[0]}x{box[1]}")


def preview_stem(content: bytes) -> str:
    """The name, without its suffix, of the preview of a picture with that `content`."""
    return _stem(content, "preview")


def tiles_name(content: bytes) -> str:
    """The name of the folder for the tiles of a picture with that `content`."""
    return _stem(content, "tiles")


def remark(width: int, height: int, light: bytes) -> str:
    """What is written into a rendition of a picture that is shown at `width` x `height` and has that `light`."""
    return f"kiosk rendition of {width}x{height}, light {light.hex() or 'none'}"


def as_shown(content: bytes, profile: bytes) -> bytes:
    """What stands for the `content` of a picture as a screen with that ICC `profile` shows it; empty: sRGB."""
    return content + _digest(profile) if profile else content


@lru_cache(maxsize=4)
def _digest(profile: bytes) -> bytes:
    return blake2b(profile, digest_size=8).digest()


def find(folder: Path, identity: Identity, box: Box | None, profile: bytes = b"") -> Rendition | None:
    """What is prepared in `folder` of one picture for `box`, or its preview alone; None unless whole.

    `profile` is the screen's, as in `as_shown`.
    """
    content = as_shown(identity.content, profile)
    preview = look_up(folder, preview_stem(content))
    if preview is None:
        return None
    screen = look_up(folder, screen_stem(content, box)) if box else None
    if box and screen is None:
        return None
    return Rendition(screen.path if screen else None, preview.path, *preview.shown, identity, preview.light)


class Found(NamedTuple):
    """A whole file; the size at which its source is shown, and the light of that, as in `Rendition`."""

    path: Path
    shown: Box
    light: bytes


def look_up(folder: Path, stem: str) -> Found | None:
    """The whole file of that name, None where there is none."""
    for suffix in SUFFIXES:
        path = folder / (stem + suffix)
        try:
            with regular_files.reading(path) as file:
                head = file.read(_HEAD)
                file.seek(-max(map(len, ENDS)), os.SEEK_END)
                tail = file.read()
        except OSError:
            continue
        match = _REMARK.search(head)
        if match and tail.endswith(ENDS):
            light = b"" if match[3] == b"none" else bytes.fromhex(match[3].decode("ascii"))
            return Found(path, (int(match[1]), int(match[2])), light)
    return None


def _stem(content: bytes, kind: str) -> str:
    return f"{content.hex()}.{FORMAT_VERSION}.{kind}"
