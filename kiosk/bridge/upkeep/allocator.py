"""How the C library keeps memory that nothing lies in any more."""

from __future__ import annotations

import ctypes
import sys

OWN_PAGES_FROM = 1 << 18
"""Bytes: most previews of 480 pixels have more (0.3 to 0.9 MB), a rendition for the screen thirty times as many."""
MOST_HEAPS = 2
"""Of those that the threads have between them."""
_M_MMAP_THRESHOLD = -3
_M_ARENA_MAX = -8


def give_pictures_back() -> None:
    """Have each picture lie in pages of its own, which the system gets back when the picture goes.

    Left alone, glibc raises its threshold for that to the size of whatever is freed (mallopt(3), "dynamic mmap
    threshold"), and holes as large as a rendition stay in the program: 8 MB at 1080p. Other C libraries are left alone.
    """
    _set(_M_MMAP_THRESHOLD, OWN_PAGES_FROM)


def share_heaps() -> None:
    """Let threads that begin from now on share heaps with others, as soon as there are `MOST_HEAPS`.

    Left alone, glibc makes one for each thread up to eight a processor (mallopt(3), M_ARENA_MAX), and every one of them
    has holes of its own, more of them for days (docs/decisions/0037). Other C libraries are left alone.
    """
    _set(_M_ARENA_MAX, MOST_HEAPS)


def _set(what: int, value: int) -> None:
    if sys.platform == "linux" and (mallopt := getattr(ctypes.CDLL(None), "mallopt", None)):
        mallopt(what, value)


def give_holes_back() -> None:
    """Give the system the pages in which nothing lies, of all heaps; takes some milliseconds.

    glibc does that by itself only at the end of a heap: below one thing that stays, as labels, glyphs and what another
    thread has read leave behind by the thousand, all that goes stays in the program, more of it with each visitor
    (docs/decisions/0037). Other C libraries are left alone.
    """
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)):
        trim(0)
