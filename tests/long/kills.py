"""`python -m tests.long.kills [N]`: kill -9 while the program writes down what it keeps; all of it is whole after each.

Each child writes a number into every kind of file that is kept, one after another by chance and as fast as it can, and
says what it begins and what it has done, until it is killed at a random moment. Then each kind has to read as what was
done last, or as what was just being written: nothing damaged, nothing lost, nothing from before. At the end, an hour
later, no half-written file may be left. Leaves with 1 otherwise. For systems that can fork.

That the whole program begins cleanly after it was killed is `python -m tests.bench.faults kill`.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import struct
import sys
import tempfile
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk.exhibition.disk import remove_abandoned
from kiosk.exhibition.model import Exhibition, Work
from kiosk.exhibition.text import plain
from kiosk.pictures.orders import Failed, Stamp
from kiosk.pictures.storage import quarantine
from kiosk.pictures.storage.files import TEMPORARY_SUFFIX
from kiosk.pictures.storage.quarantine import Look, Quarantine
from kiosk.pictures.storage.register import Entry, Register
from kiosk.pictures.storage.sweep import REGISTER_NAME, sweep
from kiosk.staff import safe_mode, sights
from kiosk.staff.graphics import Sight
from kiosk.staff.hidden import HiddenWorks
from kiosk.staff.laptop.settings import SettingsFile
from kiosk.staff.pin import Tries
from kiosk.staff.pin_file import PinLock
from kiosk.staff.statistics import reading
from kiosk.staff.statistics.book import Book
from kiosk.supervising import record
from kiosk.visit.counting import Count, What

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_S = 0.03
"""The longest life of a child; a file takes less than a millisecond."""
FIRST, SOURCE = date(2026, 1, 1), Path("/exhibition/1.jpg")
HUNG = Exhibition(
    source=Path("/exhibition/manifest.yaml"),
    folder=Path("/exhibition"),
    title=plain("Kept"),
    works=tuple(Work(id=each) for each in "abc"),
)
_TOLD = struct.Struct("<BBI")
BEGUN, DONE = 0, 1


class Keeper(NamedTuple):
    """One kind of kept file: writes a number, larger each time, and reads it again; 0 where there is none."""

    name: str
    write: Callable[[int], object]
    read: Callable[[], int]


def keepers(folder: Path) -> tuple[Keeper, ...]:
    """All kinds, as the next start of the program finds them in `folder`."""
    return (*of_people(folder), *of_pictures(folder), *of_the_program(folder))


def of_people(folder: Path) -> tuple[Keeper, ...]:
    """What staff and visitors have done."""
    works, lock, settings = HiddenWorks(folder), PinLock(folder, time.monotonic), SettingsFile(folder)
    book = Book(folder, lambda problem: sys.exit(str(problem)))

    def hide(number: int) -> None:
        if not works.hide(HUNG, 0, FIRST + timedelta(number), FIRST):
            sys.exit("it cannot be hidden")

    def hidden() -> int:
        until = HiddenWorks(folder).of(HUNG).get(0)
        return (until - FIRST).days if until else 0

    def count(_number: int) -> None:
        book.add([Count(FIRST.isoformat(), "Kept", What.VISITS, "", 1)])
        if not book.write(FIRST):
            sys.exit("it is not written down")

    return (
        Keeper("hidden works", hide, hidden),
        Keeper("statistics", count, lambda: sum(day.visits for day in reading.read(folder).days)),
        Keeper(
            "settings",
            lambda number: settings.change(lambda before: msgspec.structs.replace(before, screen=f"{number}")),
            lambda: int(SettingsFile(folder).read().screen or 0),
        ),
        Keeper(
            "wrong PINs",
            lambda number: lock._become(Tries(number)),
            lambda: PinLock(folder, time.monotonic)._counted().wrong,
        ),
    )


def of_pictures(folder: Path) -> tuple[Keeper, ...]:
    """What is known of pictures."""
    register, rest = Register(folder / REGISTER_NAME), Quarantine(folder, save_after_s=1e6)

    def learn(number: int) -> None:
        register.learn([(SOURCE, Entry(Stamp(1, number), (3, 2), bytes(15) + b"1"))])
        if number % 50 == 0:
            sweep(folder, 1 << 30)

    def learned() -> int:
        known = Register(folder / REGISTER_NAME).remembered(SOURCE)
        return known.stamp.mtime_ns if known else 0

    def fail(number: int) -> None:
        rest.note(Look(Stamp(1, 1), None), Failed(SOURCE, "damaged", f"{number}", ""))
        rest.close()

    def failed() -> int:
        return max((int(case.message) for case in quarantine._kept(folder / quarantine.FILE)), default=0)

    return (Keeper("cache register", learn, learned), Keeper("quarantine", fail, failed))


def of_the_program(folder: Path) -> tuple[Keeper, ...]:
    """How the program does."""

    def restarted() -> int:
        return record.read(folder).restarts

    def seen() -> int:
        kept = sights.recall(folder)
        return int(kept.sight.version) if kept else 0

    return (
        Keeper("restarts", lambda number: record.keep(folder, record.Record(number)), restarted),
        Keeper(
            "shown well",
            lambda number: safe_mode.note_shown_well(folder, Path(f"/{number}"), "hall"),
            lambda: int(Path(safe_mode._shown_well(folder).get("hall", "/0")).name),
        ),
        Keeper("graphics", lambda number: sights.remember(folder, "6", Sight(version=f"{number}"), folder), seen),
    )


def write_for_ever(all_of_them: tuple[Keeper, ...], numbers: list[int], tell: int, chance: random.Random) -> None:
    """Write, and say so before and after."""
    while True:
        place = chance.randrange(len(all_of_them))
        numbers[place] += 1
        os.write(tell, _TOLD.pack(BEGUN, place, numbers[place]))
        all_of_them[place].write(numbers[place])
        os.write(tell, _TOLD.pack(DONE, place, numbers[place]))


def kill_once(folder: Path, numbers: list[int], chance: random.Random) -> tuple[list[int], list[int]]:
    """Let a child write, kill it: which numbers were begun, and which were done."""
    hear, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(hear)
            write_for_ever(keepers(folder), numbers, tell, chance)
        finally:
            os._exit(3)
    os.close(tell)
    begun, done = list(numbers), list(numbers)
    with os.fdopen(hear, "rb") as told:
        first = told.read(_TOLD.size)  # it takes a while until it begins
        time.sleep(chance.uniform(0, MOST_S))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            sys.exit("a child has ended by itself")
        for what, place, number in _TOLD.iter_unpack(first + told.read()):
            (done if what == DONE else begun)[place] = number
    return begun, done


def main() -> int:
    """Kill, look, count and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.long.kills", description=__doc__)
    parser.add_argument("kills", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    wrong, in_the_middle, written = Counter[str](), 0, 0
    with tempfile.TemporaryDirectory(prefix="kiosk-kills-") as room:
        folder = Path(room, "state")
        folder.mkdir()
        all_of_them = keepers(folder)
        numbers = [0] * len(all_of_them)
        for turn in range(asked.kills):
            begun, done = kill_once(folder, numbers, random.Random(f"{asked.seed} {turn}"))
            in_the_middle += begun != done
            written += sum(done) - sum(numbers)
            for place, keeper in enumerate(all_of_them):
                numbers[place] = keeper.read()
                if numbers[place] not in (done[place], begun[place]):
                    wrong[keeper.name] += 1
                    print(f"{keeper.name}: {numbers[place]}, {done[place]} was done, {begun[place]} begun", flush=True)
        an_hour_later = time.time() + 3600
        remove_abandoned([folder], lambda: an_hour_later)
        sweep(folder, 1 << 30, now=lambda: an_hour_later)
        left = sorted(file.name for file in folder.iterdir() if file.name.endswith((".new", TEMPORARY_SUFFIX)))
    told = {"kills": asked.kills, "in the middle of writing": in_the_middle, "written": written, "left": left, **wrong}
    print(json.dumps(told))
    return int(bool(wrong or left))


if __name__ == "__main__":
    sys.exit(main())
