"""Telling a JPEG whose copy broke off after room had been made for all of it: its end is nothing but zeros.

The decoder takes zeros for pixels and would show a picture that is grey from some row on.
"""

from __future__ import annotations

import os
from typing import IO

END = b"\xff\xd9"
_FEWEST = 64
"""Zeros at the end that are more than the padding some cameras leave."""
_BLOCK = 1 << 16


def is_hollow(file: IO[bytes]) -> bool:
    """Whether `file`, a JPEG read up to its pixels, ends in zeros without having come to its end; left where it was.

    Within pixels 0xff is always followed by something else, so the mark of the end says that they were all there.
    """
    pixels = file.tell()
    end = file.seek(0, os.SEEK_END)
    try:
        file.seek(max(pixels, end - _FEWEST))
        if file.read().strip(b"\0"):
            return False
        after = b""
        while end > pixels:
            start = max(pixels, end - _BLOCK)
            file.seek(start)
            block = file.read(end - start)
            if END in block + after[:1]:
                return False
            end, after = start, block
        return True
    finally:
        file.seek(pixels)
