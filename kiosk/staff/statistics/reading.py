"""What the file of the statistics holds, for those who read it; a kiosk may be writing to it meanwhile."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from kiosk.exhibition import regular_files
from kiosk.staff.statistics.schema import FILE_NAME, VERSION, unpacked

if TYPE_CHECKING:
    from pathlib import Path

_WAIT_S = 5.0


class Unreadable(Exception):
    """The statistics are there, and cannot be read."""


class DayRow(msgspec.Struct, frozen=True):
    """The visits that began on a day, and how they ended; one that goes on has no end yet."""

    day: str
    exhibition: str
    visits: int
    ran_out: int
    walked_on: int
    cut_short: int


class WorkRow(msgspec.Struct, frozen=True):
    """What a work was to visitors on a day. `closely_s`: the seconds of each cell of a picture, row by row."""

    day: str
    exhibition: str
    work: str
    shown: int
    looked_s: int
    zoomed: int
    pages: int
    closely_s: tuple[int, ...] = ()


class ChoiceRow(msgspec.Struct, frozen=True):
    """How often a theme or a language (its `kind`) was chosen on a day."""

    day: str
    exhibition: str
    kind: str
    choice: str
    times: int


class Wanted(msgspec.Struct, frozen=True):
    """Of which days, both included, and of which exhibition; None for all."""

    since: date | None = None
    until: date | None = None
    exhibition: str | None = None

    @property
    def values(self) -> tuple[str, str, str | None, str | None]:
        """For the three conditions of a query."""
        first = self.since.isoformat() if self.since else ""
        last = self.until.isoformat() if self.until else "9999-12-31"
        return first, last, self.exhibition, self.exhibition


class Record(msgspec.Struct, frozen=True):
    """What was counted, in the order of days."""

    days: tuple[DayRow, ...] = ()
    works: tuple[WorkRow, ...] = ()
    choices: tuple[ChoiceRow, ...] = ()


def read(folder: Path, wanted: Wanted | None = None, *, closely: bool = True) -> Record:
    """What is in `folder`; nothing where there is none. Without `closely` cells are left out. Raises Unreadable."""
    file = folder / FILE_NAME
    if regular_files.is_in_the_way(file):
        raise Unreadable(f"{file.name} is no file")
    if not file.exists():
        return Record()
    try:
        with contextlib.closing(_open(file)) as book:
            return _read(book, wanted or Wanted(), closely)
    except (OSError, sqlite3.Error, msgspec.ValidationError) as error:
        raise Unreadable(str(error)) from error


def clear(folder: Path) -> bool:
    """Remove all that was counted, also what was set aside; whether there was anything. Raises OSError, sqlite3.Error.

    A kiosk that is running goes on counting from nothing.
    """
    file, aside = folder / FILE_NAME, folder / f"{FILE_NAME}.broken"
    there = file.exists() or aside.exists()
    aside.unlink(missing_ok=True)
    if file.exists():
        try:
            _empty(file)
        except sqlite3.DatabaseError:
            for each in (file, *(file.with_name(file.name + journal) for journal in ("-wal", "-shm"))):
                each.unlink(missing_ok=True)
    return there


def _empty(file: Path) -> None:
    """Of the file itself another program may hold the name: what is in it goes."""
    with contextlib.closing(sqlite3.connect(file, timeout=_WAIT_S, isolation_level=None)) as book:
        book.execute("PRAGMA secure_delete = ON")
        for table in ("days", "works", "choices"):
            book.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        book.execute("VACUUM")
        book.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _open(file: Path) -> sqlite3.Connection:
    """To read only. On a disk that is read-only nobody writes, and SQLite need not be careful."""
    address = f"file:{quote(str(file.absolute()))}?mode=ro"
    book = sqlite3.connect(address, uri=True, timeout=_WAIT_S)
    try:
        book.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        book.close()
        return sqlite3.connect(f"{address}&immutable=1", uri=True)
    except sqlite3.Error:
        book.close()
        raise
    return book


def _read(book: sqlite3.Connection, wanted: Wanted, closely: bool) -> Record:
    (version,) = book.execute("PRAGMA user_version").fetchone()
    if version == 0:
        return Record()
    if version != VERSION:
        raise Unreadable(f"they are of version {version}, and this program knows version {VERSION}")
    cells = "closely_s" if closely else "x''"
    of_days = "day, exhibition, visits, ran_out, walked_on, cut_short"
    of_works = f"day, exhibition, work, shown, looked_s, zoomed, pages, {cells}"
    return Record(
        tuple(DayRow(*row) for row in _rows(book, of_days, "days", wanted)),
        tuple(
            msgspec.structs.replace(WorkRow(*row), closely_s=tuple(unpacked(row[-1])) if row[-1] else ())
            for row in _rows(book, of_works, "works", wanted)
        ),
        tuple(ChoiceRow(*row) for row in _rows(book, "day, exhibition, kind, choice, times", "choices", wanted)),
    )


def _rows(book: sqlite3.Connection, columns: str, table: str, wanted: Wanted) -> list[Any]:
    where = "day >= ? AND day <= ? AND (? IS NULL OR exhibition = ?)"
    query = f"SELECT {columns} FROM {table} WHERE {where} ORDER BY 1, 2, 3"  # noqa: S608 - names of our own
    return book.execute(query, wanted.values).fetchall()
