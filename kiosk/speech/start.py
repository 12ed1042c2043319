"""How the process that reads aloud is started, and whether it can be."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

VOICE_COMMAND = "voice-process"
"""First argument of the program when it is one frozen executable and is to read aloud."""

_START = "import sys; sys.path[:] = sys.argv[1:]; from kiosk.speech.dispatcher import main; main()"


def can_read() -> bool:
    """Whether the extra `speech` is installed. That opens nothing."""
    return find_spec("speechd") is not None


def voice_command() -> tuple[str, ...]:
    """What to start, and its arguments."""
    if getattr(sys, "frozen", False):
        return (sys.executable, VOICE_COMMAND)
    return (sys.executable, "-I", "-c", _START, *(path or str(Path.cwd()) for path in sys.path))
