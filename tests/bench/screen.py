"""A private X screen whose pixels are read from its memory, and whose keys are pressed, without asking any program."""

from __future__ import annotations

import ctypes
import mmap
import os
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tests.exhibitions import colour_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from numpy.typing import NDArray

SIZE = (1920, 1080)
COLUMNS, ROWS = 64, 36
"""Points of the grid that is looked at."""

LIKENESS = 45
"""The most that a point's red, green and blue may differ in sum from a picture's colour."""
POLL_S = 0.002


class Keys:
    """The keyboard of an X screen: XTest, so that a press takes the way of a real one."""

    RETURN, HOME, RIGHT = 0xFF0D, 0xFF50, 0xFF53

    def __init__(self, name: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(name.encode()))

    def press(self, key: int) -> float:
        """Press and release a key, given as an X keysym; the `perf_counter` just before."""
        code = self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(key))
        now = time.perf_counter()
        for down in (1, 0):
            self._test.XTestFakeKeyEvent(self._display, code, down, ctypes.c_ulong(0))
        self._x.XSync(self._display, 0)
        return now

    def point(self, x: int, y: int, *, pressed: bool | None = None) -> None:
        """Move the pointer there; with `pressed`, its first button goes down or up."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))
        if pressed is not None:
            self._test.XTestFakeButtonEvent(self._display, 1, int(pressed), ctypes.c_ulong(0))
        self._x.XSync(self._display, 0)

    def close(self) -> None:
        """Leave the screen."""
        self._x.XCloseDisplay(self._display)


class Screen:
    """An Xvfb of its own, `size` pixels large. `name` is its DISPLAY, `pid` the server's process."""

    def __init__(self, size: tuple[int, int] = SIZE) -> None:
        self.size = size
        self._folder = tempfile.TemporaryDirectory(prefix="kiosk-bench-screen-")
        told, tell = os.pipe()
        form = f"{size[0]}x{size[1]}x24"
        command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", form, "-fbdir", self._folder.name, "-ac"]
        self._server = subprocess.Popen(
            [*command, "-nolisten", "tcp"],
            pass_fds=(tell,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(tell)
        with os.fdopen(told) as numbers:
            self.name = f":{numbers.readline().strip()}"
        self.pid = self._server.pid
        self.keys = Keys(self.name)
        with (Path(self._folder.name) / "Xvfb_screen0").open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self._map[:100])
        pixels = np.frombuffer(self._map, np.uint8, head[12] * size[1], head[0] + 12 * head[19])
        step_x, step_y = size[0] // COLUMNS, size[1] // ROWS
        rows = pixels.reshape(size[1], head[12] // 4, 4)
        self._points = rows[step_y // 2 :: step_y, step_x // 2 : size[0] : step_x, 2::-1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.keys.close()
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def look(self) -> NDArray[np.int16]:
        """The grid's points now, (rows, columns, 3) for red, green and blue."""
        return self._points.astype(np.int16)

    def where(self, picture: int) -> NDArray[np.bool_]:
        """Which points show the colour of a picture of `tests.exhibitions`."""
        difference = np.abs(self.look() - np.array(colour_of(picture), np.int16)).sum(axis=2)
        return np.asarray(difference < LIKENESS)

    def shows(self, picture: int, share: float = 0.07) -> bool:
        """Whether at least this share of the screen shows that picture."""
        return bool(self.where(picture).mean() >= share)

    def picture(self, pictures: int) -> int | None:
        """Which of the first `pictures` pictures fills most of the screen; None when none is seen."""
        shares = [self.where(number).mean() for number in range(pictures)]
        best = max(range(pictures), key=shares.__getitem__)
        return best if shares[best] >= 0.07 else None


def wait_until(holds: Callable[[], bool], limit_s: float = 30.0) -> float:
    """The `perf_counter` when it first holds. Raises `TimeoutError`."""
    limit = time.perf_counter() + limit_s
    while not holds():
        if time.perf_counter() > limit:
            raise TimeoutError(f"not seen within {limit_s:g} s")
        time.sleep(POLL_S)
    return time.perf_counter()
