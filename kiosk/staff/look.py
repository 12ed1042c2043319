"""Having a throw-away child look at what there is to draw with: a driver that crashes or hangs takes only it along."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec

from kiosk.staff.graphics import Sight

PROBE_COMMAND = "graphics-probe"
"""First argument of the program when it is one frozen executable and is to look at the graphics."""
PATIENCE_S = 10.0

_START = "import sys; sys.path[:] = sys.argv[1:]; from kiosk.bridge.window.probe import main; main()"
_TOLD_AT_MOST = 300


def probe_command() -> list[str]:
    """How to start the child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, PROBE_COMMAND]
    return [sys.executable, "-I", "-c", _START, *(path or str(Path.cwd()) for path in sys.path)]


def look(command: list[str] | None = None, patience_s: float = PATIENCE_S) -> Sight:
    """What the child saw, within `patience_s` seconds; its end is `trouble` if it came before it could tell."""
    try:
        child = subprocess.run(  # noqa: S603 - ourselves
            command or probe_command(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=patience_s,
            env={**os.environ, "QT_LOGGING_RULES": ""},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Sight(trouble=f"the graphics driver did not answer within {patience_s:g} seconds")
    except OSError as error:
        return Sight(trouble=f"the graphics driver could not be tried: {error.strerror or error}")
    try:
        return msgspec.json.decode(child.stdout, type=Sight)
    except msgspec.MsgspecError:
        last = " ".join(child.stderr.decode("utf-8", "replace").split())[-_TOLD_AT_MOST:]
        words = f"the graphics driver brought its trial to an end (status {child.returncode})"
        return Sight(trouble=f"{words}: {last}" if last else words)
