"""`python -m tests.long.fleet [--phase SECONDS] [--simulated N] [--rounds N]`: three kiosks, many more, a bad broker.

Three whole kiosks and one that has no broker show offscreen; beside them are simulated ones (a real link each, in a
process of their own), all on one real Mosquitto. In each round the broker is well, is flooded with hostile messages and
with more commands than a kiosk takes, is killed and started again and again, is stopped (SIGSTOP), and one kiosk's line
becomes slow. Each phase has a line: frames a second and long gaps of the three, as parts of what the one without a
broker has meanwhile; memory of each; and the answers to the commands of staff: how many were sent, done, refused or
never answered. Where the broker was killed or stopped with a command under way, that command may be lost; else each is
answered, once. No simulated kiosk may carry one out twice. Leaves with 1 otherwise, or when memory has grown by more
than that of the one without a broker has.

A round is seven phases, of which each takes up to half a minute more to wait for figures and answers.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import psutil

from kiosk.exhibition.config_fleet import Fleet
from kiosk.fleet.commands import Message, Next, Resume
from kiosk.fleet.figures import GAP_LIMITS_S
from kiosk.fleet.topics import Root
from kiosk.fleet.watcher import Watcher
from tests.broker import Broker, secret
from tests.conftest import HOMES
from tests.e2e.conftest import Program
from tests.long.line import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kiosk.fleet.commands import Command

ROOT = Root("kiosk")
NAMES = ("hall-1", "hall-2", "hall-3")
ALONE = "alone"
EVERY_S = 3.0
PATIENCE_S = 20.0
WRITE_S = 15.0
"""How often a kiosk writes its figures."""
LONG_S = 0.1
MORE_MB = 12.0
"""So much more than the one without a broker a kiosk may have grown in all rounds after the first."""
SCREEN = {"name": "hall", "x": 0, "y": 0, "width": 1280, "height": 720, "dpr": 1, "logicalDpi": 96}


class Seen(NamedTuple):
    """What a kiosk had counted at some moment: frames, all gaps, long ones, and its memory in MB."""

    at: float
    frames: float
    gaps: float
    long: float
    memory: float


class Kiosk:
    """A whole one, in a home of its own."""

    def __init__(self, folder: Path, name: str, fleet: dict[str, object]) -> None:
        folder.mkdir(parents=True)
        screens = folder / "screens.json"
        screens.write_text(json.dumps({"screens": [SCREEN]}))
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "QML", "QSG_"))}
        homes = {variable: str(folder / below) for variable, below in HOMES.items()}
        environment = {**kept, **homes, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
        self.name = name
        self.figures = folder / "kiosk.prom"
        self.program = Program(folder, environment)
        config = {
            "slideshow": {"dwell_s": 6},
            "attract": {"seconds": 5},
            "fleet": {"name": name, "figures": str(self.figures), **fleet},
        }
        self.process = self.program.start("kiosk", "--config", self.program.configure(config))

    def seen(self) -> Seen:
        """Waits until it has written its figures."""
        asked, until = time.time(), time.monotonic() + 3 * WRITE_S
        while not self.figures.exists() or self.figures.stat().st_mtime < asked:
            assert self.process.poll() is None, self.process.communicate()
            assert time.monotonic() < until, f"{self.name} writes no figures"
            time.sleep(0.1)
        words = self.figures.read_text()
        gaps = float(_found(r"kiosk_frame_gap_seconds_count\{[^}]*\} (\S+)", words))
        short = float(_found(rf'kiosk_frame_gap_seconds_bucket\{{[^}}]*le="{LONG_S}"\}} (\S+)', words))
        frames = float(_found(r"kiosk_frames_total\{[^}]*\} (\S+)", words))
        memory = psutil.Process(self.process.pid).memory_full_info().uss / 1e6
        return Seen(time.monotonic(), frames, gaps, gaps - short, memory)

    def end(self) -> tuple[int, str]:
        """Its exit code, and what it has said."""
        self.process.terminate()
        ended = self.program.end(self.process)
        return ended.code, ended.out + ended.err


class Asked(NamedTuple):
    """A command of staff's, who was asked, and whether it may have been lost."""

    id: str
    kiosks: tuple[str, ...]
    may_be_lost: bool


