"""Whether there is a display server to show anything on. Asked without Qt, which ends a program that has none."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_X11 = "/tmp/.X11-unix/X"  # noqa: S108 - where every X server has its socket
_HERE = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")


def sockets(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The sockets one of which has to answer; none where that cannot be told: Windows, far screens."""
    if not sys.platform.startswith("linux"):
        return ()
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform not in {"", "xcb", "wayland"}:
        return ()
    found = []
    wayland, folder = environment.get("WAYLAND_DISPLAY", ""), environment.get("XDG_RUNTIME_DIR", "")
    if wayland and platform != "xcb" and (folder or wayland.startswith("/")):
        found.append(wayland if wayland.startswith("/") else f"{folder}/{wayland}")
    if platform != "wayland" and environment.get("DISPLAY"):
        here = _HERE.fullmatch(environment["DISPLAY"])
        if here is None:
            return ()
        found += [f"{_X11}{here[1]}", f"\0{_X11}{here[1]}"]
    return tuple(found)


def is_there(environment: Mapping[str, str]) -> bool:
    """Whether a display server answers, or could: where that cannot be told it is taken to be there."""
    wanted = sockets(environment)
    return not wanted or any(map(_answers, wanted))


def _answers(name: str) -> bool:
    if sys.platform == "win32":  # which has no such display servers
        return True
    import socket  # noqa: PLC0415 - a supervisor needs next to nothing

    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(1.0)
            line.connect(name)
    except OSError:
        return False
    return True


def is_named(environment: Mapping[str, str]) -> bool:
    """Whether anything says where to show: without that the program would draw into files."""
    if not sys.platform.startswith("linux"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
