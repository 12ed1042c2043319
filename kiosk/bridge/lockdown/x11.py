"""What an X window manager grants to a taskbar, but not to a program that asks for itself."""

from __future__ import annotations

import ctypes

_CLIENT_MESSAGE = 33
_TO_MANAGERS = (1 << 20) | (1 << 19)
"""SubstructureRedirectMask and SubstructureNotifyMask: whom a message to the root window is for."""
_PAGER = 2
"""The source indication of EWMH 1.5 for what a user has asked for with a taskbar, which is done at once."""
_EVERY_DESKTOP = 0xFFFFFFFF
_ADD = 1


class _Message(ctypes.Structure):
    """XClientMessageEvent, as long as an XEvent."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 12),
    ]


class Manager:
    """The window manager of this display. Raises OSError where it cannot be reached."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XInternAtom.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))
        if self._display.value is None:
            raise OSError("the X server does not answer")
        self._root = self._x.XDefaultRootWindow(self._display)

    def bring_back(self, window: int, *, with_keys: bool) -> None:
        """On whichever desktop is seen, in front of everything, and if wanted with the keys."""
        self._ask(self._root, "_NET_SHOWING_DESKTOP", 0)
        self._ask(window, "_NET_WM_DESKTOP", _EVERY_DESKTOP, _PAGER)
        states = (self._atom("_NET_WM_STATE_FULLSCREEN"), self._atom("_NET_WM_STATE_ABOVE"))
        self._ask(window, "_NET_WM_STATE", _ADD, *states, _PAGER)
        if with_keys:
            self._ask(window, "_NET_ACTIVE_WINDOW", _PAGER)
        self._x.XFlush(self._display)

    def _ask(self, window: int, name: str, *data: int) -> None:
        message = _Message(_CLIENT_MESSAGE, 0, 1, self._display, window, self._atom(name), 32)
        message.data[: len(data)] = data
        root, mask = ctypes.c_ulong(self._root), ctypes.c_long(_TO_MANAGERS)
        self._x.XSendEvent(self._display, root, 0, mask, ctypes.byref(message))

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))
