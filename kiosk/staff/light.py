"""A screen that stays lit although nobody moves a mouse: whoever would switch it off is asked not to.

Desktops are asked on their bus, so is the system's own service, and an X server itself. What they promise lasts as
long as this program, however it ends.
"""

from __future__ import annotations

import ctypes
import logging
import os
import select
import subprocess
import sys
import threading
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from kiosk.exhibition.places import NAME
from kiosk.exhibition.threads import begin
from kiosk.staff.bus import Bus, NoAnswer, session_bus, system_bus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

WHY = "A kiosk is shown"
IDLE = 8
"""The flag of org.gnome.SessionManager for: do not mark the session as idle."""


class _Service(NamedTuple):
    name: str
    path: str
    interface: str
    arguments: tuple[str | int, ...]


_SESSION = (
    _Service("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", (NAME, WHY)),
    _Service("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager", (NAME, 0, WHY, IDLE)),
)
_SYSTEM = (
    _Service(
        *("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"),
        arguments=("idle", NAME, WHY, "block"),
    ),
)
_CONTINUOUS, _SYSTEM_REQUIRED, _DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2
"""EXECUTION_STATE of Windows."""

AGAIN_S = (1.0, 2.0, 5.0, 15.0, 60.0)
"""Whoever has not promised is asked again after so long, and then after the last of these: it may have begun later."""

_log = logging.getLogger(__name__)
_held: list[object] = []
"""What has to live as long as the program."""


def keep_lit(*, on_x: bool) -> None:
    """Ask on a thread of its own, so that nobody who hangs delays the show; asked once, it goes on until the end.

    `on_x`: the show is on an X server.
    """
    if sys.platform == "win32":
        _keep_windows_lit()
    elif not _held and sys.platform == "darwin":
        command = ["/usr/bin/caffeinate", "-d", "-w", str(os.getpid())]
        _held.append(subprocess.Popen(command))  # noqa: S603 - a program of the system, with fixed arguments
    elif not _held:
        _held.append(keeper := Keeper(os.environ, on_x=on_x))
        if not begin(threading.Thread(target=keeper.keep, name="keep-lit", daemon=True)):
            _held.clear()  # whoever asks next tries again


class Keeper:
    """Has the promises of everybody who can keep the screen lit, and asks again whoever has gone, or comes later.

    A service or a bus that is started again knows of no promise any more. That somebody keeps it lit is logged, and
    that nobody does, each once until that changes.
    """

    def __init__(self, environment: Mapping[str, str], *, on_x: bool) -> None:
        self.promises: dict[str, object] = {}
        self._environment = environment
        self._on_x = on_x
        self._lit: bool | None = None
        self._tries = 0

    def keep(self) -> NoReturn:
        """For as long as the program runs. Wakes up once a minute at most where nothing happens."""
        while True:
            self.ask()
            self.wait()

    def ask(self) -> None:
        """Ask whoever has not promised."""
        refusals = []
        for who, ask in _askable(self._environment, self._on_x):
            if who not in self.promises:
                try:
                    self.promises[who] = ask()
                except NoAnswer as no:
                    refusals.append(str(no))
        if self.promises and not self._lit:
            _log.info("the screen is kept lit by %s", ", ".join(self.promises))
        elif refusals and not self.promises and self._lit is not False:
            remedy = "Switch off its blanking in the system's settings."
            _log.warning("the screen may go dark, since nobody keeps it lit (%s). %s", "; ".join(refusals), remedy)
        self._lit = bool(self.promises) if self.promises or refusals else self._lit

    def wait(self, again_s: Sequence[float] = AGAIN_S) -> None:
        """Until somebody who has promised is another one or has gone, or it is time to ask the others again."""
        buses = {who: bus for who, bus in self.promises.items() if isinstance(bus, Bus)}
        spoke, _, _ = select.select(list(buses.values()), (), (), again_s[min(self._tries, len(again_s) - 1)])
        self._tries = 0 if spoke else self._tries + 1
        for who, bus in buses.items():
            if bus in spoke:
                del self.promises[who]
                bus.close()
        if spoke:
            time.sleep(again_s[0])  # it is only just being started again


def _askable(environment: Mapping[str, str], on_x: bool) -> Iterator[tuple[str, Callable[[], object]]]:
    for address, services in ((session_bus(environment), _SESSION), (system_bus(environment), _SYSTEM)):
        if address:
            yield from ((service.name, partial(_inhibit, address, service)) for service in services)
    if on_x:
        yield "the X server", _keep_x_lit


def _inhibit(address: str, service: _Service) -> Bus:
    bus = Bus(address)
    try:
        bus.call(service.name, service.path, service.interface, "Inhibit", *service.arguments)
        bus.watch(service.name)
    except NoAnswer:
        bus.close()
        raise
    return bus


def _keep_x_lit() -> object:
    """Neither blanking nor power saving. The connection, with which the server's promise ends where it can promise."""
    try:
        x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = ctypes.c_void_p
        display = ctypes.c_void_p(x.XOpenDisplay(None))
        if display.value is None:
            raise NoAnswer("the X server does not answer")
        saver = _extension(x, display, b"MIT-SCREEN-SAVER", "libXss.so.1")
        if saver:
            saver.XScreenSaverSuspend(display, 1)
        else:
            x.XSetScreenSaver(display, 0, 0, 1, 1)
            if power := _extension(x, display, b"DPMS", "libXext.so.6"):
                power.DPMSDisable(display)
        x.XSync(display, 0)
    except OSError as error:
        raise NoAnswer(f"the X server cannot be asked: {error}") from error
    return display


def _extension(x: ctypes.CDLL, display: ctypes.c_void_p, name: bytes, library: str) -> ctypes.CDLL | None:
    """The library of something that not every server can, and not every system has."""
    codes = [ctypes.byref(ctypes.c_int()) for _ in range(3)]
    if not x.XQueryExtension(display, name, *codes):
        return None
    try:
        return ctypes.CDLL(library)
    except OSError:
        return None


def _keep_windows_lit() -> None:
    library = getattr(ctypes, "windll", None)
    if library and not library.kernel32.SetThreadExecutionState(_CONTINUOUS | _SYSTEM_REQUIRED | _DISPLAY_REQUIRED):
        _log.warning("the screen may go dark: Windows refuses to keep it lit. Switch off its power saving.")
