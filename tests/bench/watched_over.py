"""`python -m tests.bench.watched_over`: what being watched over costs, at the start and while nobody is there.

The real program with and without its supervisor, in turn, on an X screen of its own whose desktop is magenta. Told are
the seconds for which the desktop is seen until the first picture, at the first start of all and at the next ones, and
the processor time of all processes a second of the attract loop, with motion and without, as shares of one core.
Needs Xvfb.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import psutil

from tests.exhibitions import build_exhibition
from tests.mortal_screen import MortalScreen
from tests.root_window import RootWindow

SIZE = "1920x1080x24"
SETTLED_S = 8.0
PATIENCE_S = 120.0


class Figures(NamedTuple):
    """`bare`: seconds until the desktop is covered. `busy`: share of a core, and of which process how much."""

    bare: float
    busy: float
    by: dict[str, float]


def spent(process: psutil.Process) -> dict[str, float]:
    """Processor seconds so far of a process and of all it has started, by what they are."""
    times: dict[str, float] = {}
    for each in (process, *process.children(recursive=True)):
        try:
            used, words = each.cpu_times(), each.cmdline()
        except psutil.Error:
            continue
        kinds = ("curtain-process", "watched", "--supervised", "worker")
        name = next((kind for kind in kinds if any(kind in word for word in words)), "show")
        times[name] = times.get(name, 0.0) + used.user + used.system
    return times


def show(
    home: Path, root: RootWindow, display: str, exhibition: Path, *, supervised: bool, motion: bool, watch_s: float
) -> Figures:
    """One start of the show, looked at for so many seconds once it has settled; 0 for its start alone."""
    folders = {f"XDG_{kind}_HOME": str(home / kind) for kind in ("CACHE", "STATE", "DATA", "CONFIG")}
    environment = {**os.environ, **folders, "HOME": str(home), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    config = home / "config.yaml"
    config.write_text(json.dumps({"display": {"reduced_motion": "off" if motion else "on"}}))
    how = ["run", "--supervised"] if supervised else []
    began = time.monotonic()
    command = [sys.executable, "-m", "kiosk", *how, str(exhibition), "--config", str(config)]
    started = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    while root.bare():
        if time.monotonic() > began + PATIENCE_S:
            raise TimeoutError("the desktop is still seen")
        time.sleep(0.01)
    bare = time.monotonic() - began
    by: dict[str, float] = {}
    if watch_s:
        time.sleep(SETTLED_S)
        process = psutil.Process(started.pid)
        before, since = spent(process), time.monotonic()
        time.sleep(watch_s)
        after, passed = spent(process), time.monotonic() - since
        by = {name: (used - before.get(name, 0.0)) / passed for name, used in after.items()}
    started.terminate()
    started.wait()
    return Figures(bare, sum(by.values()), by)


def measure(asked: argparse.Namespace, root: RootWindow, display: str, home: Path, exhibition: Path) -> None:
    """All of it, told as it comes."""
    for supervised in (False, True):
        word = "supervised" if supervised else "alone"
        own = home / word
        own.mkdir()
        first = show(own, root, display, exhibition, supervised=supervised, motion=True, watch_s=2.0)
        print(f"{word}: the desktop is seen for {first.bare:.2f} s at the first start", flush=True)
    bare: dict[bool, list[float]] = {False: [], True: []}
    for run in range(2 * asked.runs):
        supervised = bool(run % 2)
        own = home / ("supervised" if supervised else "alone")
        found = show(own, root, display, exhibition, supervised=supervised, motion=True, watch_s=0)
        bare[supervised].append(found.bare)
    for supervised, seen in bare.items():
        word = "supervised" if supervised else "alone"
        print(f"{word}: at the next ones {statistics.median(seen):.2f} s, at most {max(seen):.2f}", flush=True)
    for motion in (True, False):
        busy: dict[bool, float] = {}
        for supervised in (False, True):
            own = home / ("supervised" if supervised else "alone")
            found = show(own, root, display, exhibition, supervised=supervised, motion=motion, watch_s=asked.watch)
            busy[supervised] = found.busy
            told = ", ".join(f"{name} {share:.2%}" for name, share in sorted(found.by.items()))
            word = "supervised" if supervised else "alone"
            print(f"{'with' if motion else 'without'} motion, {word}: {found.busy:.1%} ({told})", flush=True)
        print(f"  ratio {busy[True] / busy[False]:.2f}", flush=True)


def main() -> None:
    """Run it as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="of each kind of start")
    parser.add_argument("--watch", type=float, default=15.0, help="seconds for which the idle show is looked at")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        exhibition = build_exhibition(home, works=40, size=(1800, 1200))
        screen = MortalScreen(SIZE)
        try:
            with RootWindow(screen.name) as root:
                measure(asked, root, screen.name, home, exhibition)
        finally:
            screen.kill()


if __name__ == "__main__":
    main()
