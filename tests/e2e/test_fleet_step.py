"""A real kiosk leads two real ones through a real broker, is killed, and comes back."""

from __future__ import annotations

import dataclasses
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.exhibition.config_fleet import Fleet
from kiosk.fleet.commands import Next, Show
from kiosk.fleet.state import Screen, Stand
from kiosk.fleet.topics import Root
from tests.broker import Broker, needs_broker, secret
from tests.conftest import HOMES
from tests.e2e.test_fleet import PATIENCE_S, until

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.fleet.commands import AnyCommand
    from kiosk.fleet.state import State
    from kiosk.fleet.watcher import Watcher
    from tests.e2e.conftest import Program

pytestmark = [
    needs_broker,
    pytest.mark.skipif(sys.platform != "linux", reason="it kills a process"),
]
ROOT = Root("kiosk")
LEADER, SAME, NEXT = "hall-1", "hall-2", "hall-3"
ENDS: dict[str, dict[str, object]] = {
    LEADER: {"leads": True},
    SAME: {"follow": LEADER},
    NEXT: {"follow": LEADER, "shows": "next"},
}


class Row:
    """Three kiosks beside each other, a broker, and somebody who looks."""

    def __init__(self, folder: Path, program: Program) -> None:
        self.broker = Broker(folder / "broker", {**dict.fromkeys(ENDS, "one"), "staff": "two"})
        self.broker.start()
        self.programs: dict[str, Program] = {}
        self.shows: dict[str, subprocess.Popen[str]] = {}
        for name, end in ENDS.items():
            home = folder / name
            home.mkdir()
            homes = {variable: str(home / below) for variable, below in HOMES.items()}
            own = dataclasses.replace(program, folder=home, environment={**program.environment, **homes})
            credentials = secret(home / "secret", name, "one")
            own.configure({"fleet": {"broker": self.broker.address, "credentials": credentials, "name": name, **end}})
            self.programs[name] = own
            self.start(name)

    def start(self, name: str) -> None:
        own = self.programs[name]
        self.shows[name] = own.start("kiosk", "--config", own.folder / "config.yaml")

    def kill(self, name: str) -> None:
        self.shows[name].kill()
        self.shows[name].communicate()

    def end(self) -> dict[str, tuple[int, str]]:
        for show in self.shows.values():
            show.terminate()
        ended = {name: self.programs[name].end(show) for name, show in self.shows.items()}
        self.broker.stop()
        return {name: (end.code, end.out + end.err) for name, end in ended.items()}


def states(watcher: Watcher) -> dict[str, State]:
    return {row.kiosk: row.state for row in watcher.rows if row.state and row.present}


def in_step(watcher: Watcher, works: tuple[str, str, str] | None = None) -> Callable[[], Any]:
    """Both followers are, and all three show these works, or the first two the same one."""

    def holds() -> bool:
        now = states(watcher)
        if len(now) < len(ENDS):
            return False
        shown = tuple(now[name].work for name in ENDS)
        ends = [now[name].following for name in (SAME, NEXT)]
        right = shown == works if works else shown[0] == shown[1] != shown[2]
        return right and all(end and end.stand is Stand.IN_STEP for end in ends)

    return holds


def knows_the_time(state: State) -> bool:
    return state.following is not None and state.following.round_trip_ms is not None


def ask(watcher: Watcher, command: AnyCommand, kiosk: str) -> str:
    watcher.send(command, [ROOT.to_one(kiosk)])
    return next(f"{reply.result} {reply.words}" for reply in watcher.replies(command.id, [kiosk], PATIENCE_S)).strip()


def test_two_kiosks_follow_one_go_on_alone_without_it_and_come_back(program: Program, tmp_path: Path) -> None:
    from kiosk.fleet.watcher import Watcher

    row = Row(tmp_path, program)
    staff = Fleet(broker=row.broker.address, credentials=secret(tmp_path / "secret", "staff", "two"))
    try:
        with Watcher(staff).entered() as watcher:
            until(in_step(watcher))
            assert {state.screen for state in states(watcher).values()} == {Screen.ATTRACT}
            assert ask(watcher, Show(id="show", at=time.time(), work="chladni"), LEADER) == "done"
            until(in_step(watcher, ("chladni", "chladni", "mandelbrot-valley")))
            assert ask(watcher, Next(id="n", at=time.time()), LEADER) == "done"
            until(in_step(watcher, ("mandelbrot-valley", "mandelbrot-valley", "phyllotaxis")))
            assert (
                ask(watcher, Next(id="f", at=time.time()), SAME)
                == f"refused it goes in step with {LEADER}: ask that one"
            )
            row.kill(LEADER)
            until(lambda: all(_alone(states(watcher)[name]) for name in (SAME, NEXT)))
            assert [states(watcher)[name].work for name in (SAME, NEXT)] == ["mandelbrot-valley", "phyllotaxis"]
            assert ask(watcher, Next(id="g", at=time.time()), SAME) == "done"
            row.start(LEADER)
            until(in_step(watcher))
            assert states(watcher)[SAME].screen is Screen.ATTRACT
            until(lambda: knows_the_time(states(watcher)[SAME]))
    finally:
        told = row.end()
    assert told[LEADER][0] == 0
    for name in (SAME, NEXT):
        code, words = told[name]
        said = [line for line in words.splitlines() if "step" in line]
        assert (code, said) == (0, [f"WARNING kiosk: out of step: {LEADER} has gone. This kiosk goes on alone."])


def _alone(state: State) -> bool:
    return state.following is not None and state.following.stand is Stand.ALONE