class Staff:
    """Sends commands all the time, and counts the answers of everybody."""

    def __init__(self, settings: Fleet) -> None:
        self.watcher = Watcher(settings)
        self.answers: Counter[tuple[str, str]] = Counter()
        self.results: Counter[str] = Counter()
        self.asked: list[Asked] = []
        client = self.watcher._joining.client
        come = client.on_message
        self._root = ROOT.reply("")

        def hear(client: object, data: object, message: object) -> None:
            if message.topic.startswith(self._root):  # type: ignore[attr-defined]
                reply = json.loads(message.payload)  # type: ignore[attr-defined]
                self.answers[reply["id"], reply["kiosk"]] += 1
                self.results[reply["result"]] += 1
            come(client, data, message)  # type: ignore[arg-type, misc]

        client.on_message = hear

    def send(self, command: Command, kiosks: tuple[str, ...], *, may_be_lost: bool = False) -> None:
        """To all of these; to everybody where those are more than the real ones."""
        topics = [ROOT.to_all] if len(kiosks) > len(NAMES) else [ROOT.to_one(kiosk) for kiosk in kiosks]
        self.asked.append(Asked(command.id, kiosks, may_be_lost))
        self.watcher.send(command, topics)

    def silent(self, asked: Asked) -> list[str]:
        """Who has not answered."""
        return [kiosk for kiosk in asked.kiosks if not self.answers[asked.id, kiosk]]

    def settle(self) -> None:
        """Until all have answered, or it is too late."""
        until = time.monotonic() + PATIENCE_S
        due = [each for each in self.asked if not each.may_be_lost]
        while time.monotonic() < until and any(map(self.silent, due)):
            time.sleep(0.2)


