"""`python -m tests.bench.faults NAME ...`: faults of disk, clock, memory and drives, for longer than a test may take.

    kill [N [SEED]]  kill -9 of a busy program at N random moments (100); each next start has to be clean, every kept
                  file readable, and nothing left behind
    spoil         every file that the program keeps, in every way of being spoilt; each start has to be clean
    clock         starts ten years on and back, in 1970, in the hour that a summer begins and ends, and a show through
                  which time jumps; needs gcc
    limits        64 handles, 2 GB of address space
    screens [N]   the screen goes off and on N times (50), and the show fills it each time; needs Xvfb and xrandr
    hung          a FUSE drive (bindfs) stopped under a running show: gaps between frames before and meanwhile

Leaves with 1 when something was wrong. Linux; no display of its own is needed.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.exhibition.places import NAME
from kiosk.pictures.storage.files import TEMPORARY_SUFFIX
from tests.exhibitions import build_exhibition
from tests.mortal_screen import MortalScreen

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
GUARD_S = 240
UNFINISHED = ".new"
YEAR_S = 365 * 86_400


class Place:
    """A home of its own, with an exhibition in it."""

    def __init__(self, room: Path, works: int = 12) -> None:
        self.room = room
        self.home = room / "home"
        self.home.mkdir(parents=True)
        folder = room / "exhibition"
        folder.mkdir()
        self.manifest = build_exhibition(folder, works=works, pictures=works, size=(1200, 800), themes=2)
        screen = {"name": "hall", "x": 0, "y": 0, "width": 1280, "height": 720, "dpr": 1, "logicalDpi": 96}
        (room / "screens.json").write_text(json.dumps({"screens": [screen]}))
        (room / "config.yaml").write_text(json.dumps({"display": {"diagonal_inches": 32}}))
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("QT_", "QML", "QSG_", "XDG_"))
        }
        self.environment = {
            **kept,
            "HOME": str(self.home),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": f"offscreen:configfile={room / 'screens.json'}",
        }

    def start(
        self, walk: str, before: Callable[[], None] | None = None, manifest: Path | None = None, **more: str
    ) -> subprocess.Popen[str]:
        """Start a walk."""
        arguments = ["-m", "tests.e2e.driver", walk, str(manifest or self.manifest), "--config", "config.yaml"]
        return subprocess.Popen(
            [sys.executable, "-X", "faulthandler", *arguments],
            cwd=self.room,
            env={**self.environment, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=before,  # noqa: PLW1509 - there are no threads here
        )

    def opens(self, before: Callable[[], None] | None = None, manifest: Path | None = None, **more: str) -> str:
        """Start it, look, and let it leave; what was wrong, or nothing."""
        process = self.start("opens", before, manifest, **more)
        try:
            out, err = process.communicate(timeout=GUARD_S)
        except subprocess.TimeoutExpired:
            process.kill()
            return f"did not end: {process.communicate()[1][-2000:]}"
        return "" if process.returncode == 0 and "Traceback" not in err else f"{process.returncode}: {out}{err}"


def kill(room: Path, times: int = 100, seed: int = 1) -> int:
    """Kill it again and again; every kept file is whole, every tenth start is looked at, and nothing stays behind."""
    place, wrong, chance = Place(room), 0, random.Random(seed)
    usual = place.opens()
    before = kept(place)
    if usual:
        print("the first start:", usual)
        return 1
    for number in range(times):
        process = place.start("busy")
        time.sleep(chance.uniform(0.2, 3.5))
        process.send_signal(signal.SIGKILL)
        _, err = process.communicate()
        told = "Traceback" in err or process.returncode != -signal.SIGKILL
        broken = [f"{process.returncode} {err[-1500:]}"] if told else []
        broken += damaged(place)
        if number % 10 == 9 and (found := place.opens()):
            broken.append(found)
        wrong += bool(broken)
        print(f"{number + 1} kills, {wrong} wrong", *broken, flush=True)
    return wrong + leaks(place, before)


def leaks(place: Place, before: int) -> int:
    """What killed programs have left, an hour later: half-written files, and more in the cache than its size says."""
    hour_ago = time.time() - 3600
    for file in place.home.rglob("*"):
        if file.is_file():
            os.utime(file, (hour_ago, hour_ago))
    found = place.opens()
    limit = time.monotonic() + 20
    while (left := unfinished(place)) and time.monotonic() < limit:
        time.sleep(0.5)
    now = kept(place)
    print("the last start:", found or "clean")
    print("left half-written:", *left or ["nothing"])
    print(f"files in the cache: {before} before, {now} after")
    return bool(found) + len(left) + (now > 2 * before)


def unfinished(place: Place) -> list[Path]:
    """Files that somebody was writing."""
    return [file for file in place.home.rglob("*") if file.name.endswith((UNFINISHED, TEMPORARY_SUFFIX))]


def kept(place: Place) -> int:
    """How many files there are in the cache."""
    return sum(file.is_file() for file in (place.home / ".cache" / NAME).rglob("*"))


def damaged(place: Place) -> list[str]:
    """Which of the kept files nobody could read."""
    found = []
    for file in place.home.rglob("*"):
        if file.suffix == ".json" and not file.name.startswith("."):
            try:
                json.loads(file.read_bytes())
            except ValueError as error:
                found.append(f"{file}: {error}")
        if file.name.endswith((".db", ".sqlite")):
            with closing(sqlite3.connect(file)) as book:
                if book.execute("PRAGMA quick_check").fetchone() != ("ok",):
                    found.append(f"{file}: damaged")
    return found


SPOILT: dict[str, Callable[[Path], object]] = {
    "random bytes": lambda file: file.write_bytes(random.Random(1).randbytes(3000)),
    "empty": lambda file: file.write_bytes(b""),
    "cut in half": lambda file: os.truncate(file, file.stat().st_size // 2),
    "a folder": lambda file: (file.unlink(), file.mkdir()),
    "a pipe": lambda file: (file.unlink(), os.mkfifo(file)),
    "a socket": lambda file: (file.unlink(), os.mknod(file, stat.S_IFSOCK | 0o600)),
    "a device": lambda file: (file.unlink(), os.mknod(file, stat.S_IFCHR | 0o600, os.makedev(1, 5))),
    "nobody may read": lambda file: file.chmod(0),
}


def spoil(room: Path) -> int:
    """Everything spoilt at once, in each way."""
    place, wrong = Place(room), 0
    if found := place.opens():
        print("the first start:", found)
        return 1
    files: list[Path] = []
    for name, do in SPOILT.items():
        files = sorted({file for file in place.home.rglob("*") if file.is_file()} | set(files))
        for file in files:
            if file.is_dir() and not file.is_symlink():
                file.rmdir()
            elif not file.is_file():
                file.unlink()
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()
        for file in files:
            do(file)
        found = place.opens() or place.opens()
        wrong += bool(found)
        print(f"{len(files)} files, each {name}:", found or "clean", flush=True)
    return wrong


def clock(room: Path) -> int:
    """Starts at odd times, and one in which time jumps."""
    place, wrong = Place(room), 0
    library, ahead = room / "clock.so", room / "ahead"
    source = Path(__file__).with_name("jumping_clock.c")
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"], check=True)
    faked = {"LD_PRELOAD": str(library), "KIOSK_CLOCK": str(ahead)}
    now = int(time.time())
    summers = (datetime(2026, 3, 29, 0, 59, 55, tzinfo=UTC), datetime(2026, 10, 25, 0, 59, 55, tzinfo=UTC))
    for when in (0, 10 * YEAR_S, -10 * YEAR_S, 10 - now, *(int(each.timestamp()) - now for each in summers), 0):
        ahead.write_text(f"{when}")
        found = place.opens(TZ="Europe/Berlin", **faked)
        wrong += bool(found)
        print(f"a start {when} s ahead:", found or "clean", flush=True)
    process = place.start("busy", **faked)
    for when in (0, 86_400, -86_400, 3 * YEAR_S, 10 * YEAR_S, -10 * YEAR_S, 10 - now, 3600, -3600, 0):
        time.sleep(4)
        ahead.write_text(f"{when}")
    time.sleep(4)
    alive = process.poll() is None
    process.kill()
    _, err = process.communicate()
    print("time jumps while it runs:", "clean" if alive and "Traceback" not in err else err[-2000:])
    return wrong + (not alive) + ("Traceback" in err)


def limits(room: Path) -> int:
    """Few handles, little memory."""
    place, wrong = Place(room), 0
    for name, kind, most in (
        ("64 handles", resource.RLIMIT_NOFILE, 64),
        ("2 GB of addresses", resource.RLIMIT_AS, 2 << 30),
        ("files of 1 MB", resource.RLIMIT_FSIZE, 1 << 20),
    ):
        found = place.opens(lambda kind=kind, most=most: resource.setrlimit(kind, (most, most)))
        wrong += bool(found)
        print(f"{name}:", found or "clean", flush=True)
    return wrong


def screens(room: Path, times: int = 50) -> int:
    """A screen that is switched off and on; each time all of it is filled with what was on it."""
    place, screen = Place(room), MortalScreen("1280x720x24")
    (room / "config.yaml").write_text(json.dumps({"display": {"diagonal_inches": 32, "screen": "hall"}}))
    on_screen = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.name, "KIOSK_TIMES": f"{times}"}
    try:
        process = place.start("screens", **on_screen)
        out, err = process.communicate(timeout=GUARD_S + 10 * times)
    finally:
        screen.kill()
    print(f"{times} times off and on: left with {process.returncode}", out, err)
    return int(process.returncode != 0 or "Traceback" in err)


def hung(room: Path) -> int:
    """A drive that does not answer: gaps between frames, in ms."""
    place = Place(room)
    drive = room / "drive"
    drive.mkdir()
    server = subprocess.Popen(["bindfs", "-f", str(place.manifest.parent), str(drive)])
    try:
        while not (drive / place.manifest.name).exists():
            time.sleep(0.1)
        process = place.start("gaps", manifest=drive / place.manifest.name, KIOSK_DRIVE=str(server.pid))
        out, err = process.communicate(timeout=GUARD_S)
        print(out, err)
        return process.returncode
    finally:
        server.send_signal(signal.SIGCONT)
        subprocess.run(["umount", "-l", str(drive)], check=False)
        server.wait()


KINDS: dict[str, Callable[..., int]] = {each.__name__: each for each in (kill, spoil, clock, limits, screens, hung)}


def main() -> int:
    """Run what the command line names; how much was wrong."""
    name, *more = sys.argv[1:]
    room = Path(tempfile.mkdtemp(prefix="kiosk-faults-"))
    try:
        return min(1, KINDS[name](room, *map(int, more)))
    finally:
        shutil.rmtree(room, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
