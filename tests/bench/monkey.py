"""The monkey of a release: `python -m tests.bench.monkey [EVENTS] [SEED ...]`, 100,000 events of seed 10 by default.

The kiosk in memory, full screen, with the walk that the tests take a short way of (tests/e2e/walks/monkey.py). Prints
memory over time and how long each took; leaves with 1 when one of them got out, crashed the program or made it talk.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.e2e.walks.monkey import ASKED, FIGURES
from tests.exhibitions import build_exhibition

EVENTS, SEED = 100_000, 10


def main(arguments: list[str]) -> int:
    """Let loose each monkey. The exit code."""
    events = int(arguments[0]) if arguments else EVENTS
    escaped = 0
    for seed in map(int, arguments[1:] or [SEED]):
        with tempfile.TemporaryDirectory(prefix="kiosk-monkey-") as name:
            escaped += _let_loose(Path(name), events, seed)
    return 1 if escaped else 0


def _let_loose(folder: Path, events: int, seed: int) -> bool:
    (folder / "exhibition").mkdir()
    manifest = build_exhibition(folder / "exhibition", works=60, size=(1200, 800), languages=("en", "ar"))
    config = folder / "config.yaml"
    config.write_text("{display: {diagonal_inches: 32}}")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("QT_", "QML", "QSG_", "XDG_"))},
        "HOME": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        ASKED: f"{seed} {events}",
        FIGURES: "1",
    }
    begun = time.perf_counter()
    walk = [sys.executable, "-m", "tests.e2e.driver", "monkey", manifest, "--config", config]
    ended = subprocess.run(walk, env=environment, capture_output=True, text=True, check=False)
    print(
        f"{ended.stdout}{ended.stderr}left with {ended.returncode} after {time.perf_counter() - begun:.0f} s",
        flush=True,
    )
    return ended.returncode != 0 or bool(ended.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
