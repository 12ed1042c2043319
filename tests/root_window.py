"""The desktop behind all windows of an X screen, in a colour of its own, and how much of it is seen."""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_int, c_uint, c_ulong, c_void_p
from typing import Self

BARE = 0xFF00FF
"""The desktop's colour: nothing that we show has it."""
_PIXMAP_Z = 2
_ALL = c_ulong(0xFFFFFFFF)


class RootWindow:
    """Looks at the screen of a display, such as ":7". Raises OSError where there is none, or no Xlib."""

    def __init__(self, display: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self._x, name).restype = c_void_p
        for name in ("XDefaultRootWindow", "XGetPixel"):
            getattr(self._x, name).restype = c_ulong
        self._x.XOpenDisplay.argtypes = [c_char_p]
        self._display = self._x.XOpenDisplay(display.encode())
        if not self._display:
            raise OSError(f"no display {display}")
        here = c_void_p(self._display)
        self._root = c_ulong(self._x.XDefaultRootWindow(here))
        self.size = self._x.XDisplayWidth(here, 0), self._x.XDisplayHeight(here, 0)
        self._x.XSetWindowBackground(here, self._root, c_ulong(BARE))
        self._x.XClearWindow(here, self._root)
        self._x.XSync(here, 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._x.XCloseDisplay(c_void_p(self._display))

    def pixel(self, x: int, y: int) -> int:
        """What is seen at a place, as 0xRRGGBB."""
        here, one = c_void_p(self._display), c_uint(1)
        image = c_void_p(self._x.XGetImage(here, self._root, c_int(x), c_int(y), one, one, _ALL, c_int(_PIXMAP_Z)))
        try:
            return self._x.XGetPixel(image, c_int(0), c_int(0)) & 0xFFFFFF
        finally:
            self._x.XDestroyImage(image)

    def bare(self) -> bool:
        """Whether the desktop is seen anywhere of nine places."""
        width, height = self.size
        places = ((width * x // 8, height * y // 8) for x in (1, 4, 7) for y in (1, 4, 7))
        return any(self.pixel(x, y) == BARE for x, y in places)
