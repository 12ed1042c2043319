"""What a worker, and the C libraries in it, say on their standard error: never passed on, little of it kept.

libtiff and libjpeg complain there behind Python's back, hundreds of lines for some files. It goes into a pipe that
takes so much and no more, and is looked at only when a worker has come to an end.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import IO

MOST_BYTES = 1 << 16
LONGEST = 200


def let_go(words: IO[bytes] | None) -> str:
    """The last line in the pipe `words`, at most `LONGEST` letters of it; the pipe is empty then. Waits for nothing."""
    if words is None or sys.platform == "win32":  # there a worker says nothing
        return ""
    said = b""
    with contextlib.suppress(OSError, ValueError):
        os.set_blocking(words.fileno(), False)
        said = os.read(words.fileno(), MOST_BYTES)
    lines = [line for line in said.decode(errors="replace").splitlines() if line.strip()]
    return _printable(lines[-1].strip()[:LONGEST]) if lines else ""


def _printable(words: str) -> str:
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in words)
