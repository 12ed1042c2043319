"""All that grows beside the show, together, for ever."""

from __future__ import annotations

import random
from contextlib import closing
from datetime import date, timedelta
from sqlite3 import connect
from typing import TYPE_CHECKING

from kiosk.pictures.storage import quarantine
from kiosk.staff import report
from kiosk.staff.logbook import files
from kiosk.staff.statistics.book import Book
from kiosk.staff.statistics.room import MOST_BYTES, make_room
from kiosk.staff.statistics.schema import ADD_DAY, ADD_WORK, FILE_NAME, TABLES, packed
from kiosk.visit.counting import SIDE, Count, What

if TYPE_CHECKING:
    from pathlib import Path

FIRST = date(2026, 1, 1)


def fill(folder: Path, days: int, works: int) -> Path:
    """Statistics of so many days on which so many works were looked at closely, everywhere."""
    chance = random.Random(6)
    seconds = packed({cell: chance.randrange(60_000) for cell in range(SIDE * SIDE)})
    numbers = {"visits": 9, "ran_out": 3, "walked_on": 6, "cut_short": 0}
    seen = {"shown": 12, "looked_s": 345, "zoomed": 3, "pages": 2, "closely_s": seconds}
    file = folder / FILE_NAME
    with closing(connect(file)) as book:
        for table in TABLES:
            book.execute(table)
        book.execute("PRAGMA user_version = 1")
        for number in range(days):
            of = {"day": (FIRST + timedelta(number)).isoformat(), "exhibition": "A title of some length"}
            book.execute(ADD_DAY, {**of, **numbers})
            book.executemany(ADD_WORK, ({**of, **seen, "work": f"work-{work:05}"} for work in range(works)))
        book.commit()
    return file


def days_of(file: Path) -> list[str]:
    with closing(connect(file)) as book:
        return [day for (day,) in book.execute("SELECT DISTINCT day FROM works ORDER BY day")]


def test_the_statistics_of_a_large_exhibition_lose_their_earliest_days_and_stop_growing(tmp_path: Path) -> None:
    file = fill(tmp_path, days=60, works=300)
    today = FIRST + timedelta(60)
    book = Book(tmp_path, lambda _problem: None)
    sizes = []
    for later in range(4):
        day = (today + timedelta(later)).isoformat()
        book.add([Count(day, "A title", What.SHOWN, f"{n}", 1) for n in range(300)])
        assert book.write(today + timedelta(later))
        sizes.append(file.stat().st_size)
    kept = days_of(file)
    assert kept[-1] == (today + timedelta(3)).isoformat()
    assert kept[0] > FIRST.isoformat()
    assert sizes[-1] == sizes[0], "it takes the room of what was deleted"


def test_a_day_that_takes_all_the_room_stays(tmp_path: Path) -> None:
    file = fill(tmp_path, days=2, works=50)
    with closing(connect(file)) as book:
        make_room(book, most_bytes=1)
        book.commit()
    assert days_of(file) == [(FIRST + timedelta(1)).isoformat()]


def test_all_that_grows_takes_less_than_twenty_megabytes() -> None:
    log = files.FILES * files.MOST_BYTES
    statistics = 2 * MOST_BYTES  # and once more where a damaged file was set aside
    others = quarantine.MOST * 1000 + report.MOST_ENTRIES * 2000
    assert log + statistics + others <= 20 * 1_000_000
