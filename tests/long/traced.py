"""`python -m tests.long.traced [MINUTES]`: what the kiosk and all it starts ask of Linux, hostile labels and all.

First `kiosk soak` at speed, with strangers, edits and installs, then the show on an X screen of its own with a visitor
who goes through all screens: half of the time each, all of it under strace. Told are sockets that reach out of the
computer, files written outside of the program's own folders, and programs that were started. Leaves with 1 where there
was one of those that are not ours, or where the show ended by itself. Needs strace and Xvfb.
"""

from __future__ import annotations

import argparse
import compileall
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.hostile import build_hostile
from tests.mortal_screen import MortalScreen
from tests.traces import Judgement, judge, tracing

ROOT = Path(__file__).parents[2]
SPEED = 60
SERVER = "http://192.0.2.1/"
PROGRAMS = {Path(sys.executable).name, Path(sys.executable).resolve().name}
"""All that may be started: it is what the program runs in itself."""


def traced(room: Path, command: list[str], seconds: float, **around: str) -> tuple[Judgement, list[str]]:
    """Run it for so long, in a home of its own below `room`: what was asked for, and what was wrong."""
    home, calls, told = room / "home", room / "calls", room / "told"
    home.mkdir(parents=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "QML", "DBUS_"))}
    environment = {**kept, "HOME": str(home), "TMPDIR": str(home), "PYTHONPATH": str(ROOT), **around}
    with told.open("w") as words:
        process = subprocess.Popen(
            [*tracing(calls), sys.executable, *command], cwd=home, env=environment, stdout=words, stderr=words
        )
        try:
            process.wait(seconds)
            by_itself = True
        except subprocess.TimeoutExpired:
            by_itself = False
            end_what_is_traced(process)
    with calls.open(encoding="utf-8", errors="surrogateescape") as lines:
        found = judge(lines, [home])
    lines_told = told.read_text("utf-8", "replace").splitlines()
    wrong = [f"it ended by itself, with {process.returncode}:", *lines_told[-20:]] if by_itself else []
    return found, wrong


def end_what_is_traced(strace: subprocess.Popen[bytes]) -> None:
    """Ask the program to leave; strace ends with it, while strace itself, ended, would leave the program running."""
    children = Path(f"/proc/{strace.pid}/task/{strace.pid}/children").read_text().split()
    for child in children:
        os.kill(int(child), signal.SIGTERM)
    try:
        strace.wait(60)
    except subprocess.TimeoutExpired:
        for child in children:
            os.kill(int(child), signal.SIGKILL)
        strace.wait()


def tell(name: str, found: Judgement, wrong: list[str], took_s: float) -> bool:
    """Print what was found; whether that is as it is to be."""
    strange = {path: count for path, count in found.started.items() if path.name not in PROGRAMS}
    print(f"{name}: {found.calls} calls in {took_s:.0f} s, {sum(found.started.values())} processes")
    for kind, those in (("socket", found.sockets), ("written outside", found.written), ("strange program", strange)):
        for what, count in those.items():
            print(f"  {kind}: {what} ({count})")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    sys.stdout.flush()
    return not (found.sockets or found.written or strange or wrong)


def main() -> int:
    """Run both and judge."""
    parser = argparse.ArgumentParser(prog="python -m tests.long.traced", description=__doc__)
    parser.add_argument("minutes", type=float, nargs="?", default=60.0)
    parser.add_argument("--exhibition", type=Path, help="instead of the hostile one")
    asked = parser.parse_args()
    seconds, well = 30.0 * asked.minutes, True
    compileall.compile_dir(ROOT / "kiosk", quiet=1)  # as where it is installed: nothing has to be written beside it
    with tempfile.TemporaryDirectory(prefix="kiosk-traced-") as folder:
        room = Path(folder)
        (room / "hostile").mkdir()
        shown = str(asked.exhibition or build_hostile(room / "hostile", SERVER, 12))
        screen = MortalScreen("1280x720x24")
        on_screen = {"DISPLAY": screen.name, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(room / "show" / "home")}
        soak = ["-m", "kiosk", "soak", shown, "--hours", "1000", "--speed", f"{SPEED}", "--size", "1280x720"]
        ways = {"soak": (soak, {}), "show": (["-m", "tests.e2e.driver", "strolling", shown], on_screen)}
        try:
            for name, (command, around) in ways.items():
                began = time.monotonic()
                found, wrong = traced(room / name, command, seconds, **around)
                well &= tell(name, found, wrong, time.monotonic() - began)
        finally:
            screen.kill()
    return int(not well)


if __name__ == "__main__":
    sys.exit(main())
