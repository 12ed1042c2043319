"""`python -m tests.bench.faults NAME ...`: faults of disk, clock, memory and drives, for longer than a test may take.

    kill [N]      kill -9 of a busy program at N random moments (100); each next start has to be clean
    spoil         every file that the program keeps, in every way of being spoilt; each start has to be clean
    clock         libfaketime: ten years on and back, 1970, the hour that a summer begins and ends; needs a libfaketime
                  that knows the clock_nanosleep of Python 3.11 and later (0.9.10 does not)
    limits        64 handles, 2 GB of address space
    hung          a FUSE drive (bindfs) stopped under a running show: gaps between frames before and meanwhile

Leaves with 1 when something was wrong. Linux; no display is needed.
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
from pathlib import Path
from typing import TYPE_CHECKING

from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
GUARD_S = 240
FAKED = {
    "LD_PRELOAD": "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
    "DONT_FAKE_MONOTONIC": "1",
    "FAKETIME_DONT_FAKE_MONOTONIC": "1",
}


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


def kill(room: Path, times: int = 100) -> int:
    """Kill it again and again; every kept file is whole, and every fifth start is looked at."""
    place, wrong, chance = Place(room), 0, random.Random(1)
    for number in range(times):
        process = place.start("busy")
        time.sleep(chance.uniform(0.3, 9))
        process.send_signal(signal.SIGKILL)
        _, err = process.communicate()
        told = "Traceback" in err or process.returncode != -signal.SIGKILL
        broken = [f"{process.returncode} {err[-1500:]}"] if told else []
        broken += damaged(place)
        if number % 5 == 4 and (found := place.opens()):
            broken.append(found)
        wrong += bool(broken)
        print(f"{number + 1} kills, {wrong} wrong", *broken, flush=True)
    left = [path for path in place.room.rglob("*.new") if "exhibition" not in path.parts]
    print("left half-written:", *left or ["nothing"])
    return wrong


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
    for when in ("+0", "+10y", "-10y", "@1970-01-01 00:00:10", "@2026-03-29 01:59:58", "@2026-10-25 02:59:58", "+0"):
        found = place.opens(FAKETIME=when, **FAKED)
        wrong += bool(found)
        print(f"a start at {when}:", found or "clean", flush=True)
    file = room / "time"
    file.write_text("+0")
    process = place.start(
        "busy",
        FAKETIME_TIMESTAMP_FILE=str(file),
        FAKETIME_NO_CACHE="1",
        **FAKED,
    )
    for when in ("+0", "+10y", "-10y", "-55y", "+1h", "-1h", "+0"):
        time.sleep(4)
        file.write_text(when)
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


def main() -> int:
    """Run what the command line names; how much was wrong."""
    name, *more = sys.argv[1:]
    room = Path(tempfile.mkdtemp(prefix="kiosk-faults-"))
    try:
        return min(
            1,
            {"kill": kill, "spoil": spoil, "clock": clock, "limits": limits, "hung": hung}[name](room, *map(int, more)),
        )
    finally:
        shutil.rmtree(room, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
