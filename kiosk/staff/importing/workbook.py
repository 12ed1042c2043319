"""Tables in workbooks (.xlsx), as far as a museum's lists use them."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from kiosk.staff.importing.draft import Kind, NotImported, Origin, Remark
from kiosk.staff.importing.grid import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Grid, Row, too_many_rows
from kiosk.staff.importing.shown import shown
from kiosk.staff.importing.worksheet import Traits, traits_of_sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

_MAX_PARTS = 10_000
_PICTURE_SHRINKS = 4
"""How many times smaller the archive makes a picture at most; a table that says it is one shrinks more."""
_DAMAGE = (
    *(OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, SyntaxError, EOFError),
    *(ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, AssertionError),
)
"""All that openpyxl and zipfile were seen to raise for files that are not what they should be."""
_HEADINGS_IN = 30


def read_workbook(file: Path, sheet: str, known: Callable[[Sequence[str]], int]) -> Grid:
    """The rows of the worksheet called `sheet`, else of the one with the most headings that are `known`.

    Raises `NotImported`.
    """
    refuse_bomb(file)
    try:
        with warnings.catch_warnings(), file.open("rb") as stream:
            warnings.simplefilter("ignore")
            return _read(file, stream, sheet, known)
    except NotImported:
        raise
    except _DAMAGE as error:
        raise NotImported(
            Origin(file.name),
            f"The workbook is damaged and cannot be read ({type(error).__name__}).",
            "Open it in a spreadsheet program and save it again as .xlsx.",
        ) from error


def refuse_bomb(file: Path) -> None:
    """Look into the archive before anything is unpacked. Raises `NotImported`."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise NotImported(
            Origin(file.name),
            "The workbook is damaged: the archive that it should be cannot be opened.",
            "Copy it again from where it came, or open it in a spreadsheet program and save it again as .xlsx.",
        ) from error
    names = {part.filename for part in parts}
    if not any(name.lower().endswith("xl/workbook.xml") for name in names):
        what = "an OpenDocument table" if "content.xml" in names else "no workbook of the kind .xlsx"
        raise NotImported(
            Origin(file.name), f"This is {what}.", "Open it in your spreadsheet program and save it as .xlsx."
        )
    unpacked = sum(part.file_size for part in parts if not _is_picture(part))
    if len(parts) > _MAX_PARTS or unpacked > MAX_BYTES:
        raise NotImported(
            Origin(file.name),
            f"Unpacked, the workbook has {unpacked >> 20:,} MB in {len(parts):,} parts; the limit is "
            f"{MAX_BYTES >> 20} MB in {_MAX_PARTS:,}.",
            "Copy the rows of this exhibition into a new workbook.",
        )


def _is_picture(part: zipfile.ZipInfo) -> bool:
    """Whether a part may be a picture in the workbook: those shrink no further, wherever the others say they are."""
    return part.filename.lower().startswith("xl/media/") and part.file_size <= _PICTURE_SHRINKS * part.compress_size


def _read(file: Path, stream: BinaryIO, sheet: str, known: Callable[[Sequence[str]], int]) -> Grid:
    import openpyxl  # noqa: PLC0415 - most of its weight is needed for workbooks alone

    book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
    try:
        names = [each.title for each in book.worksheets]
        chosen, remarks = _choose(file, book, sheet, names, known)
        traits = traits_of_sheets(file).get(chosen.title, Traits())
        chosen.reset_dimensions()
        rows = tuple(_rows(file, chosen, traits))
    finally:
        book.close()
    remarks += _told(file, chosen.title, traits, rows)
    return Grid(rows, chosen.title, tuple(remarks))


def _choose(
    file: Path, book: Any, sheet: str, names: Sequence[str], known: Callable[[Sequence[str]], int]
) -> tuple[Any, list[Remark]]:
    if not names:
        raise NotImported(Origin(file.name), "There is no table in this workbook.", "Save it with a worksheet.")
    if sheet:
        found = next((each for each in book.worksheets if each.title.casefold() == sheet.strip().casefold()), None)
        if found is None:
            raise NotImported(
                Origin(file.name), f'There is no worksheet "{sheet}".', f"Name one of: {', '.join(names)}."
            )
        return found, []
    scores = {each.title: _headings_known(each, known) for each in book.worksheets}
    best = max(book.worksheets, key=lambda each: scores[each.title])
    if len(names) == 1:
        return best, []
    others = ", ".join(name for name in names if name != best.title)
    message = f'Of {len(names)} worksheets, "{best.title}" is read, because most is known of its headings.'
    remark = Remark(
        Kind.GUESSED, "worksheet", Origin(file.name, sheet=best.title), message, f"For another, use --sheet: {others}."
    )
    return best, [remark]


