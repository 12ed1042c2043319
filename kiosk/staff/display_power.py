"""Switching the screen off and on, where the desktop lets a program do that. Blocks for some seconds at most.

The desktop's own programs, and ours for X11, are asked as throw-away children with a deadline.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from kiosk.staff.dpms import NO_POWER

if TYPE_CHECKING:
    from collections.abc import Mapping

    Command = tuple[str, ...]

POWER_COMMAND = "screen-power"
"""First argument of the program when it is one frozen executable and is to switch a screen of X11; "on" or "off"."""
PATIENCE_S = 5.0
"""The longest wait for each child."""
_MUTTER = "org.gnome.Mutter.DisplayConfig"
_GNOME = (
    *("gdbus", "call", "--session", "--timeout", "3", "--dest", _MUTTER),
    *("--object-path", "/org/gnome/Mutter/DisplayConfig"),
    *("--method", "org.freedesktop.DBus.Properties.Set", _MUTTER, "PowerSaveMode"),
)
_WAYLAND: dict[str, tuple[Command, Command]] = {
    "GNOME": ((*_GNOME, "<int32 3>"), (*_GNOME, "<int32 0>")),
    "KDE": (("kscreen-doctor", "--dpms", "off"), ("kscreen-doctor", "--dpms", "on")),
    "sway": (("swaymsg", "output * power off"), ("swaymsg", "output * power on")),
    "": (("wlopm", "--off", "*"), ("wlopm", "--on", "*")),
}
"""What switches it off, and on, by the desktop's name in XDG_CURRENT_DESKTOP; the last is of wlroots."""


def switch(on: bool, environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> str:
    """Switch the screen on or off. Why that is not possible; empty when it is done."""
    command = command_for(on, environment, system)
    if command is None:
        return "this desktop has no way for it that is known here"
    program = shutil.which(command[0], path=environment.get("PATH"))
    if program is None:
        return f"the program {command[0]} is not installed"
    try:
        child = subprocess.run(  # noqa: S603 - a program of the desktop or our own, with fixed arguments
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE_S,
            env=dict(environment),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{command[0]} did not answer ({type(error).__name__})"
    if child.returncode == NO_POWER:
        return "the X server or its screen cannot"
    return f"{os.path.basename(command[0])} failed with {child.returncode}" if child.returncode else ""  # noqa: PTH119


def command_for(on: bool, environment: Mapping[str, str], system: str) -> Command | None:
    """What does it here; None where nothing is known to."""
    if not system.startswith("linux"):
        return None
    if environment.get("WAYLAND_DISPLAY"):
        desktops = environment.get("XDG_CURRENT_DESKTOP", "").split(":")
        ways = next((_WAYLAND[name] for name in desktops if name in _WAYLAND), _WAYLAND[""])
        return ways[on]
    if not environment.get("DISPLAY"):
        return None
    word = "on" if on else "off"
    if getattr(sys, "frozen", False):
        return (sys.executable, POWER_COMMAND, word)
    script = "import sys; sys.path[:] = sys.argv[2:]; from kiosk.staff.dpms import main; sys.exit(main(sys.argv[1]))"
    return (sys.executable, "-I", "-c", script, word, *sys.path)
