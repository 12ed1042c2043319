"""How large the screen of this kiosk is, asked of a process of its own so that the asking one needs no window."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from kiosk.exhibition.places import cache_folder
from kiosk.visit.opening import recall

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE_S = 20.0
_IN_MEMORY = ("minimal", "offscreen", "vnc")
"""Qt's platforms whose screen nobody stands before."""


def ask_for_pixels(config: Path | None) -> tuple[int, int] | None:
    """Width and height in pixels of what the show will have with that configuration; None without a display."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]
    wanted = ["pixels", *(("--config", str(config)) if config else ())]
    try:
        done = subprocess.run(  # noqa: S603 - ourselves
            [*program, *wanted], capture_output=True, text=True, timeout=_PATIENCE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.search(r"^(\d+)x(\d+)$", done.stdout, re.MULTILINE)
    return (int(found[1]), int(found[2])) if found and done.returncode == 0 else None


def known_pixels(config: Path | None, *, ask: bool = True) -> tuple[int, int] | None:
    """Width and height of the screen of this kiosk: as it was at the last show here, or with `ask` as it is now."""
    last = recall(cache_folder())
    if last:
        return last.pixels
    in_memory = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in _IN_MEMORY
    return ask_for_pixels(config) if ask and not in_memory else None
