"""What the desktop says of movement and contrast: whether whoever uses this computer has asked for less, or for more.

Files are read, and on Linux and macOS the desktop's own programs are asked as throw-away children with a deadline, so
that this program opens no socket and a desktop that hangs costs nothing.
"""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

PATIENCE_S = 2.0
"""The longest wait for each child."""
SERVICE, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
INTERFACE, APPEARANCE = "org.freedesktop.portal.Settings", "org.freedesktop.appearance"
READ = (
    *("gdbus", "call", "--session", "--timeout", "2", "--dest", SERVICE, "--object-path", PATH),
    *("--method", f"{INTERFACE}.ReadOne", APPEARANCE),
)
PORTAL = (*READ, "reduced-motion")
"""The appearance setting that all desktops share (XDG Desktop Portal, Settings: 1 is reduced)."""
CONTRAST = (*READ, "contrast")
"""Its neighbour (1 is higher contrast)."""
GNOME = ("gsettings", "get", "org.gnome.desktop.interface", "enable-animations")
MAC = (
    ("defaults", "read", "com.apple.universalaccess", "reduceMotion"),
    ("defaults", "read", "com.apple.Accessibility", "ReduceMotionEnabled"),
)
CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION of Windows: "Show animations"."""
_OFF = frozenset({"0", "false", "no"})


def reduced_motion(
    environment: Mapping[str, str] = os.environ,
    system: str = sys.platform,
    patience_s: float = PATIENCE_S,
    ask_windows: Callable[[], bool | None] | None = None,
) -> bool | None:
    """Whether the desktop asks for less motion; None when nobody says. Blocks for `patience_s` per child at most."""
    if system == "win32":
        return (ask_windows or _ask_windows)()
    answers = _mac(environment, patience_s) if system == "darwin" else _linux(environment, patience_s)
    told = None
    for answer in answers:
        if answer:
            return True
        told = answer if told is None else told
    return told


def more_contrast(
    environment: Mapping[str, str] = os.environ, system: str = sys.platform, patience_s: float = PATIENCE_S
) -> bool | None:
    """Whether the desktop asks for more contrast; None when nobody says. Blocks for `patience_s` at most."""
    if system in {"win32", "darwin"} or not has_bus(environment):
        return None
    return _is_one(_ask(CONTRAST, environment, patience_s))


def _is_one(answer: str | None) -> bool | None:
    found = re.search(r"uint32 (\d)", answer or "")
    return found[1] == "1" if found else None


def _linux(environment: Mapping[str, str], patience_s: float) -> Iterator[bool | None]:
    yield from _files(environment)
    if has_bus(environment):
        yield _is_one(_ask(PORTAL, environment, patience_s))
        shown = _ask(GNOME, environment, patience_s)
        yield shown in _OFF if shown else None


def _mac(environment: Mapping[str, str], patience_s: float) -> Iterator[bool | None]:
    for command in MAC:
        answer = _ask(command, environment, patience_s)
        yield answer not in _OFF if answer else None


def _files(environment: Mapping[str, str]) -> Iterator[bool | None]:
    """What KDE and GTK keep in files."""
    home = environment.get("HOME", "")
    folder = Path(environment.get("XDG_CONFIG_HOME") or Path(home, ".config"))
    factor = _value(folder / "kdeglobals", "KDE", "AnimationDurationFactor")
    yield _is_zero(factor) if factor else None
    for version in ("gtk-4.0", "gtk-3.0"):
        animated = _value(folder / version / "settings.ini", "Settings", "gtk-enable-animations")
        yield animated.casefold() in _OFF if animated else None


def _value(file: Path, section: str, key: str) -> str:
    """What an INI file says; empty when it does not, or cannot be read."""
    reader = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        reader.read_string(file.read_text(encoding="utf-8", errors="replace"))
    except (OSError, ValueError, configparser.Error):
        return ""
    return reader.get(section, key, fallback="").strip()


def _is_zero(number: str) -> bool:
    try:
        return float(number) == 0
    except ValueError:
        return False


def has_bus(environment: Mapping[str, str]) -> bool:
    """Whether there is a session's bus: without one its programs would start one."""
    runtime = environment.get("XDG_RUNTIME_DIR")
    return bool(environment.get("DBUS_SESSION_BUS_ADDRESS")) or bool(runtime and Path(runtime, "bus").exists())


def _ask(command: Sequence[str], environment: Mapping[str, str], patience_s: float) -> str | None:
    """What a child answers, in small letters; None when it is not there, fails or takes too long."""
    program = shutil.which(command[0], path=environment.get("PATH"))
    if program is None:
        return None
    try:
        child = subprocess.run(  # noqa: S603 - a program of the desktop, with fixed arguments
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=patience_s,
            env=dict(environment),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return child.stdout.decode("utf-8", "replace").strip().casefold() if child.returncode == 0 else None


def _ask_windows() -> bool | None:
    import ctypes  # noqa: PLC0415 - only there

    animated = ctypes.c_int(1)
    library = getattr(ctypes, "windll", None)
    known = library and library.user32.SystemParametersInfoW(CLIENT_AREA_ANIMATION, 0, ctypes.byref(animated), 0)
    return not animated.value if known else None
