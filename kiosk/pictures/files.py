"""How renditions lie in the cache's folder: their names, and how to tell a whole one from a broken one.

A name says which version of which file, at which size, it was made from; a remark at the head of the file says how
large its source is. So nothing has to be kept beside the files, and any of them may vanish at any time.
"""

from __future__ import annotations

import os
import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from kiosk.pictures.orders import Rendition

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


def screen_stem(source: Path, stamp: Stamp, box: Box) -> str:
    """The name, without its suffix, of the screen of one version of `source` for `box`."""
    return _stem(source, stamp, f"{box[0]}x{box[1]}")


def preview_stem(source: Path, stamp: Stamp) -> str:
    """The name, without its suffix, of the preview of one version of `source`."""
    return _stem(source, stamp, "preview")


def remark(width: int, height: int) -> str:
    """What is written into a rendition of a picture that is shown at `width` x `height`."""
    return f"kiosk rendition of {width}x{height}"


def find(folder: Path, source: Path, stamp: Stamp, box: Box | None) -> Rendition | None:
    """What is prepared in `folder` of one version of `source` for `box`, or its preview alone; None unless whole."""
    preview = look_up(folder, preview_stem(source, stamp))
    if preview is None:
        return None
    screen = look_up(folder, screen_stem(source, stamp, box)) if box else None
    if box and screen is None:
        return None
    return Rendition(screen[0] if screen else None, preview[0], *preview[1])


def look_up(folder: Path, stem: str) -> tuple[Path, Box] | None:
    """The whole file of that name and the size of its source, None where there is none."""
    for suffix in SUFFIXES:
        path = folder / (stem + suffix)
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


def _stem(source: Path, stamp: Stamp, kind: str) -> str:
    facts = f"{FORMAT_VERSION} {stamp.size} {stamp.mtime_ns} {kind} ".encode()
    return blake2b(facts + os.fsencode(source.absolute()), digest_size=16).hexdigest()
