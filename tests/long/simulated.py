"""`python -m tests.long.simulated BROKER SECRET N FOLDER`: N kiosks without a show, until a line is read from stdin.

Each tells another work every `TURN_S`. At the end it prints what each has carried out, and how often, as JSON.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections import Counter
from pathlib import Path

from kiosk.exhibition.config_fleet import Fleet
from kiosk.fleet.commands import AnyCommand, Reply, Result
from kiosk.fleet.link import Identity, Link
from kiosk.fleet.state import State
from kiosk.fleet.topics import Root

TURN_S = 14.0
ROOT = Root("kiosk")


class Simulated:
    """One of them."""

    def __init__(self, settings: Fleet, name: str, folder: Path) -> None:
        self.name = name
        self.heard: Counter[str] = Counter()
        self.link = Link(settings, Identity(ROOT, name, ()), self._hear, folder / name)
        self.turn(0)
        self.link.start()

    def _hear(self, command: AnyCommand) -> None:
        self.heard[command.id] += 1
        self.link.reply(Reply(id=command.id, kiosk=self.name, result=Result.DONE))

    def turn(self, number: int) -> None:
        """Another work is shown."""
        title = f"A work with a title of usual length, number {number}"
        self.link.tell(State(kiosk=self.name, exhibition="Rule and Chance", title=title, commands=True))


def main() -> None:
    """Until a line is read."""
    broker, secret, count, folder = sys.argv[1:]
    settings = Fleet(broker=broker, credentials=secret)
    fleet = [Simulated(settings, f"room-{number}", Path(folder)) for number in range(int(count))]
    over = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.readline(), over.set()), daemon=True).start()
    number = 0
    while not over.is_set():
        number += 1
        for each in fleet:
            each.turn(number)
            if over.wait(TURN_S / len(fleet)):
                break
    began = time.monotonic()
    closing = [threading.Thread(target=each.link.close) for each in fleet]
    for thread in closing:
        thread.start()
    for thread in closing:
        thread.join(max(0.1, began + 60 - time.monotonic()))
    print(json.dumps({each.name: each.heard for each in fleet}))


if __name__ == "__main__":
    main()
