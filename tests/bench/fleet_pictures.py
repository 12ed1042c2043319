"""From a command to its picture on a kiosk's screen, with many kiosks at the broker.

`python -m tests.bench.fleet_pictures [KIOSKS ...]`, or all of `python -m tests.bench.fleet`. One whole kiosk shows on a
screen of Xvfb, which is looked at from outside; its pictures are prepared. The others are simulated, in a process of
their own, and get and answer every command, too. A command to all says `show WORK`, in turn one of some works that were
shown before. The parts:

- `link`: to the kiosk's link and back, as a command that is too old is refused there, without the thread that draws
- `act`: what a command that is carried out takes more until its answer is there: the queue to the thread that draws,
  and what it does
- `load`: from there to the first pixel that differs
- `fade`: from there until nothing has changed for a while; `whole` is all of it
"""

from __future__ import annotations

import os
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.config_fleet import Fleet
from kiosk.fleet.commands import Resume, Show
from kiosk.fleet.topics import Root
from kiosk.fleet.watcher import Watcher
from tests.broker import broker, secret
from tests.conftest import HOMES
from tests.e2e.conftest import Program
from tests.mortal_screen import MortalScreen
from tests.root_window import RootWindow

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "real"
SIZE = "1280x720"
ROOT = Root("kiosk")
WORKS = ("chladni", "harmonograph", "phyllotaxis")
TIMES = 5
STILL_S = 1.2
PATIENCE_S = 60.0
PLACES = tuple((x, y) for x in range(200, 1100, 90) for y in range(80, 600, 75))
APART, FEW = 36, 3
HEAD = " link ms   + act  + load  + fade     picture p95"


class Spans(NamedTuple):
    """Of one command, in seconds."""

    link: float
    act: float
    load: float
    fade: float

    @property
    def whole(self) -> float:
        """From the command to the picture as it stays; the way back of an answer is not in it."""
        return self.act + self.load + self.fade