def _headings_known(sheet: Any, known: Callable[[Sequence[str]], int]) -> int:
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=_HEADINGS_IN, values_only=True)
    return max((known([str(cell or "") for cell in row[:MAX_COLUMNS]]) for row in rows), default=0)


def _rows(file: Path, sheet: Any, traits: Traits) -> Iterator[Row]:
    """The rows with something in them; a cell that is merged downwards counts for all its rows."""
    carried: dict[int, dict[int, str]] = defaultdict(dict)
    rows = sheet.iter_rows()
    for number, cells in enumerate(islice(rows, MAX_ROWS * 11), start=1):
        words = [_words(cell) for cell in cells[:MAX_COLUMNS]]
        for column, last in traits.merged_down.get(number, ()):
            said = words[column - 1] if column <= len(words) else ""
            if said:
                for row in range(number + 1, last + 1):
                    carried[row][column] = said
        for column, said in carried.pop(number, {}).items():
            words.extend([""] * (column - len(words)))
            words[column - 1] = words[column - 1] or said
        while words and not words[-1].strip():
            words.pop()
        if words:
            if number > MAX_ROWS + 1:
                raise too_many_rows(file, sheet.title)
            fractions = (place for place, cell in enumerate(cells[: len(words)]) if _is_fraction(cell))
            yield Row(number, tuple(words), frozenset(fractions))


def _words(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        return ""
    return value if isinstance(value, str) else shown(value, cell.number_format)


def _is_fraction(cell: Any) -> bool:
    """Whether it is a number with decimals, and its format does not say how many."""
    value = cell.value
    return isinstance(value, float) and not value.is_integer() and shown(value, cell.number_format) == shown(value, "")


def _told(file: Path, sheet: str, traits: Traits, rows: Sequence[Row]) -> Iterator[Remark]:
    filled = {row.number for row in rows}
    hidden = sorted(traits.hidden & filled)
    if hidden:
        message = f"Of the rows that are imported, {len(hidden)} are hidden in the table; this is the first."
        remedy = "Delete them, or name a table without them, if visitors should not see these works."
        yield Remark(Kind.DOUBTFUL, "hidden-rows", Origin(file.name, hidden[0], sheet=sheet), message, remedy)
    if traits.hidden_columns:
        message = (
            f"Columns are hidden in the table, and are read like all others: {', '.join(traits.hidden_columns[:12])}."
        )
        remedy = "Delete them in a copy, if visitors should not read what they say."
        yield Remark(Kind.DOUBTFUL, "hidden-columns", Origin(file.name, sheet=sheet), message, remedy)
    for first, cells in sorted(traits.merged_down.items()):
        if first in filled:
            last = max(row for _, row in cells)
            message = f"Cells are merged from here to row {last}; what they say is taken for each of these rows."
            yield Remark(Kind.GUESSED, "merged", Origin(file.name, first, sheet=sheet), message)
    for kind, where in (("formula", traits.unsolved), ("error", traits.failed)):
        if where:
            what = (
                "formulas whose results are not stored; they are empty here"
                if kind == "formula"
                else "formulas that have failed (such as #REF!); they are empty here"
            )
            message = f"{len(where)} cells hold {what}. The first is {where[0][1]}."
            remedy = "Open the table in a spreadsheet program, correct it, and save it."
            yield Remark(Kind.DOUBTFUL, kind, Origin(file.name, where[0][0], sheet=sheet), message, remedy)
    if traits.drawings:
        message = "There are pictures in the worksheet itself; they are not taken out of it."
        remedy = "Save them as files and name them in a column, or by the number of their work."
        yield Remark(Kind.DROPPED, "embedded-pictures", Origin(file.name, sheet=sheet), message, remedy)
