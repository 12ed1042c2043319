"""A table as it was read, whatever it was stored in: rows of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk.staff.importing.draft import NotImported, Origin, Remark

if TYPE_CHECKING:
    from pathlib import Path

MAX_ROWS = 100_000
MAX_COLUMNS = 1_000
MAX_BYTES = 256 * 1024 * 1024
"""Of a file of text, or of all the XML in a workbook once it is unpacked."""


class Row(NamedTuple):
    """The cells of a row, and its number as a spreadsheet shows it, from 1 with empty rows and headings counted.

    `fractions`: the places of cells in which a workbook holds a number like 1984.1, which may have been typed 1984.10.
    """

    number: int
    cells: tuple[str, ...]
    fractions: frozenset[int] = frozenset()


class Grid(msgspec.Struct, frozen=True):
    """The rows of one table that have something in them. `sheet` is a worksheet's name."""

    rows: tuple[Row, ...]
    sheet: str = ""
    remarks: tuple[Remark, ...] = ()


def too_many_rows(file: Path, sheet: str = "") -> NotImported:
    """Why a table of more rows than any exhibition has is not read."""
    return NotImported(
        Origin(file.name, MAX_ROWS + 1, sheet=sheet),
        f"There are more than {MAX_ROWS:,} rows.",
        "Save a table with the rows of this exhibition alone.",
    )
