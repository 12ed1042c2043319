"""A stranger at a private X screen with a window manager, and what can be told of its windows from outside."""

from __future__ import annotations

import ctypes
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.bench.screen import Screen, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ALT, CTRL, SHIFT, SUPER, META = 0xFFE9, 0xFFE3, 0xFFE1, 0xFFEB, 0xFFE7
TAB, ESCAPE, RETURN, MENU, PRINT, SPACE = 0xFF09, 0xFF1B, 0xFF0D, 0xFF67, 0xFF61, 0x20
_FUNCTION_KEYS = 0xFFBE
_CLIENT_MESSAGE, _SUBSTRUCTURE = 33, (1 << 20) | (1 << 19)
LIMIT_S = 30.0
"""The longest wait for what should take two seconds at most: a guard against hanging, not a measure."""


def function_key(number: int) -> int:
    """The keysym of F1 and its neighbours."""
    return _FUNCTION_KEYS + number - 1


class _ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("pad", ctypes.c_long * 12),
    ]


class Stranger:
    """Presses keys and buttons (XTest), asks the window manager for things, opens windows of his own."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XInternAtom.restype = ctypes.c_ulong
        self._x.XCreateSimpleWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(screen.name.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    # What he does

    def press(self, *keys: int) -> None:
        """Keys, each given as an X keysym: down in this order, up in the other."""
        codes = [self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(key)) for key in keys]
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, ctypes.c_ulong(0))
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, ctypes.c_ulong(0))
        self._sync()

    def click(self, x: int, y: int, button: int = 1) -> None:
        """A button of the mouse, somewhere."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))
        for down in (1, 0):
            self._test.XTestFakeButtonEvent(self._display, button, down, ctypes.c_ulong(0))
        self._sync()

    def move(self, x: int, y: int) -> None:
        """The mouse, moved there."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))
        self._sync()

    def ask(self, window: int, message: str, *data: int) -> None:
        """Ask the window manager for something, as taskbars and pagers do."""
        event = _ClientMessage(_CLIENT_MESSAGE, 0, 1, self._display, window, self._atom(message), 32)
        for place, value in enumerate(data):
            event.data[place] = value
        self._x.XSendEvent(self._display, self._root, 0, ctypes.c_long(_SUBSTRUCTURE), ctypes.byref(event))
        self._sync()

    def open_window(self, colour: int = 0xFF00FF) -> int:
        """A window of another program all over the screen, in front; it is asked to have the keys."""
        width, height = self.screen.size
        place = (ctypes.c_int(0), ctypes.c_int(0), width, height, 0, ctypes.c_ulong(0), ctypes.c_ulong(colour))
        window = int(self._x.XCreateSimpleWindow(self._display, self._root, *place))
        self._x.XMapRaised(self._display, ctypes.c_ulong(window))
        self._sync()
        return window

    def close_window(self, window: int) -> None:
        self._x.XDestroyWindow(self._display, ctypes.c_ulong(window))
        self._sync()

    def blank_after(self, seconds: int) -> None:
        """As `xset s` with that time."""
        self._x.XSetScreenSaver(self._display, seconds, 0, 1, 1)
        self._sync()

    def blank(self, on: bool) -> None:
        """As `xset s activate`, or `xset s reset`."""
        self._x.XForceScreenSaver(self._display, int(on))
        self._sync()

    # What he sees

    def windows(self) -> list[int]:
        """Those that the window manager has."""
        return self._property(self._root.value, "_NET_CLIENT_LIST")

    def active(self) -> int:
        """The window that has the keys; 0 for none."""
        return (self._property(self._root.value, "_NET_ACTIVE_WINDOW") or [0])[0]

    def states(self, window: int) -> set[str]:
        """What a window is, by the names of EWMH."""
        return {self._name(atom) for atom in self._property(window, "_NET_WM_STATE")}

    def holds(self, window: int) -> bool:
        """Whether a window is all over the screen, in front, with the keys."""
        states = self.states(window)
        return self.active() == window and "_NET_WM_STATE_FULLSCREEN" in states and "_NET_WM_STATE_HIDDEN" not in states

    def is_blank(self) -> bool:
        """Whether the server's screen saver is on."""
        saver = ctypes.CDLL("libXss.so.1")
        saver.XScreenSaverAllocInfo.restype = ctypes.POINTER(_SaverInfo)
        info = saver.XScreenSaverAllocInfo()
        saver.XScreenSaverQueryInfo(self._display, self._root, info)
        state = int(info.contents.state)
        self._x.XFree(info)
        return state == 1

    def pointer_is_seen(self) -> bool:
        """Whether the pointer has a pixel that is not transparent."""
        fixes = ctypes.CDLL("libXfixes.so.3")
        fixes.XFixesGetCursorImage.restype = ctypes.POINTER(_CursorImage)
        image = fixes.XFixesGetCursorImage(self._display).contents
        return any(image.pixels[place] >> 24 for place in range(image.width * image.height))

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def _sync(self) -> None:
        self._x.XSync(self._display, 0)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))

    def _name(self, atom: int) -> str:
        self._x.XGetAtomName.restype = ctypes.c_char_p
        return (self._x.XGetAtomName(self._display, ctypes.c_ulong(atom)) or b"").decode()

    def _property(self, window: int, name: str) -> list[int]:
        kind, form, count, rest = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong()
        values = ctypes.POINTER(ctypes.c_ulong)()
        self._x.XGetWindowProperty(
            *(self._display, ctypes.c_ulong(window), ctypes.c_ulong(self._atom(name))),
            *(ctypes.c_long(0), ctypes.c_long(256), 0, ctypes.c_ulong(0)),
            *map(ctypes.byref, (kind, form, count, rest, values)),
        )
        found = [values[place] for place in range(count.value)] if count.value else []
        if values:
            self._x.XFree(values)
        return found


