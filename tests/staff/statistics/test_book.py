"""What is counted is kept: whatever happens to the file, to its disk and to the clock."""

from __future__ import annotations

import errno
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from kiosk.staff.statistics import book as books
from kiosk.staff.statistics import reading, summary
from kiosk.staff.statistics.book import Book
from kiosk.staff.statistics.reading import Record, Unreadable, Wanted, clear, read
from kiosk.staff.statistics.schema import FILE_NAME, KEPT_DAYS, packed, unpacked
from kiosk.staff.statistics.tally import MOST_KEYS, Tally
from kiosk.visit.counting import SIDE, Count, What

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.exhibition.problems import Problem

TODAY = date(2026, 11, 28)


def visit(day: date = TODAY, work: str = "a", seconds: float = 20) -> list[Count]:
    told = day.isoformat()
    return [
        Count(told, "Spring", What.VISITS, "", 1),
        Count(told, "Spring", What.SHOWN, work, 1),
        Count(told, "Spring", What.LOOKED_S, work, seconds),
        Count(told, "Spring", What.CLOSELY_S, work, 3.5, 7),
        Count(told, "Spring", What.THEME, "sea", 1),
        Count(told, "Spring", What.RAN_OUT, "", 1),
    ]


class Kept:
    """A book in a folder, and what it complained about."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.book = Book(folder, self.problems.append)

    def write(self, counts: list[Count], today: date = TODAY) -> bool:
        self.book.add(counts)
        return self.book.write(today)

    @property
    def rules(self) -> list[str]:
        return [problem.rule for problem in self.problems]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "state")


def visits(folder: Path) -> dict[str, int]:
    told = Counter[str]()
    for row in read(folder).days:
        told[row.day] += row.visits
    return dict(told)


def test_numbers_are_added_to_those_of_the_day(kept):
    assert kept.write(visit())
    assert kept.write([*visit(), *visit(work="b")])
    record = read(kept.folder)
    (day,) = record.days
    assert (day.day, day.exhibition, day.visits, day.ran_out, day.walked_on) == ("2026-11-28", "Spring", 3, 3, 0)
    one, other = record.works
    assert (one.work, one.shown, one.looked_s, one.closely_s[7]) == ("a", 2, 40, 7)
    assert (other.work, other.shown, other.looked_s, sum(other.closely_s)) == ("b", 1, 20, 3)
    assert [(row.kind, row.choice, row.times) for row in record.choices] == [("theme", "sea", 3)]
    assert kept.problems == []


def test_there_are_exactly_these_columns_and_no_time_of_day(kept):
    """Counts per day and work, and nothing else: that is what visitors are promised."""
    kept.write(visit())
    with sqlite3.connect(kept.folder / FILE_NAME) as opened:
        tables = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type != 'index'")]
        columns = {table: [row[1] for row in opened.execute(f"PRAGMA table_info({table})")] for table in tables}
        rows = [row for table in tables for row in opened.execute(f"SELECT * FROM {table}")]  # noqa: S608
    opened.close()
    assert columns == {
        "days": ["day", "exhibition", "visits", "ran_out", "walked_on", "cut_short"],
        "works": ["day", "exhibition", "work", "shown", "looked_s", "zoomed", "pages", "closely_s"],
        "choices": ["day", "exhibition", "kind", "choice", "times"],
    }
    assert not [value for row in rows for value in row if re.search(r"\d\d:\d\d", str(value))]


def test_an_older_day_is_deleted_when_the_clock_is_believed(kept):
    oldest = TODAY - timedelta(days=KEPT_DAYS)
    kept.write([*visit(oldest), *visit(oldest + timedelta(days=1)), *visit(TODAY - timedelta(days=1))])
    assert oldest.isoformat() in visits(kept.folder), "two days are not enough to believe a clock"
    kept.write([*visit(TODAY - timedelta(days=2)), *visit()])
    assert min(visits(kept.folder)) == (oldest + timedelta(days=1)).isoformat()


@pytest.mark.parametrize("wrong", [date(1970, 1, 1), date(2036, 11, 28)])
def test_a_clock_that_is_set_to_another_year_deletes_nothing(wrong, kept):
    days = [TODAY - timedelta(days=age) for age in range(5)]
    for day in days:
        kept.write(visit(day), day)
    kept.write(visit(wrong), wrong)
    kept.write(visit())
    later = {wrong.isoformat(): 1} if wrong > TODAY else {}  # the other is older than KEPT_DAYS, once it is told right
    assert visits(kept.folder) == {**{day.isoformat(): 1 for day in days}, TODAY.isoformat(): 2, **later}


def test_it_never_grows_beyond_so_many_days(kept):
    first = date(2020, 1, 1)
    kept.write([count for n in range(KEPT_DAYS + 20) for count in visit(first + timedelta(days=2 * n))], first)
    assert len(visits(kept.folder)) == KEPT_DAYS
    assert max(visits(kept.folder)) == (first + timedelta(days=2 * (KEPT_DAYS + 19))).isoformat()


@pytest.mark.parametrize("spoil", ["noise", "half", "folder", "foreign", "later"])
def test_a_file_that_is_broken_is_moved_aside_with_one_message(spoil, kept):
    kept.write(visit())
    file = kept.folder / FILE_NAME
    whole = file.read_bytes()
    match spoil:
        case "noise":
            file.write_bytes(os.urandom(len(whole)))
        case "half":
            file.write_bytes(whole[:4096] + bytes(len(whole) - 4096))
        case "folder":
            file.unlink()
            file.mkdir()
        case _:
            file.unlink()
            opened = sqlite3.connect(file)
            opened.execute("CREATE TABLE other (x)")
            opened.execute(f"PRAGMA user_version = {1 if spoil == 'foreign' else 9}")
            opened.commit()
            opened.close()
    with pytest.raises(Unreadable):
        read(kept.folder)
    anew = Kept(kept.folder)
    assert anew.write(visit())
    assert anew.write(visit())
    assert anew.rules == ["statistics-damaged"]
    assert visits(kept.folder) == {"2026-11-28": 2}
    assert (kept.folder / f"{FILE_NAME}.broken").exists()


def test_a_file_that_is_none_is_let_go_of(kept, monkeypatch):
    opened, connect = [], sqlite3.connect
    kept.folder.mkdir()
    (kept.folder / FILE_NAME).write_bytes(b"no statistics " * 400)
    monkeypatch.setattr(
        reading.sqlite3, "connect", lambda *args, **more: opened.append(connect(*args, **more)) or opened[-1]
    )
    with pytest.raises(Unreadable):
        read(kept.folder)
    for each in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            each.execute("SELECT 1")
    assert opened


def test_an_empty_file_is_begun_without_a_word(kept):
    kept.folder.mkdir()
    (kept.folder / FILE_NAME).touch()
    assert kept.write(visit())
    assert kept.rules == []
    assert visits(kept.folder) == {"2026-11-28": 1}


@pytest.mark.parametrize(
    "fault",
    [
        OSError(errno.EROFS, "Read-only file system"),
        sqlite3.OperationalError("database or disk is full"),
        sqlite3.OperationalError("disk I/O error"),
        sqlite3.OperationalError("database is locked"),
    ],
    ids=str,
)
def test_what_cannot_be_written_is_kept_and_written_later_with_one_message_an_episode(fault, kept, monkeypatch):
    kept.write(visit())

    def refuse(*_, **__):
        raise fault

    with monkeypatch.context() as patched:
        patched.setattr(books.sqlite3, "connect", refuse)
        for _ in range(3):
            assert not kept.write(visit())
    assert kept.rules == ["statistics-unwritable"]
    assert kept.write(visit())
    assert visits(kept.folder) == {"2026-11-28": 5}
    with monkeypatch.context() as patched:
        patched.setattr(books.sqlite3, "connect", refuse)
        assert not kept.write(visit())
    assert kept.rules == ["statistics-unwritable"] * 2


def test_a_disk_that_is_full_in_the_middle_of_a_transaction_loses_and_doubles_nothing(kept, monkeypatch):
    kept.write(visit())
    real = sqlite3.connect

    def small(*args, **more):
        opened = real(*args, **more)
        (pages,) = opened.execute("PRAGMA page_count").fetchone()
        opened.execute(f"PRAGMA max_page_count = {pages}")
        return opened

    many = [count for n in range(200) for count in visit(work=f"work-{n}")]
    with monkeypatch.context() as patched:
        patched.setattr(books.sqlite3, "connect", small)
        assert not kept.write(many)
    assert kept.rules == ["statistics-unwritable"]
    assert visits(kept.folder) == {"2026-11-28": 1}
    assert kept.write([])
    assert visits(kept.folder) == {"2026-11-28": 201}


def test_memory_is_bounded_and_the_oldest_goes_first():
    tally = Tally()
    for n in range(MOST_KEYS // 100 + 100):
        day = (date(2020, 1, 1) + timedelta(days=n)).isoformat()
        tally.add([Count(day, "Spring", What.CLOSELY_S, "a", 2, cell) for cell in range(100)])
    numbers = tally.take(day)
    assert len(numbers) <= MOST_KEYS
    assert max(key.day for key in numbers) == day
    assert min(key.day for key in numbers) > "2020-01-01"


def test_fractions_of_seconds_are_kept_until_they_are_whole_and_nothing_counts_less_than_nothing():
    tally = Tally()
    for _ in range(10):
        tally.add([Count("2026-11-28", "Spring", What.LOOKED_S, "a", 0.25), Count("x", "y", What.SHOWN, "a", -3)])
    assert list(tally.take("2026-11-28").values()) == [2]
    assert not tally.take("2026-11-28")
    tally.add([Count("2026-11-28", "Spring", What.LOOKED_S, "a", 0.5)])
    assert list(tally.take("2026-11-28").values()) == [1]


def test_of_a_day_that_is_over_nothing_is_left_in_memory():
    tally = Tally()
    for n, seconds in enumerate((0.2, 0.7, 1.4, 3.0)):
        tally.add([Count("2026-11-28", "Spring", What.LOOKED_S, f"work-{n}", seconds)])
    tally.add([Count("2026-11-29", "Spring", What.LOOKED_S, "a", 0.9)])
    assert {key.of: number for key, number in tally.take("2026-11-29").items()} == {
        "work-1": 1,
        "work-2": 1,
        "work-3": 3,
    }
    assert [(key.day, key.of) for key in tally._numbers] == [("2026-11-29", "a")]


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from kiosk.staff.statistics.book import Book
from tests.staff.statistics.test_book import visit
book = Book(Path(sys.argv[1]), print)
while True:
    book.add(visit())
    book.write(date(2026, 11, 28))
    print("+", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killed_while_it_writes_it_has_whole_visits(tmp_path):
    for lines in (1, 7, 20):
        folder = tmp_path / str(lines)
        with subprocess.Popen([sys.executable, "-c", KILLED, folder], stdout=subprocess.PIPE, text=True) as process:
            told = [process.stdout.readline() for _ in range(lines)]
            process.send_signal(signal.SIGKILL)
            told += process.stdout.readlines()
        (day,) = read(folder).days
        assert 0 <= day.visits - len(told) <= 1
        assert day.visits == day.ran_out == read(folder).works[0].shown
        after = Kept(folder)
        assert after.write(visit())
        assert after.rules == []


def test_cells_are_packed_and_never_run_over():
    once = packed({0: 5, 143: 65_000, 999: 1})
    twice = packed({143: 65_000}, once)
    assert (unpacked(once)[0], unpacked(twice)[0], unpacked(twice)[143]) == (5, 5, 65_535)
    assert list(unpacked(b"noise")) == [0] * SIDE * SIDE
    assert packed({}) == b""


def test_reading_can_ask_for_days_and_an_exhibition(kept):
    yesterday = TODAY - timedelta(days=1)
    kept.write([*visit(yesterday), *visit(), Count(TODAY.isoformat(), "Autumn", What.VISITS, "", 4)])
    assert read(kept.folder / "nowhere") == Record()
    assert [row.day for row in read(kept.folder, Wanted(since=TODAY, exhibition="Spring")).days] == ["2026-11-28"]
    assert [row.day for row in read(kept.folder, Wanted(until=yesterday)).days] == ["2026-11-27"]


def test_the_last_days_in_a_few_numbers(kept):
    kept.write([*visit(), *visit(work="b", seconds=50), *visit(TODAY - timedelta(days=7), seconds=9)])
    told = summary(7, today=TODAY, folder=kept.folder)
    assert (told.visits, told.mean_looked_s, told.top) == (2, 35, (("b", 50), ("a", 20)))
    assert told.by_day[-1] == ("2026-11-28", 2)
    assert len(told.by_day) == 7
    assert summary(folder=kept.folder / "nowhere").visits == 0
    (kept.folder / FILE_NAME).write_bytes(os.urandom(5000))
    assert summary(folder=kept.folder).problem


def test_clearing_leaves_nothing(kept):
    kept.write(visit())
    assert clear(kept.folder)
    assert read(kept.folder) == Record()
    assert b"Spring" not in (kept.folder / FILE_NAME).read_bytes()
    (kept.folder / FILE_NAME).write_bytes(os.urandom(5000))
    assert clear(kept.folder)
    assert not (kept.folder / FILE_NAME).exists()
    assert not clear(kept.folder)
