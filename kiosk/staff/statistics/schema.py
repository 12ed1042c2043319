"""The tables of the statistics: numbers of a day, of a work on a day, of a choice on a day. There is nothing else.

No column is added without the decision of docs/decisions/ being made anew: no time of day, no device, nobody.
"""

from __future__ import annotations

import zlib
from array import array
from sys import byteorder
from typing import TYPE_CHECKING

from kiosk.visit.counting import SIDE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

VERSION = 1
FILE_NAME = "statistics.sqlite"
KEPT_DAYS = 400

TABLES = (
    """
CREATE TABLE days (
  day TEXT NOT NULL, exhibition TEXT NOT NULL,
  visits INTEGER NOT NULL CHECK (visits >= 0), ran_out INTEGER NOT NULL CHECK (ran_out >= 0),
  walked_on INTEGER NOT NULL CHECK (walked_on >= 0), cut_short INTEGER NOT NULL CHECK (cut_short >= 0),
  PRIMARY KEY (day, exhibition)) WITHOUT ROWID""",
    """
CREATE TABLE works (
  day TEXT NOT NULL, exhibition TEXT NOT NULL, work TEXT NOT NULL,
  shown INTEGER NOT NULL CHECK (shown >= 0), looked_s INTEGER NOT NULL CHECK (looked_s >= 0),
  zoomed INTEGER NOT NULL CHECK (zoomed >= 0), pages INTEGER NOT NULL CHECK (pages >= 0), closely_s BLOB NOT NULL,
  PRIMARY KEY (day, exhibition, work)) WITHOUT ROWID""",
    """
CREATE TABLE choices (
  day TEXT NOT NULL, exhibition TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('theme', 'language')),
  choice TEXT NOT NULL, times INTEGER NOT NULL CHECK (times >= 0),
  PRIMARY KEY (day, exhibition, kind, choice)) WITHOUT ROWID""",
)

ADD_DAY = """
INSERT INTO days VALUES (:day, :exhibition, :visits, :ran_out, :walked_on, :cut_short)
ON CONFLICT (day, exhibition) DO UPDATE SET visits = visits + excluded.visits, ran_out = ran_out + excluded.ran_out,
  walked_on = walked_on + excluded.walked_on, cut_short = cut_short + excluded.cut_short
"""
ADD_WORK = """
INSERT INTO works VALUES (:day, :exhibition, :work, :shown, :looked_s, :zoomed, :pages, :closely_s)
ON CONFLICT (day, exhibition, work) DO UPDATE SET shown = shown + excluded.shown,
  looked_s = looked_s + excluded.looked_s, zoomed = zoomed + excluded.zoomed, pages = pages + excluded.pages,
  closely_s = excluded.closely_s
"""
ADD_CHOICE = """
INSERT INTO choices VALUES (:day, :exhibition, :kind, :choice, :times)
ON CONFLICT (day, exhibition, kind, choice) DO UPDATE SET times = times + excluded.times
"""

_CELLS = SIDE * SIDE
_MOST = 65_535


def packed(cells: Mapping[int, int], before: bytes = b"") -> bytes:
    """Seconds of cells, added to those that `before` holds: 16 bits each, compressed; nothing for none at all."""
    seconds = list(unpacked(before))
    for cell, number in cells.items():
        if 0 <= cell < _CELLS:
            seconds[cell] = min(_MOST, seconds[cell] + number)
    if not any(seconds):
        return b""
    return zlib.compress(_little_endian(array("H", seconds)).tobytes(), 9)


def unpacked(stored: bytes) -> Sequence[int]:
    """The seconds of all cells, row by row; those of a damaged value are nothing."""
    try:
        raw = zlib.decompressobj().decompress(stored, 2 * _CELLS) if stored else b""
    except (zlib.error, TypeError):
        raw = b""
    if len(raw) != 2 * _CELLS:
        return (0,) * _CELLS
    numbers = array("H")
    numbers.frombytes(raw)
    return _little_endian(numbers)


def _little_endian(numbers: array[int]) -> array[int]:
    if byteorder == "big":
        numbers.byteswap()
    return numbers
