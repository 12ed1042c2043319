"""How much room the statistics may take: so much and no more, for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

MOST_BYTES = 6_500_000
"""400 days of a hundred works a day; with more of them there are fewer days. Part of 20 MB for all that grows."""
_TABLES = ("days", "works", "choices")


def make_room(open_book: sqlite3.Connection, most_bytes: int = MOST_BYTES) -> None:
    """Delete the earliest days until what is left fits; the last one stays."""
    (page_bytes,) = open_book.execute("PRAGMA page_size").fetchone()
    while _pages(open_book) * page_bytes > most_bytes:
        first, last = open_book.execute("SELECT min(day), max(day) FROM works").fetchone()
        if first is None or first == last:
            return
        for table in _TABLES:
            open_book.execute(f"DELETE FROM {table} WHERE day <= ?", (first,))  # noqa: S608 - names of our own


def _pages(open_book: sqlite3.Connection) -> int:
    """Pages in use; free ones are used again before the file grows."""
    (pages,) = open_book.execute("PRAGMA page_count").fetchone()
    (free,) = open_book.execute("PRAGMA freelist_count").fetchone()
    return int(pages) - int(free)
