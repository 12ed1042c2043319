"""Having a child measure the running interface: it starts the show on a screen in memory, and may take minutes."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import msgspec

from kiosk.staff.access import Measured

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COMMAND = "measure"
PATIENCE_S = 1800.0
USUAL_SCREEN = (1920, 1080)
USUAL_WINDOW = (1366, 768)
_TOLD_AT_MOST = 300


class NotMeasured(Exception):
    """The interface could not be measured; in words that say why."""


def measure_command(size: tuple[int, int], config: Path | None, *, windowed: bool = False) -> list[str]:
    """How to start the child; `windowed` measures somebody's own window, with its menu and its guide."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]
    more = (*(("--config", str(config)) if config else ()), *(("--windowed",) if windowed else ()))
    return [*program, COMMAND, f"--size={size[0]}x{size[1]}", *more]


def ask(command: Sequence[str], patience_s: float = PATIENCE_S) -> Measured:
    """What the child measured. Raises `NotMeasured`."""
    try:
        child = subprocess.run(  # noqa: S603 - ourselves
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=patience_s, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise NotMeasured(f"the interface was not measured within {patience_s:g} seconds") from error
    except OSError as error:
        raise NotMeasured(f"the program could not be started: {error.strerror or error}") from error
    try:
        return msgspec.json.decode(child.stdout, type=Measured)
    except msgspec.MsgspecError as error:
        last = " ".join(child.stderr.decode("utf-8", "replace").split())[-_TOLD_AT_MOST:]
        raise NotMeasured(last or f"the measuring program ended with status {child.returncode}") from error
