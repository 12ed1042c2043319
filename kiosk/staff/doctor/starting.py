"""Whether the show comes back by itself after a power cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.staff.doctor.line import Line, advice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kiosk.staff.doctor.machine import Machine

SUBJECT = "start"
OURS = re.compile(r"kiosk", re.IGNORECASE)
_SYSTEM_UNITS = "etc/systemd/system"
_RUN_KEYS = tuple(rf"{hive}\Software\Microsoft\Windows\CurrentVersion\Run" for hive in ("HKCU", "HKLM"))
_STARTUP = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Startup"
REMEDIES = {
    "linux": (
        "Install the package kiosk-gallery-session. In the session of a desktop: systemctl --user enable kiosk-gallery"
    ),
    "win32": "Run the installer again and choose to start it with Windows, or apply the Shell Launcher.",
    "darwin": "Add it under System Settings, General, Login Items.",
}


def starting(machine: Machine, *, kiosk: bool) -> Line:
    """What starts the show by itself. `kiosk`: it is meant to be there always."""
    found = next(_starters(machine), "")
    if found:
        return Line(SUBJECT, f"by itself: {found}")
    if not kiosk:
        return Line(SUBJECT, "when somebody starts it")
    remedy = REMEDIES.get("linux" if machine.linux else machine.system, "")
    return advice(SUBJECT, "nothing starts the show after a power cut", remedy)


def _starters(machine: Machine) -> Iterator[str]:
    if machine.system == "win32":
        yield from (rf"{key}" for key in _RUN_KEYS if OURS.search(machine.ask(("reg", "query", key)) or ""))
        yield from (f"{file}" for file in _in(machine.home / _STARTUP, "*"))
    elif machine.system == "darwin":
        yield from (f"{file}" for file in _in(machine.home / "Library/LaunchAgents", "*.plist"))
    else:
        yield from _units(machine)
        yield from _desktop_files(machine)


def _units(machine: Machine) -> Iterator[str]:
    """Units of systemd that are enabled: links in folders named for what wants them, or as the display's manager."""
    manager = machine.root / _SYSTEM_UNITS / "display-manager.service"
    if manager.is_symlink() and OURS.search(name := manager.readlink().name):
        yield f"{name}, with the computer"
    users = (machine.root / "etc/systemd/user", machine.home / ".config/systemd/user")
    for folder in (machine.root / _SYSTEM_UNITS, *users):
        for unit in _in(folder, "*.wants/*.service"):
            yield f"{unit.name}, {'with each session' if folder in users else 'with the computer'}"


def _desktop_files(machine: Machine) -> Iterator[str]:
    for folder in (machine.home / ".config/autostart", machine.root / "etc/xdg/autostart"):
        for file in sorted(folder.glob("*.desktop")) if folder.is_dir() else ():
            try:
                text = file.read_text("utf-8", "replace")
            except OSError:
                continue
            command = re.search(r"^Exec=(.*)$", text, re.MULTILINE)
            if command and OURS.search(command[1]) and not re.search(r"^Hidden=true", text, re.MULTILINE):
                yield f"{file.name}, with each session"


def _in(folder: Path, pattern: str) -> Iterator[Path]:
    try:
        yield from sorted(file for file in folder.glob(pattern) if OURS.search(file.name))
    except OSError:
        return
