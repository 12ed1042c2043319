"""How far apart the pictures of a leader and of a follower change: `python -m tests.bench.in_step [TURNS]`.

Real kiosks on screens in memory with all pictures prepared, and a real broker. It goes by the first frame of each fade,
on one computer, whose clock all of them share. The inviting loop turns by itself, which is announced; on the stage each
turn is a command, which is not. `slow`: the follower's line carries 16 bytes in each hundredth of a second. `skewed`:
the follower's clock is an hour ahead, and runs 300 ppm too fast.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.exhibition.config_fleet import Fleet
from kiosk.fleet.commands import Next, Show
from kiosk.fleet.state import Stand
from kiosk.fleet.topics import Root
from kiosk.fleet.watcher import Watcher
from tests.broker import broker, secret
from tests.slow_line import slow_line

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
TOPICS = Root("kiosk")
SECONDS = 5
PATIENCE_S = 90.0
APART_S = 2.5
"""Turns that are further apart than that are not the same one."""
WAYS = {"": (0.0, 0.0, False), "skewed": (300.0, 3600.0, False), "slow": (0.0, 0.0, True)}


def start(
    folder: Path, port: int, name: str, more: dict[str, object], skew: tuple[float, float]
) -> subprocess.Popen[bytes]:
    home = folder / name
    home.mkdir()
    screen = {"name": name, "x": 0, "y": 0, "width": 1280, "height": 720, "dpr": 1, "logicalDpi": 96}
    (home / "screens.json").write_text(json.dumps({"screens": [screen]}))
    fleet = {
        "broker": f"mqtt://127.0.0.1:{port}",
        "credentials": secret(home / "secret", name, "one"),
        "name": name,
        **more,
    }
    config = {"fleet": fleet, "attract": {"seconds": SECONDS, "teaser_every": 0}, "display": {"diagonal_inches": 32}}
    (home / "config.yaml").write_text(json.dumps(config))
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "QML", "QSG_", "XDG_"))}
    here = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "XDG_STATE_HOME": str(home / "state")}
    offscreen = {"QT_QPA_PLATFORM": f"offscreen:configfile={home / 'screens.json'}", "PYTHONPATH": str(ROOT)}
    environment = {**kept, **here, **offscreen}
    prepare = [sys.executable, "-m", "kiosk", "prepare", "--config", "config.yaml", "--size", "1280x720", "--no-tiles"]
    subprocess.run(prepare, cwd=home, env=environment, capture_output=True, check=True)
    log = (home / "log.txt").open("wb")
    return subprocess.Popen(
        [sys.executable, "-m", "tests.bench.inside_in_step", home / "turns.txt", *map(str, skew)],
        cwd=home,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
    )


def turns(file: Path) -> list[tuple[int, float]]:
    return [(work, at) for work, at in map(json.loads, file.read_text("utf-8").splitlines())]


def apart(folder: Path, leader: str, follower: str, since: float) -> Iterator[float]:
    """How much later the follower's picture of each turn came, in ms."""
    theirs = turns(folder / follower / "turns.txt")
    for work, at in turns(folder / leader / "turns.txt"):
        same = [there - at for other, there in theirs if other == work and abs(there - at) < APART_S]
        if same and at > since:
            yield 1000 * min(same, key=abs)


def measure(name: str, wanted: int) -> None:
    ppm, ahead_s, slow = WAYS[name]
    with tempfile.TemporaryDirectory() as made, ExitStack() as stack:
        folder = Path(made)
        users = {"leader": "one", "follower": "one", "staff": "two"}
        house = stack.enter_context(broker(folder / "broker", users))
        port = stack.enter_context(slow_line(house.port)) if slow else house.port
        ends = [
            start(folder, house.port, "leader", {"leads": True}, (0, 0)),
            start(folder, port, "follower", {"follow": "leader"}, (ppm, ahead_s)),
        ]
        try:
            staff = Fleet(broker=house.address, credentials=secret(folder / "secret", "staff", "two"))
            watcher = stack.enter_context(Watcher(staff).entered())
            wait_in_step(watcher)
            since = time.monotonic()
            time.sleep(SECONDS * wanted)
            told(name, "announced", list(apart(folder, "leader", "follower", since)))
            since = time.monotonic()
            watcher.send(Show(id="s", at=time.time(), work="chladni"), [TOPICS.to_one("leader")])
            for number in range(wanted):
                time.sleep(2.5)
                watcher.send(Next(id=f"n{number}", at=time.time()), [TOPICS.to_one("leader")])
            time.sleep(2.5)
            told(name, "by hand", list(apart(folder, "leader", "follower", since + 2)))
            for row in watcher.rows:
                if row.state and row.state.following:
                    print("   ", row.state.following)
        finally:
            for end in ends:
                end.terminate()
            for end in ends:
                end.wait(20)


def wait_in_step(watcher: Watcher) -> None:
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        for row in watcher.rows:
            following = row.state.following if row.state else None
            if following and following.stand is Stand.IN_STEP and following.round_trip_ms is not None:
                return
        time.sleep(0.2)
    raise TimeoutError("they do not come in step")


def told(way: str, turn: str, spans: list[float]) -> None:
    ordered = sorted(map(abs, spans))
    if not ordered:
        print(f"{way or 'as it is':10} {turn:10} nothing")
        return
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    print(
        f"{way or 'as it is':10} {turn:10} {len(ordered):5} turns  p50 {statistics.median(ordered):7.1f} ms"
        f"  p95 {p95:7.1f} ms  most {ordered[-1]:7.1f} ms  later in the middle {statistics.median(spans):+7.1f} ms",
        flush=True,
    )


if __name__ == "__main__":
    for way in WAYS:
        measure(way, int(sys.argv[1]) if len(sys.argv) > 1 else 12)
