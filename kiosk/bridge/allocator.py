"""How the C library keeps the memory of pictures."""

from __future__ import annotations

import ctypes
import sys

OWN_PAGES_FROM = 1 << 20
"""Bytes: a preview has as many, a rendition for the screen eight times or more."""
_M_MMAP_THRESHOLD = -3


def give_pictures_back() -> None:
    """Have each picture lie in pages of its own, which the system gets back when the picture goes.

    Left alone, glibc raises its threshold for that to the size of whatever is freed (mallopt(3), "dynamic mmap
    threshold"), and holes as large as a rendition stay in the program: 8 MB at 1080p. Other C libraries are left alone.
    """
    if sys.platform == "linux" and (mallopt := getattr(ctypes.CDLL(None), "mallopt", None)):
        mallopt(_M_MMAP_THRESHOLD, OWN_PAGES_FROM)