class House:
    """All of it. `simulated`: how many kiosks without a show."""

    def __init__(self, folder: Path, simulated: int, phase_s: float) -> None:
        users = {"all": "one", "staff": "two", "rogue": "three"}
        more = "max_packet_size 20000000\nmax_connections -1\nmax_queued_messages 5000\nautosave_interval 0"
        self.broker = Broker(folder / "broker", users, more)
        self.broker.start()
        self.phase_s = phase_s
        own = secret(folder / "secret", "all", "one")
        self.line = Line(self.broker.port)
        self.kiosks = {
            name: Kiosk(folder / name, name, {"broker": f"mqtt://127.0.0.1:{port}", "credentials": own})
            for name, port in zip(NAMES, (self.broker.port, self.broker.port, self.line.port), strict=True)
        }
        self.kiosks[ALONE] = Kiosk(folder / ALONE, ALONE, {})
        many = [sys.executable, "-m", "tests.long.simulated", self.broker.address, own, str(simulated), str(folder)]
        pipe = subprocess.PIPE
        self.many = subprocess.Popen(many, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True)
        self.everybody = (*NAMES, *(f"room-{number}" for number in range(simulated)))
        settings = Fleet(broker=self.broker.address, credentials=secret(folder / "staff", "staff", "two"))
        self.staff = Staff(settings)
        self.rogue = Fleet(broker=self.broker.address, credentials=secret(folder / "rogue", "rogue", "three"))
        self.numbers = iter(range(10**9))
        self.chance = random.Random(8)

    def command(self) -> Command:
        """Another one each time; visitors there are none."""
        number = next(self.numbers)
        told = {"id": f"c{number}", "at": time.time()}
        return (Next(**told), Message(**told, closes_in_min=number % 60), Resume(**told), Message(**told))[number % 4]

    def ask_all(self, *, may_be_lost: bool = False) -> None:
        """One command to everybody now."""
        self.staff.send(self.command(), self.everybody, may_be_lost=may_be_lost)

    def calmly(self, until: float) -> None:
        """Nothing is wrong."""
        while time.monotonic() < until:
            self.ask_all()
            time.sleep(EVERY_S)

    def flooded(self, until: float) -> None:
        """By somebody whom the broker lets say anything."""
        with Watcher(self.rogue).entered() as rogue:
            client, topics = rogue._joining.client, [ROOT.to_one(name) for name in NAMES]
            asked = 0.0
            while time.monotonic() < until:
                for topic in (*topics, ROOT.state("hall-2"), ROOT.reply("hall-1")):
                    client.publish(topic, self._rubbish(), qos=0, retain=self.chance.random() < 0.1)
                if time.monotonic() > asked:
                    asked = time.monotonic() + EVERY_S
                    client.publish(ROOT.to_all, self._rubbish(), qos=0, retain=True)
                    client.publish(ROOT.to_one(self.chance.choice(NAMES)), b"x" * 10_000_000, qos=0)
                    self.ask_all()
                time.sleep(0.02)
            for topic in (*topics, ROOT.to_all):
                client.publish(topic, b"", qos=1, retain=True).wait_for_publish(PATIENCE_S)

    def _rubbish(self) -> bytes:
        return self.chance.choice(
            (
                b"\xff" * 60_000,
                b"[" * 30_000,
                b'{"id":7,"do":[],"at":"now"}',
                b'{"do":"next"',
                json.dumps({"id": "x", "at": time.time() - 9000, "do": "restart"}).encode(),
                json.dumps({"id": "y", "at": time.time(), "do": "show", "work": ["a"] * 900}).encode(),
                self.chance.randbytes(2000),
                b"\x00",
            )
        )

    def asked_too_much(self, until: float) -> None:
        """More commands than a kiosk carries out, each three times: every one is answered, and once."""
        while time.monotonic() < until:
            command = self.command()
            self.staff.send(command, NAMES)
            for _ in range(2):
                self.staff.watcher.send(command, [ROOT.to_one(name) for name in NAMES])
            time.sleep(0.05)

    def killed(self, until: float) -> None:
        """Again and again; in between everything comes back."""
        while time.monotonic() < until:
            self.ask_all(may_be_lost=True)
            self.broker.stop()
            self.ask_all(may_be_lost=True)
            time.sleep(self.chance.uniform(0.1, 4))
            self.broker.start()
            time.sleep(self.chance.uniform(1, 8))
        self._back()

    def stopped(self, until: float) -> None:
        """The broker's computer hangs: connections stay, and nothing comes."""
        assert self.broker._process
        self.broker._process.send_signal(signal.SIGSTOP)
        self.ask_all(may_be_lost=True)
        time.sleep(max(0.0, until - time.monotonic()))
        self.broker._process.send_signal(signal.SIGCONT)
        self._back()

    def slow(self, until: float) -> None:
        """The line of the third one carries 16 bytes every hundredth of a second."""
        self.line.slow = True
        self.calmly(until)
        self.staff.settle()
        self.line.slow = False

    def _back(self) -> None:
        """Everybody is there again, and answers."""
        until = time.monotonic() + 300
        while set(self.staff.watcher.present()) < set(self.everybody):
            assert time.monotonic() < until, set(self.everybody) - set(self.staff.watcher.present())
            time.sleep(0.5)

    def measured(self, name: str, act: Callable[[float], None]) -> Phase:
        """One phase."""
        before = self._look()
        first, results = len(self.staff.asked), Counter(self.staff.results)
        act(time.monotonic() + self.phase_s)
        self.staff.settle()
        return Phase(name, before, self._look(), self.staff.asked[first:], self.staff.results - results)

    def _look(self) -> dict[str, Seen]:
        found: dict[str, Seen] = {}
        threads = [
            threading.Thread(target=lambda kiosk=kiosk: found.update({kiosk.name: kiosk.seen()}))  # type: ignore[misc]
            for kiosk in self.kiosks.values()
        ]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert len(found) == len(self.kiosks), "one of them writes no figures any more"
        return found

    def phases(self) -> Iterator[tuple[str, Callable[[float], None]]]:
        """In one round."""
        yield "well", self.calmly
        yield "flooded", self.flooded
        yield "too much", self.asked_too_much
        yield "killed", self.killed
        yield "stopped", self.stopped
        yield "slow", self.slow
        yield "well again", self.calmly

    def end(self) -> tuple[dict[str, tuple[int, str]], dict[str, dict[str, int]]]:
        """How each has left and what it has said; and how often each simulated one has carried out what."""
        told = {name: kiosk.end() for name, kiosk in self.kiosks.items()}
        out, _ = self.many.communicate("end\n", timeout=120)
        self.broker.stop()
        return told, json.loads(out.splitlines()[-1])


