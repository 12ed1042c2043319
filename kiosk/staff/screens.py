"""How large the screen of this kiosk is, asked of a process of its own so that the asking one needs no window."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE_S = 20.0


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