class _SaverInfo(ctypes.Structure):
    _fields_ = [("window", ctypes.c_ulong), ("state", ctypes.c_int), ("kind", ctypes.c_int)]


class _CursorImage(ctypes.Structure):
    _fields_ = [
        *((name, ctypes.c_short) for name in ("x", "y")),
        *((name, ctypes.c_ushort) for name in ("width", "height", "xhot", "yhot")),
        ("serial", ctypes.c_ulong),
        ("pixels", ctypes.POINTER(ctypes.c_ulong)),
    ]


MANAGER = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <desktops><number>4</number></desktops>
  <keyboard>
    <keybind key="A-F4"><action name="Close"/></keybind>
    <keybind key="A-Tab"><action name="NextWindow"/></keybind>
    <keybind key="A-Escape"><action name="Lower"/><action name="FocusToBottom"/><action name="Unfocus"/></keybind>
    <keybind key="A-F9"><action name="Iconify"/></keybind>
    <keybind key="W-d"><action name="ToggleShowDesktop"/></keybind>
    <keybind key="W-f"><action name="ToggleFullscreen"/></keybind>
    <keybind key="C-A-Right"><action name="GoToDesktop"><to>right</to></action></keybind>
    <keybind key="S-A-Right"><action name="SendToDesktop"><to>right</to><follow>no</follow></action></keybind>
  </keyboard>
</openbox_config>
"""
"""A desktop's usual keys."""


@contextmanager
def managed(screen: Screen, folder: Path) -> Iterator[Stranger]:
    """A screen with a window manager, openbox, that honours a desktop's usual keys. `folder` is for its files."""
    settings = folder / "openbox.xml"
    settings.write_text(MANAGER)
    manager = subprocess.Popen(
        ["openbox", "--sm-disable", "--config-file", str(settings)],
        env={"DISPLAY": screen.name, "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stranger = Stranger(screen)
    try:
        wait_until(lambda: bool(stranger._property(stranger._root.value, "_NET_SUPPORTING_WM_CHECK")))
        yield stranger
    finally:
        stranger.close()
        manager.terminate()
        manager.wait()


def since(holds: Callable[[], bool], limit_s: float = LIMIT_S) -> float:
    """How many seconds it took until it held."""
    begun = time.perf_counter()
    return wait_until(holds, limit_s) - begun
