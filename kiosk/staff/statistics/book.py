"""The file that counts are added to, whatever happens to it, to its disk or to the clock."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections import defaultdict
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kiosk.exhibition import regular_files
from kiosk.exhibition.problems import Problem, Severity
from kiosk.staff.statistics.room import make_room
from kiosk.staff.statistics.schema import (
    ADD_CHOICE,
    ADD_DAY,
    ADD_WORK,
    FILE_NAME,
    KEPT_DAYS,
    TABLES,
    VERSION,
    packed,
)
from kiosk.staff.statistics.tally import Tally
from kiosk.visit.counting import ENDINGS, WHOLE_CELL, What

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from kiosk.staff.statistics.tally import Key
    from kiosk.visit.counting import Count

_WAIT_S = 5.0
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT}
"""The file is not what it was: broken, no database, without its tables, or with a number that cannot be."""
_BELIEVED_DAYS, _BELIEVED_WITHIN = 3, timedelta(days=30)
"""A clock is believed when it has shown so many days of so long a time: only then is anything deleted by its word."""


class Damaged(Exception):
    """The file cannot be used, and has to make room for a new one."""


class Book:
    """Counts in `folder`. On any thread: `add` remembers, `write` puts down what was remembered, if that is possible.

    What cannot be written stays in memory and is written later. `tell` hears of a problem once, until it is over. Each
    write is one transaction of a connection of its own: nothing is open in between, and a power cut costs a minute.
    """

    def __init__(self, folder: Path, tell: Callable[[Problem], object]) -> None:
        self.file = folder / FILE_NAME
        self._tell = tell
        self._tally = Tally()
        self._adding, self._writing = threading.Lock(), threading.Lock()
        self._told = ""
        self._examined = False

    def add(self, counts: Iterable[Count]) -> None:
        """Remember counts."""
        with self._adding:
            self._tally.add(counts)

    def write(self, today: date) -> bool:
        """Put down what was remembered; whether that was possible."""
        with self._writing:
            with self._adding:
                numbers = self._tally.take(today.isoformat())
            if not numbers:
                return True
            try:
                self._write_or_begin_anew(numbers, today)
            except (OSError, sqlite3.Error) as error:
                with self._adding:
                    self._tally.put_back(numbers)
                self._say("statistics-unwritable", *_unwritable(self.file, error))
                return False
            self._told = ""
            return True

    def _write_or_begin_anew(self, numbers: Mapping[Key, int], today: date) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._write(numbers, today)
        except (Damaged, sqlite3.DatabaseError) as error:
            if not isinstance(error, Damaged) and _code(error) not in _DAMAGED:
                raise
            aside = set_aside(self.file)
            self._examined = False
            self._say(
                "statistics-damaged",
                f"The statistics could not be read ({error}). They were begun anew.",
                f"Nothing has to be done. What there was is in {aside}.",
            )
            self._write(numbers, today)

    def _write(self, numbers: Mapping[Key, int], today: date) -> None:
        if any(map(regular_files.is_in_the_way, files_of(self.file))):
            raise Damaged("something that is no file is in their place")
        with contextlib.closing(sqlite3.connect(self.file, timeout=_WAIT_S, isolation_level=None)) as open_book:
            open_book.execute("PRAGMA journal_mode = WAL")
            open_book.execute("PRAGMA synchronous = NORMAL")
            open_book.execute("PRAGMA secure_delete = ON")
            open_book.execute("BEGIN IMMEDIATE")
            try:
                self._prepare(open_book)
                _put_down(open_book, numbers)
                forget_old(open_book, today)
                make_room(open_book)
                open_book.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    open_book.execute("ROLLBACK")
                raise

    def _prepare(self, open_book: sqlite3.Connection) -> None:
        """Make the tables of a new file, and look at those of one that was there before, once."""
        (version,) = open_book.execute("PRAGMA user_version").fetchone()
        if version == 0:
            for table in TABLES:
                open_book.execute(table)
            open_book.execute(f"PRAGMA user_version = {VERSION}")
        elif version != VERSION:
            raise Damaged(f"they are of version {version}, and this program knows version {VERSION}")
        elif not self._examined:
            (found,) = open_book.execute("PRAGMA quick_check(1)").fetchone()
            if found != "ok":
                raise Damaged(str(found))
        self._examined = True

    def _say(self, rule: str, message: str, remedy: str) -> None:
        if self._told != rule:
            self._told = rule
            self._tell(Problem(rule=rule, message=message, remedy=remedy, severity=Severity.WARNING, file=self.file))


def _put_down(open_book: sqlite3.Connection, numbers: Mapping[Key, int]) -> None:
    """Add numbers to their rows."""
    days: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    works: defaultdict[tuple[str, str, str], dict[str, int]] = defaultdict(dict)
    cells: defaultdict[tuple[str, str, str], dict[int, int]] = defaultdict(dict)
    for (day, exhibition, what, of, cell), number in numbers.items():
        if cell != WHOLE_CELL:
            cells[day, exhibition, of][cell] = number
        elif what in _OF_DAYS:
            days[day, exhibition][what] = number
        elif what in _OF_WORKS:
            works[day, exhibition, of][what] = number
        else:
            row = {"day": day, "exhibition": exhibition, "kind": str(what), "choice": of, "times": number}
            open_book.execute(ADD_CHOICE, row)
    none_of_day, none_of_work = {str(what): 0 for what in _OF_DAYS}, {str(what): 0 for what in _OF_WORKS}
    for (day, exhibition), told in days.items():
        open_book.execute(ADD_DAY, {"day": day, "exhibition": exhibition, **none_of_day, **told})
    for place in works.keys() | cells.keys():
        day, exhibition, work = place
        row = {"day": day, "exhibition": exhibition, "work": work, **none_of_work}
        before = open_book.execute(
            "SELECT closely_s FROM works WHERE day = ? AND exhibition = ? AND work = ?", place
        ).fetchone()
        stored = before[0] if before else b""
        closely = packed(cells[place], stored) if place in cells else stored
        open_book.execute(ADD_WORK, {**row, **works[place], "closely_s": closely})


_OF_DAYS = (What.VISITS, *ENDINGS)
_OF_WORKS = (What.SHOWN, What.LOOKED_S, What.ZOOMED, What.PAGES)


def forget_old(open_book: sqlite3.Connection, today: date) -> None:
    """Delete days that are over KEPT_DAYS old, if the clock is believed, and all but the last KEPT_DAYS of them.

    A clock that has been set to another year, once or for an hour, deletes nothing.
    """
    recent = open_book.execute(
        "SELECT count(DISTINCT day) FROM days WHERE day BETWEEN ? AND ?",
        ((today - _BELIEVED_WITHIN).isoformat(), today.isoformat()),
    ).fetchone()[0]
    limits = [(today - timedelta(days=KEPT_DAYS - 1)).isoformat()] if recent >= _BELIEVED_DAYS else []
    limits += [
        day
        for (day,) in open_book.execute(
            "SELECT DISTINCT day FROM works UNION SELECT day FROM days UNION SELECT day FROM choices "
            "ORDER BY day DESC LIMIT 1 OFFSET ?",
            (KEPT_DAYS - 1,),
        )
    ]
    if limits:
        for table in ("days", "works", "choices"):
            open_book.execute(f"DELETE FROM {table} WHERE day < ?", (max(limits),))  # noqa: S608 - names of our own


def set_aside(file: Path) -> Path:
    """Move what is there out of the way, as .broken; what was there before under that name is gone. Raises OSError."""
    import shutil  # noqa: PLC0415 - hardly ever needed

    aside = file.with_name(f"{file.name}.broken")
    if aside.is_dir() and not aside.is_symlink():
        shutil.rmtree(aside)
    if os.path.lexists(file):
        file.replace(aside)
    for journal in files_of(file)[1:]:
        regular_files.clear_way(journal)
        journal.unlink(missing_ok=True)
    return aside


def files_of(file: Path) -> tuple[Path, ...]:
    """A database and what SQLite may keep beside it."""
    return tuple(file.with_name(file.name + ending) for ending in ("", "-wal", "-shm", "-journal"))


def _code(error: sqlite3.DatabaseError) -> int:
    """SQLite's primary result code; 0 for what it did not tell."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def _unwritable(file: Path, error: Exception) -> tuple[str, str]:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else error
    return (
        f"The statistics cannot be written: {reason}.",
        f"Check the disk and the rights of {file.parent}. Counting goes on in memory, and is written when it can be.",
    )
