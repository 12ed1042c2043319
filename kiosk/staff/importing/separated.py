"""Tables as text: CSV, TSV and whatever else spreadsheets call so."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from kiosk.staff.importing.draft import Kind, NotImported, Origin, Remark
from kiosk.staff.importing.grid import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Grid, Row, too_many_rows
from kiosk.staff.importing.letters import decoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

SEPARATORS = ",;\t|"
_LOOKED_AT = 200
_SAMPLE = 100_000
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_LONGEST_CELL = 1_000_000
_MANY_LINES = 60
_SWALLOWED = 3
"""Rows of as many separators as the heading has, in one cell: a quotation mark is missing."""


def read_separated(file: Path, content: bytes, known: Callable[[Sequence[str]], int]) -> Grid:
    """The rows of a table in a file of text. `known` counts the headings that it knows. Raises `NotImported`."""
    if len(content) > MAX_BYTES:
        raise NotImported(
            Origin(file.name),
            f"The file has more than {MAX_BYTES >> 20} MB, which is the limit.",
            "Save a table with the rows and columns of this exhibition alone.",
        )
    letters = decoded(content)
    text, remarks = _cleaned(file, letters.text)
    if letters.encoding:
        message = f"The file does not say how its letters are stored; it is read as {letters.encoding}."
        remarks.append(
            Remark(
                Kind.GUESSED,
                "encoding",
                Origin(file.name),
                message,
                'If letters are wrong, save it as "CSV UTF-8" or as .xlsx.',
            )
        )
    if letters.lost:
        message = f"{letters.lost} bytes stand for no letter; they are left out or shown as \N{REPLACEMENT CHARACTER}."
        remarks.append(Remark(Kind.DOUBTFUL, "lost-letters", Origin(file.name), message, 'Save it as "CSV UTF-8".'))
    separator, text = _separator(text, known)
    rows = tuple(_rows(file, text, separator))
    if rows:
        remarks += _broken(file, text, separator, rows)
    return Grid(rows, remarks=tuple(remarks))


def _cleaned(file: Path, text: str) -> tuple[str, list[Remark]]:
    controls = len(_CONTROLS.findall(text, 0, _SAMPLE))
    if controls > 20 and controls * 20 > min(len(text), _SAMPLE):
        raise NotImported(
            Origin(file.name), "This is a program's own data, not a table.", "Save the table as .xlsx or CSV."
        )
    if "\0" not in text:
        return text, []
    row = text.count("\n", 0, text.index("\0")) + 1
    message = "There are invisible characters (NUL) in the file; they are left out."
    remark = Remark(Kind.DOUBTFUL, "invisible", Origin(file.name, row), message, "Look at this row and those after it.")
    return text.replace("\0", ""), [remark]


def _separator(text: str, known: Callable[[Sequence[str]], int]) -> tuple[str, str]:
    """What divides the cells, and the text without Excel's own line that says so (sep=;)."""
    first, _, rest = text.partition("\n")
    said = first.strip().strip('"').lower()
    if said.startswith("sep=") and len(said) == len("sep=x"):
        return said[-1], f"\n{rest}"
    if said == "sep=":
        return "\t", f"\n{rest}"
    return max(SEPARATORS, key=lambda mark: _fitness(text, mark, known)), text


def _fitness(text: str, separator: str, known: Callable[[Sequence[str]], int]) -> tuple[int, float]:
    """How well the first rows fit a separator: headings known, then how many cells rows have and how alike."""
    widths: list[int] = []
    headings = 0
    try:
        for cells, _ in zip(_reader(text, separator), range(_LOOKED_AT), strict=False):
            if any(cells):
                widths.append(len(cells))
                headings = max(headings, known(cells) if len(widths) <= 20 and len(cells) > 1 else 0)
    except csv.Error:
        return 0, 0
    usual = max(set(widths), key=widths.count) if widths else 1
    return headings, (usual > 1) * widths.count(usual) / len(widths) * min(usual, 50) if widths else 0


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=separator != "\t")


def _rows(file: Path, text: str, separator: str) -> Iterator[Row]:
    number = 0
    try:
        for number, cells in enumerate(_reader(text, separator), start=1):
            if number > MAX_ROWS + 1:
                raise too_many_rows(file)
            while cells and not cells[-1].strip():
                cells.pop()
            if any(cell.strip() for cell in cells):
                yield Row(number, tuple(_as_text(cell) for cell in cells[:MAX_COLUMNS]))
    except csv.Error as error:
        raise NotImported(
            Origin(file.name, number + 1),
            f"This row cannot be read: {error}.",
            "Look for a quotation mark that is not closed, in this row or the one before.",
        ) from error


def _as_text(cell: str) -> str:
    """A cell without Excel's way of keeping text as it is: ="0012"."""
    return cell[2:-1].replace('""', '"') if len(cell) > 2 and cell.startswith('="') and cell.endswith('"') else cell


def _broken(file: Path, text: str, separator: str, rows: Sequence[Row]) -> Iterator[Remark]:
    """Rows that the file cuts off, and cells that a missing quotation mark has made swallow others."""
    marks = max(len(row.cells) for row in rows[:20]) - 1
    for row in rows:
        for cell in row.cells:
            lines = cell.splitlines() if "\n" in cell or "\r" in cell else ()
            like_rows = sum(line.count(separator) >= marks for line in lines) if marks else 0
            if len(lines) > _MANY_LINES or like_rows >= _SWALLOWED:
                message = f"One cell holds {len(lines)} lines: a quotation mark may be missing before it."
                remedy = "Open the table, correct this row and import again."
                yield Remark(Kind.DOUBTFUL, "swallowed", Origin(file.name, row.number), message, remedy)
    if _cut_off(text, separator, marks):
        message = "The file ends in the middle of this row."
        remedy = "Save or download the table again, and import it again."
        yield Remark(Kind.DOUBTFUL, "cut-off", Origin(file.name, rows[-1].number), message, remedy)


def _cut_off(text: str, separator: str, marks: int) -> bool:
    """Whether a quotation mark is open at the end, or the last line lacks its end and some of its cells."""
    if text.count('"') % 2 == 0:
        last = text[max(text.rfind("\n"), text.rfind("\r")) + 1 :]
        return bool(last) and '"' not in last and last.count(separator) < marks and text.count(separator) > marks
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end of data" in str(error)
    return False
