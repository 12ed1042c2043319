"""How renditions lie in the cache's folder: their names, and how to tell a whole one from a broken one.

A name says which version of which file, at which size, it was made from; a remark at the head of the file says how
large its source is. So nothing has to be kept beside the files, and any of them may vanish at any time.
"""

from __future__ import annotations

import os
import re
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.pictures.orders import Box, Stamp

FORMAT_VERSION = 1
"""Part of every name: raised when renditions are made differently, so that old ones are no longer found."""

TEMPORARY_SUFFIX = ".tmp"
SUFFIXES = (".jpg", ".png")

_REMARK = re.compile(rb"kiosk rendition of ([1-9]\d{0,5})x([1-9]\d{0,5})\b")
_HEAD = 256
_ENDS = (b"\xff\xd9", b"IEND\xaeB`\x82")


def stem(source: Path, stamp: Stamp, box: Box | None) -> str:
    """The name, without its suffix, of the rendition of one version of `source` for `box`, or of its preview."""
    width, height = box or (0, 0)
    facts = f"{FORMAT_VERSION} {stamp.size} {stamp.mtime_ns} {width}x{height} ".encode()
    return blake2b(facts + os.fsencode(source.absolute()), digest_size=16).hexdigest()


def remark(width: int, height: int) -> str:
    """What is written into a rendition of a picture that is shown at `width` x `height`."""
    return f"kiosk rendition of {width}x{height}"


def look_up(folder: Path, name_stem: str) -> tuple[Path, Box] | None:
    """The rendition of that name and the size of its source; None where there is none or it is not whole."""
    for suffix in SUFFIXES:
        path = folder / (name_stem + suffix)
        try:
            with path.open("rb", buffering=0) as file:
                head = file.read(_HEAD)
                file.seek(-max(map(len, _ENDS)), os.SEEK_END)
                tail = file.read()
        except OSError:
            continue
        match = _REMARK.search(head)
        if match and tail.endswith(_ENDS):
            return path, (int(match[1]), int(match[2]))
    return None