class Phase(NamedTuple):
    """What has come of one."""

    name: str
    before: dict[str, Seen]
    after: dict[str, Seen]
    asked: list[Asked]
    results: Counter[str]

    def row(self, staff: Staff) -> str:
        """A line of the table."""
        rates = {name: self._rates(name) for name in self.after}
        frames = [rates[name][0] / max(rates[ALONE][0], 1e-9) for name in NAMES]
        memory = " ".join(f"{self.after[name].memory:5.0f}" for name in self.after)
        refused = self.results["refused"] + self.results["failed"]
        silent = sum(len(staff.silent(each)) for each in self.asked)
        longs = " ".join(f"{1000 * rates[name][1]:4.1f}" for name in self.after)
        wanted = sum(len(each.kiosks) for each in self.asked)
        return (
            f"{self.name:11} {rates[ALONE][0]:5.1f} {min(frames):5.2f} {max(frames):5.2f}  {longs}  {memory}"
            f"  {wanted:7} {self.results['done']:6} {refused:6} {silent:6}"
        )

    def _rates(self, name: str) -> tuple[float, float]:
        before, after = self.before[name], self.after[name]
        gaps = after.gaps - before.gaps
        return (after.frames - before.frames) / (after.at - before.at), (after.long - before.long) / max(gaps, 1)


HEAD = (
    f"phase       fr/s  ratio of 3   gaps > {LONG_S} s, per mille   memory, MB (3, then alone)    asked   done"
    " refused silent"
)


def _found(pattern: str, words: str) -> str:
    found = re.search(pattern, words)
    assert found, pattern
    return found[1]


def judge(house: House, phases: list[Phase], many: dict[str, dict[str, int]]) -> list[str]:
    """What is not as it should be."""
    staff = house.staff
    wrong = [
        f"{asked.id} was not answered by {silent}"
        for asked in staff.asked
        if not asked.may_be_lost and (silent := staff.silent(asked))
    ]
    certain = [(asked.id, kiosk) for asked in staff.asked if not asked.may_be_lost for kiosk in asked.kiosks]
    wrong += [
        f"{kiosk} answered {command} {staff.answers[command, kiosk]} times"
        for command, kiosk in certain
        if staff.answers[command, kiosk] > 1
    ]
    for kiosk, times in many.items():
        wrong += [f"{kiosk} carried {command} out {count} times" for command, count in times.items() if count > 1]
    first = next(phase for phase in phases if phase.name == "well again")
    grown = {name: phases[-1].after[name].memory - first.after[name].memory for name in phases[-1].after}
    wrong += [
        f"{name} has grown by {grown[name]:.1f} MB, and the one without a broker by {grown[ALONE]:.1f}"
        for name in NAMES
        if grown[name] - max(grown[ALONE], 0) > MORE_MB
    ]
    assert GAP_LIMITS_S.count(LONG_S) == 1
    return wrong


def main() -> int:
    """Run it. The exit code."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--phase", type=float, default=60.0)
    asked.add_argument("--simulated", type=int, default=200)
    asked.add_argument("--rounds", type=int, default=2)
    told = asked.parse_args()
    phases: list[Phase] = []
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        house = House(Path(folder), told.simulated, told.phase)
        stack.enter_context(house.staff.watcher.entered(PATIENCE_S))
        house._back()
        time.sleep(told.phase)
        print(HEAD, flush=True)
        for _ in range(told.rounds):
            for name, act in house.phases():
                phases.append(house.measured(name, act))
                print(phases[-1].row(house.staff), flush=True)
        ended, many = house.end()
    wrong = judge(house, phases, many)
    wrong += [f"{name} left with {code}:\n{words}" for name, (code, words) in ended.items() if code]
    for name, (_, words) in ended.items():
        print(f"{name}: {len(words.splitlines())} lines said")
        print("".join(f"    {line[:150]}\n" for line in words.splitlines()[:8]), end="")
    print("\n".join(wrong) or "nothing lost, nothing twice, nothing has stopped, memory as it was")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
