"""Three real kiosks and a real broker, which is killed and comes back while they show."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import re
import socket
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from kiosk.exhibition.config_fleet import Fleet
from kiosk.fleet.commands import Message, Show
from kiosk.fleet.topics import Root
from tests.broker import Broker, needs_broker, secret
from tests.conftest import HOMES

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.fleet.commands import AnyCommand
    from kiosk.fleet.roll import Row
    from kiosk.fleet.watcher import Watcher
    from tests.e2e.conftest import Program

pytestmark = [
    needs_broker,
    pytest.mark.skipif(sys.platform != "linux", reason="it reads what Linux tells of processes"),
]
ROOT = Root("kiosk")
NAMES = ("hall-1", "hall-2", "hall-3")
PATIENCE_S = 60.0
SHOWN = "chladni"


def until(holds: Callable[[], Any]) -> Any:
    limit = time.monotonic() + PATIENCE_S
    while not (found := holds()):
        assert time.monotonic() < limit, "it did not happen"
        time.sleep(0.05)
    return found


class House:
    """Kiosks of a home each, and a broker."""

    def __init__(self, folder: Path, program: Program) -> None:
        users = {**dict.fromkeys(NAMES, "one"), "staff": "two"}
        self.broker = Broker(folder / "broker", users)
        self.broker.start()
        self.programs: dict[str, Program] = {}
        self.shows: dict[str, subprocess.Popen[str]] = {}
        for name in NAMES:
            home = folder / name
            home.mkdir()
            homes = {variable: str(home / below) for variable, below in HOMES.items()}
            own = dataclasses.replace(program, folder=home, environment={**program.environment, **homes})
            settings = {**self.settings(home, name, "one"), "name": name, "figures": str(home / "kiosk.prom")}
            config = own.configure({"fleet": settings})
            self.programs[name], self.shows[name] = own, own.start("kiosk", "--config", config)

    def settings(self, folder: Path, user: str, password: str) -> dict[str, str]:
        return {"broker": self.broker.address, "credentials": secret(folder / "secret", user, password)}

    def all_do(self, watcher: Watcher, command: AnyCommand, times: int = 1) -> None:
        """Send it to all, so many times; each answers once, and has done it."""
        for _ in range(times):
            watcher.send(command, [ROOT.to_all])
        replies = list(watcher.replies(command.id, NAMES, PATIENCE_S))
        assert {(reply.kiosk, reply.result) for reply in replies} == {(name, "done") for name in NAMES}

    def figures(self, name: str) -> dict[str, float]:
        """What a kiosk has written about itself."""
        words = (self.programs[name].folder / "kiosk.prom").read_text()
        return {
            found[0]: float(found[1]) for found in re.findall(r'^(\w+)\{kiosk="[^"]*"\} (\S+)$', words, re.MULTILINE)
        }

    def end(self) -> dict[str, tuple[int, str]]:
        """The exit code of each kiosk, and what it has said."""
        for show in self.shows.values():
            show.terminate()
        ended = {name: self.programs[name].end(show) for name, show in self.shows.items()}
        self.broker.stop()
        return {name: (end.code, end.out + end.err) for name, end in ended.items()}


def test_three_kiosks_show_on_whatever_happens_to_the_broker(program: Program, tmp_path: Path) -> None:
    from kiosk.fleet.watcher import Watcher

    house = House(tmp_path, program)
    staff = Fleet(**house.settings(tmp_path, "staff", "two"))

    def there(watcher: Watcher, holds: Callable[[Row], object]) -> Callable[[], bool]:
        return lambda: sum(bool(row.present and row.state and holds(row)) for row in watcher.rows) == len(NAMES)

    try:
        with Watcher(staff).entered() as watcher:
            until(there(watcher, lambda row: row.state))
            house.all_do(watcher, Show(id="show", at=time.time(), work=SHOWN), times=3)
            until(there(watcher, lambda row: row.state and row.state.work == SHOWN))
            house.all_do(watcher, Message(id="card", at=time.time(), closes_in_min=10))
            house.broker.stop()
            time.sleep(1)
            assert all(show.poll() is None for show in house.shows.values()), "the show goes on"
            house.broker.start()
        with contextlib.ExitStack() as stack:
            watcher = stack.enter_context(Watcher(staff).entered(PATIENCE_S))
            until(there(watcher, lambda row: row.state and row.state.work == SHOWN))
            for number in range(200):
                for rubbish in (b"\xff" * 60_000, b"[" * 5000, json.dumps({"id": f"{number}", "do": []}).encode()):
                    watcher._joining.client.publish(ROOT.to_all, rubbish, qos=1)
            until(lambda: not watcher._joining.client.want_write())
            house.all_do(watcher, Message(id="card-2", at=time.time()), times=2)
    finally:
        told = house.end()
    for name in NAMES:
        code, words = told[name]
        assert code == 0, words
        assert len(words.splitlines()) == 2, f"one line each:\n{words}"
        assert "the broker of the fleet cannot be reached" in words
        assert "a message to this kiosk is not carried out" in words
        figures = house.figures(name)
        assert figures["kiosk_showing"] == 0, "it has gone, and said so"
        assert figures["kiosk_frames_total"] > 0
        assert figures["kiosk_visits_total"] == 0, "what a command shows is no visit"


def test_the_loop_and_a_visit_go_on_while_the_broker_hangs_and_is_away(program: Program, few: Path) -> None:
    server = socket.create_server(("127.0.0.1", 0))
    asked: list[bytes] = []

    def hang() -> None:
        connection, _ = server.accept()
        with server, connection:
            asked.append(connection.recv(1))
            until((program.folder / "enough").exists)

    threading.Thread(target=hang, daemon=True).start()
    port = server.getsockname()[1]
    ended = program.walk(
        "alone", few, config={"fleet": {"broker": f"mqtt://127.0.0.1:{port}"}, "attract": {"seconds": 5}}
    )
    assert asked == [b"\x10"], "MQTT's CONNECT"
    said = ended.out + ended.err
    assert ended.code == 0, said
    assert len(said.splitlines()) == 1, said
    assert "the broker of the fleet cannot be reached: the connection ended" in said
