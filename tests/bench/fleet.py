"""A fleet of simulated kiosks on one real broker: `python -m tests.bench.fleet [KIOSKS ...]`.

Each kiosk is a real `Link`, without a show: every `TURN_S` it has another work on the screen, as the inviting loop has.
For each number of kiosks it prints messages and bytes a kiosk and hour as the broker counts them, how long a command to
all takes until a kiosk has heard it and until its answer is there, and the memory of broker and links. All kiosks are
threads of one process: with many of them that is what takes the time. The last cells tell how long it takes until the
picture that was asked for is on the screen of a whole kiosk among as many: `tests.bench.fleet_pictures`.
"""

from __future__ import annotations

import statistics
import sys
import threading
import time
from typing import TYPE_CHECKING

import psutil

from kiosk.exhibition.config_fleet import Fleet
from kiosk.fleet.commands import AnyCommand, Reply, Result, Resume
from kiosk.fleet.link import Identity, Link
from kiosk.fleet.state import State
from kiosk.fleet.topics import Root
from kiosk.fleet.watcher import Watcher
from tests.bench.fleet_pictures import table
from tests.broker import Broker, broker, secret

if TYPE_CHECKING:
    from pathlib import Path

TURN_S = 14.0
WATCHED_S = 28.0
COMMANDS = 5
ROOT = Root("kiosk")


class Simulated:
    """A kiosk without a show."""

    def __init__(self, settings: Fleet, number: int, folder: Path) -> None:
        self.name = f"hall-{number}"
        self.heard: dict[str, float] = {}
        self.link = Link(settings, Identity(ROOT, self.name, ()), self._hear, folder / self.name)
        self.link.tell(self._state(0))
        self.link.start()

    def _hear(self, command: AnyCommand) -> None:
        self.heard[command.id] = time.monotonic()
        self.link.reply(Reply(id=command.id, kiosk=self.name, result=Result.DONE))

    def _state(self, turn: int) -> State:
        return State(
            kiosk=self.name,
            version="0.1.0",
            exhibition="Rule and Chance",
            generation=7,
            work=f"work-{turn}",
            title=f"A work with a title of usual length, number {turn}",
            free_mb=60_000,
            memory_mb=150,
            pixels=(1920, 1080),
            since="2026-11-29T10:00:00+00:00",
            groups=("ground-floor",),
            commands=True,
        )

    def turn(self, turn: int) -> None:
        """Another work is on the screen."""
        self.link.tell(self._state(turn))


class Counts:
    """What the broker counts of its own traffic."""

    def __init__(self, watcher: Watcher) -> None:
        self._now: dict[str, int] = {}
        client = watcher._joining.client
        come = client.on_message

        def hear(client: object, data: object, message: object) -> None:
            topic = message.topic  # type: ignore[attr-defined]
            if topic.startswith("$SYS/"):
                self._now[topic.removeprefix("$SYS/broker/")] = int(message.payload)  # type: ignore[attr-defined]
            elif come:
                come(client, data, message)  # type: ignore[arg-type]

        client.on_message = hear
        client.subscribe([(f"$SYS/broker/{kind}/received", 0) for kind in ("bytes", "messages")])

    def now(self) -> dict[str, int]:
        return dict(self._now)


def measure(kiosks: int, folder: Path) -> str:
    """The cells of a table for so many kiosks."""
    with broker(folder / "broker", {"all": "one"}, "sys_interval 1\nmax_connections -1") as house:
        settings = Fleet(broker=house.address, credentials=secret(folder / "secret", "all", "one"))
        began = time.monotonic()
        fleet = [Simulated(settings, number, folder) for number in range(kiosks)]
        with Watcher(settings).entered() as watcher:
            while len(watcher.present()) < kiosks:
                time.sleep(0.02)
            there_s = time.monotonic() - began
            rates = traffic(fleet, Counts(watcher))
            heard, answered = commands(fleet, watcher)
            told = row(kiosks, there_s, rates, heard, answered, memory(house))
        for each in fleet:
            threading.Thread(target=each.link.close).start()
        for each in fleet:
            each.link.join(10)
    return told


def traffic(fleet: list[Simulated], counts: Counts) -> tuple[float, float]:
    """Messages and bytes that the broker receives a kiosk and hour: states, and what MQTT needs to keep in touch."""
    time.sleep(3)
    before, began = counts.now(), time.monotonic()
    turns = round(WATCHED_S / TURN_S)
    for turn in range(1, turns + 1):
        for number, each in enumerate(fleet):
            threading.Timer(TURN_S * number / len(fleet), each.turn, (turn,)).start()
        time.sleep(TURN_S)
    time.sleep(2)
    after, passed = counts.now(), time.monotonic() - began
    per_hour = 3600 / (turns * TURN_S) / len(fleet)
    assert passed >= turns * TURN_S
    messages = after["messages/received"] - before["messages/received"]
    return messages * per_hour, (after["bytes/received"] - before["bytes/received"]) * per_hour


def commands(fleet: list[Simulated], watcher: Watcher) -> tuple[list[float], list[float]]:
    """From a command to all until a kiosk has heard it, and until its answer is there, in seconds."""
    heard, answered = [], []
    for number in range(COMMANDS):
        command = Resume(id=f"c{number}", at=time.time())
        sent = time.monotonic()
        watcher.send(command, [ROOT.to_all])
        answered += [time.monotonic() - sent for _ in watcher.replies(command.id, [each.name for each in fleet], 30)]
        heard += [each.heard[command.id] - sent for each in fleet]
        time.sleep(1)
    assert len(answered) == COMMANDS * len(fleet), "nothing was lost"
    return heard, answered


def memory(house: Broker) -> tuple[float, float]:
    """Of the broker and of this process, in MB."""
    assert house._process
    return psutil.Process(house._process.pid).memory_info().rss / 1e6, psutil.Process().memory_info().rss / 1e6


def row(
    kiosks: int,
    there_s: float,
    rates: tuple[float, float],
    heard: list[float],
    answered: list[float],
    megabytes: tuple[float, float],
) -> str:
    def told(spans: list[float]) -> str:
        ordered = sorted(spans)
        return f"{1000 * statistics.median(ordered):6.0f} {1000 * ordered[int(0.95 * len(ordered))]:6.0f}"

    return (
        f"{kiosks:6} {there_s:8.1f} {rates[0]:12.0f} {rates[1] / 1000:10.0f} {told(heard)} {told(answered)}"
        f" {megabytes[0]:8.1f} {megabytes[1]:8.1f}"
    )


HEAD = "kiosks  there s  msgs/k·h      kB/k·h  heard ms p95  answer ms p95   broker MB  links MB"

if __name__ == "__main__":
    table(list(map(int, sys.argv[1:] or ("10", "50", "200"))), measure, HEAD)