def measure(kiosks: int, folder: Path, prepared: Program) -> str:
    """The cells of a table for so many kiosks, one of which is real: the one that is `prepared`."""
    screen = MortalScreen(f"{SIZE}x24")
    try:
        with broker(folder / "broker", {"all": "one"}, "max_connections -1") as house:
            settings = Fleet(broker=house.address, credentials=secret(folder / "secret", "all", "one"))
            others = kiosks - 1
            command = [sys.executable, "-m", "tests.long.simulated", house.address, settings.credentials or ""]
            many = subprocess.Popen(
                [*command, str(others), str(folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            program = replace(prepared, environment={**prepared.environment, "DISPLAY": screen.name})
            config = program.configure(
                {
                    "slideshow": {"dwell_s": 120},
                    "fleet": {"broker": house.address, "name": NAME, "credentials": settings.credentials},
                }
            )
            show = program.start("kiosk", "--config", config)
            try:
                with Watcher(settings).entered() as watcher, RootWindow(screen.name) as looked_at:
                    return _row(_watched(watcher, looked_at, kiosks))
            finally:
                many.communicate("end\n", timeout=120)
                show.terminate()
                ended = program.end(show)
                assert ended.code == 0, ended
    finally:
        screen.kill()


def prepare(folder: Path) -> Program:
    """A kiosk in a home of its own, whose pictures are made."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "QML", "QSG_"))}
    homes = {variable: str(folder / below) for variable, below in HOMES.items()}
    program = Program(folder, {**kept, **homes, "QT_QPA_PLATFORM": "xcb"})
    making = program.start("kiosk", "prepare", "--config", program.configure({}), "--size", SIZE, "--no-tiles")
    ready = program.end(making, 900)
    assert ready.code == 0, ready
    return program


def _watched(watcher: Watcher, screen: RootWindow, kiosks: int) -> list[Spans]:
    _wait(lambda: len(watcher.present()) >= kiosks)
    looks: dict[str, list[int]] = {}
    found = []
    for number in range((1 + TIMES) * len(WORKS)):
        work = WORKS[number % len(WORKS)]
        before = _still(screen)
        link = _answered(watcher, Resume(id=secrets.token_hex(8), at=time.time() - 3600))
        spans = _shown(watcher, screen, work, before, link)
        after = _look(screen)
        if work in looks:
            assert min(looks, key=lambda each: _apart(after, looks[each])) == work, f"that is not {work}"
            found.append(spans)
        looks[work] = after
        _wait(lambda work=work: _work_of(watcher) == work)  # type: ignore[misc]
    assert min(_apart(looks[one], looks[other]) for one in WORKS for other in WORKS if one != other) >= FEW
    return found


def _shown(watcher: Watcher, screen: RootWindow, work: str, before: list[int], link: float) -> Spans:
    """Sends the command, and looks until its picture stands."""
    command = Show(id=secrets.token_hex(8), at=time.time(), work=work)
    sent = time.monotonic()
    watcher.send(command, [ROOT.to_all])
    answered: float | None = None
    first = last = None
    now_there = before
    while last is None or time.monotonic() - last < STILL_S:
        if answered is None and list(watcher.replies(command.id, [NAME], 0)):
            answered = time.monotonic()
        look = _look(screen)
        at = time.monotonic()
        if _apart(look, now_there) >= FEW:
            now_there, last = look, at
            first = first or at
        assert at - sent < PATIENCE_S, f"{work} does not come"
    assert answered
    assert first
    return Spans(link, max(0.0, answered - sent), max(0.0, first - answered), last - max(first, answered))


def _answered(watcher: Watcher, command: Resume) -> float:
    sent = time.monotonic()
    watcher.send(command, [ROOT.to_one(NAME)])
    (reply,) = watcher.replies(command.id, [NAME], PATIENCE_S)
    assert "too long ago" in reply.words
    return time.monotonic() - sent


def _work_of(watcher: Watcher) -> str:
    return next((row.state.work for row in watcher.rows if row.kiosk == NAME and row.state), "")


def _look(screen: RootWindow) -> list[int]:
    return [screen.pixel(*place) for place in PLACES]


def _apart(one: list[int], other: list[int]) -> int:
    """How many places differ clearly."""
    return sum(
        sum(abs((a >> shift & 255) - (b >> shift & 255)) for shift in (0, 8, 16)) > APART
        for a, b in zip(one, other, strict=True)
    )


def _still(screen: RootWindow) -> list[int]:
    """The screen when nothing has moved for a while; the loop before the first command never stays so for long."""
    since, before, until = time.monotonic(), _look(screen), time.monotonic() + 8
    while time.monotonic() - since < STILL_S and time.monotonic() < until:
        look = _look(screen)
        if _apart(look, before) >= FEW:
            since, before = time.monotonic(), look
    return _look(screen)


def _wait(holds: object) -> None:
    until = time.monotonic() + PATIENCE_S
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.05)


def _row(found: list[Spans]) -> str:
    def middle(spans: list[float]) -> str:
        return f"{1000 * statistics.median(spans):8.0f}"

    wholes = sorted(each.whole for each in found)
    parts = "".join(
        middle(column)
        for column in (
            [each.link for each in found],
            [each.act - each.link for each in found],
            [each.load for each in found],
            [each.fade for each in found],
        )
    )
    return f"{parts}  {middle(wholes)} {1000 * wholes[int(0.95 * len(wholes))]:5.0f}"


def table(fleets: list[int], besides: Callable[[int, Path], str], head: str) -> None:
    """Print it for fleets of so many kiosks, after what is told `besides`, which has a `head` of its own."""
    looks = shutil.which("Xvfb") is not None
    with tempfile.TemporaryDirectory() as made:
        home = Path(made, NAME)
        home.mkdir()
        program = prepare(home) if looks else None
        print(head + HEAD if looks else f"{head}  (no pictures: Xvfb is not installed)")
        for kiosks in fleets:
            folders = [Path(made, f"{kiosks}-{name}") for name in ("besides", "pictures")]
            for folder in folders:
                folder.mkdir()
            cells = besides(kiosks, folders[0])
            print(cells + (measure(kiosks, folders[1], program) if program else ""), flush=True)


if __name__ == "__main__":
    table(list(map(int, sys.argv[1:] or ("10", "50", "200"))), lambda kiosks, _: f"{kiosks:6}", "kiosks")
