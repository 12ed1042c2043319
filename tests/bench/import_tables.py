"""How long an import takes, as a multiple of reading the same table with Python's csv module.

python -m tests.bench.import_tables [ROWS]
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.staff.importing.importer import import_source
from kiosk.staff.importing.options import Options
from kiosk.staff.importing.sources import read_source

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 3
TODAY = dt.date(2026, 11, 28)
HEADINGS = "Object ID,Title,Title (Korean),Artist,Date,Medium,Dimensions,Credit line,Description,Subject,Image,Phone"
SUBJECTS = ("water", "bridges", "night", "gardens", "ships", "winter", "music", "letters")


def main() -> None:
    """Print the ratios."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as room:
        table, folder = Path(room) / "list.csv", Path(room) / "show"
        table.write_text("\n".join((HEADINGS, *lines(rows))), "utf-8")
        options = Options(turn_names=True)
        bare = best(lambda: list(csv.reader(io.StringIO(table.read_text("utf-8"), newline=""))))
        read = best(lambda: read_source(table, folder, options))
        source = read_source(table, folder, options)
        first = best(lambda: import_source(source, folder, options, TODAY), rounds=1)
        again = best(lambda: import_source(source, folder, options, TODAY))
        print(f"{rows:,} rows, in processor time of a bare csv read ({bare * 1000:.0f} ms):")
        for name, seconds in (("read and understood", read), ("written", first), ("written again", again)):
            print(f"  {name}: {seconds / bare:.0f} x ({seconds / rows * 1e6:.0f} µs a row)")


def lines(rows: int) -> list[str]:
    """Rows as a museum's list has them."""
    chance = random.Random(rows)
    words = [
        "light",
        "falls",
        "on",
        "the",
        "river",
        "and",
        "the",
        "far",
        "bank",
        "is",
        "dark",
        "while",
        "two",
        "people",
        "wait",
        "for",
        "the",
        "ferry",
    ]
    return [
        f'{number},Bridge {number},작품 {number},"Example, Ada",c. {1800 + number % 200},Oil on canvas,'
        f'{chance.randint(20, 99)} x {chance.randint(20, 99)} cm,Gift,"{" ".join(chance.choices(words, k=60))}",'
        f"{chance.choice(SUBJECTS)}; {chance.choice(SUBJECTS)},{number:05}.jpg,555"
        for number in range(1, rows + 1)
    ]


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time of several rounds, in seconds."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


if __name__ == "__main__":
    main()
