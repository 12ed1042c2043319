"""A machine to be looked at: its files, its environment, what its programs answer. Nothing of it needs root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.staff.drivers import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PATIENCE_S = 4.0
_MOST_BYTES = 1 << 20


def answer_of(command: tuple[str, ...]) -> str | None:
    """What a program of the system says; None where it is not there, fails or hangs."""
    program = shutil.which(command[0])
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - programs of the system, with fixed arguments
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE_S,
            env={**os.environ, "LC_ALL": "C"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None


@dataclass(frozen=True)
class Machine:
    """The one we run on, unless another is described. `ask` runs a command and tells what it says, None if it fails.

    `user` is the number of the account, None where accounts have none. `frozen`: the program is one executable.
    """

    system: str = sys.platform
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    root: Path = ROOT
    home: Path = field(default_factory=lambda: Path(os.path.expanduser("~")))  # noqa: PTH111 - no account, no error
    user: int | None = field(default_factory=getattr(os, "getuid", lambda: None))
    ask: Callable[[tuple[str, ...]], str | None] = answer_of
    frozen: bool = field(default_factory=lambda: bool(getattr(sys, "frozen", False)))

    @property
    def linux(self) -> bool:
        """Whether it is a Linux."""
        return self.system.startswith("linux")

    @property
    def on_wayland(self) -> bool:
        """Whether the show is on a Wayland compositor here."""
        return bool(self.environment.get("WAYLAND_DISPLAY"))

    @property
    def on_x(self) -> bool:
        """Whether the show is on an X server here."""
        return bool(self.environment.get("DISPLAY")) and not self.on_wayland

    @property
    def has_display(self) -> bool:
        """Whether there is a screen to be asked about."""
        named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        return not self.linux or any(self.environment.get(name) for name in named)

    @property
    def desktops(self) -> tuple[str, ...]:
        """What the desktop calls itself, in small letters."""
        return tuple(filter(None, self.environment.get("XDG_CURRENT_DESKTOP", "").lower().split(":")))

    def text(self, name: str) -> str:
        """What a file of the system says; empty where it cannot be read."""
        try:
            with (self.root / name.lstrip("/")).open("rb") as file:
                return file.read(_MOST_BYTES).decode("utf-8", "replace").strip()
        except OSError:
            return ""

    def there(self, name: str) -> bool:
        """Whether the system has a file or a link of this name, if it leads nowhere."""
        return os.path.lexists(self.root / name.lstrip("/"))

    def found(self, folder: str, pattern: str) -> Iterator[Path]:
        """The files of a folder of the system whose names fit, in their order."""
        try:
            yield from sorted((self.root / folder.lstrip("/")).glob(pattern))
        except OSError:
            return

    def program(self) -> str:
        """How its commands begin: the folder on a stick has one executable, everything else a command."""
        return "kiosk-gallery" if self.frozen and self.linux and not self.there("usr/bin/kiosk") else "kiosk"
