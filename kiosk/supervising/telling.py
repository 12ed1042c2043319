"""Saying how it goes, in the words of sd_notify(3): READY=1, WATCHDOG=1, STOPPING=1, STATUS=...

To systemd through its socket, an AF_UNIX one, and to our own supervisor through a pipe, which every system has.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

READY, BEAT, STOPPING, STATUS = "READY=1", "WATCHDOG=1", "STOPPING=1", "STATUS="
HOUSE = "X_HOUSE="
"""Ours: how the house looks, so that the curtain looks like it."""
LEAVES = "X_LEAVES="
"""Ours: the exit code that it is going to end with, told before it takes itself down."""
TAKEN = "X_TAKEN="
"""Ours: another show has the screen, by this lock."""
_SOCKET, _LIMIT, _WHO = "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"


class Teller(Protocol):
    """Who is told. Nothing is ever waited for, and nobody who does not listen is missed."""

    def tell(self, words: str) -> None:
        """Tell."""


class Pipe:
    """Tells the reader of a pipe, a line each."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        if sys.platform != "win32":
            os.set_blocking(descriptor, False)

    def tell(self, words: str) -> None:
        """Tell; a pipe that is full or broken is left alone."""
        try:
            os.write(self._descriptor, f"{words}\n".encode())
        except OSError:
            return


class Systemd:
    """Tells systemd. `name` is what it calls its socket, with @ first for one without a file."""

    def __init__(self, name: str) -> None:
        self._name = "\0" + name[1:] if name.startswith("@") else name

    def tell(self, words: str) -> None:
        """Tell; who is not there is left alone."""
        if sys.platform == "win32":  # which has no systemd
            return
        import socket  # noqa: PLC0415 - where systemd has not started us, none is needed

        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
                out.setblocking(False)
                out.sendto(words.encode(), self._name)
        except OSError:
            return


def systemd(environment: Mapping[str, str]) -> Systemd | None:
    """Systemd, if it wants to be told; only an AF_UNIX socket is believed."""
    name = environment.get(_SOCKET, "")
    return Systemd(name) if name[:1] in {"/", "@"} else None


def watchdog_s(environment: Mapping[str, str], process: int) -> float | None:
    """How long systemd lets us be silent; None for as long as we like."""
    who, limit = environment.get(_WHO, ""), environment.get(_LIMIT, "")
    meant = not who or who == str(process)
    return int(limit) / 1e6 if meant and limit.isdecimal() and int(limit) > 0 else None


def keep_to_ourselves(environment: MutableMapping[str, str]) -> None:
    """What we start has us to tell, not systemd."""
    for name in (_SOCKET, _LIMIT, _WHO):
        environment.pop(name, None)
