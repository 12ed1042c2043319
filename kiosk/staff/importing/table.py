"""Reading a table: which of its rows are works, and what each of them says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.exhibition.problems import nearest, printable
from kiosk.exhibition.text import UNTAGGED
from kiosk.staff.importing.column_names import Role
from kiosk.staff.importing.columns import (
    Column,
    columns_of,
    count_known,
    find_heading,
    heading_key,
    language_of_headings,
    told_by_headings,
)
from kiosk.staff.importing.draft import Draft, Facts, Kind, NotImported, Origin, Remark, Source
from kiosk.staff.importing.grid import MAX_BYTES
from kiosk.staff.importing.rows import RowReader
from kiosk.staff.importing.separated import read_separated
from kiosk.staff.importing.workbook import read_workbook
from kiosk.staff.importing.worksheet import letters_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kiosk.staff.importing.grid import Grid, Row
    from kiosk.staff.importing.options import Options
    from kiosk.staff.importing.picture_files import PictureFiles

_HEADING_WITHIN = 30
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_NOT_TABLES = (
    (b"%PDF", "a PDF document"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"{\\rtf", "a text with formatting (RTF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"Rar!", "a compressed file (RAR)"),
    (b"7z\xbc\xaf", "a compressed file (7z)"),
)


def read_table(file: Path, options: Options, pictures: PictureFiles) -> Source:
    """The works in a table: CSV, TSV or a workbook, told apart by content. Raises `NotImported` and OSError."""
    grid = _grid(file, options)
    if not grid.rows:
        raise NotImported(Origin(file.name, sheet=grid.sheet), "The table is empty.", "Name a table with rows in it.")
    heading = _heading(grid, options)
    headings = tuple(" ".join(printable(cell.replace("\n", " ")).split()) for cell in heading.cells)
    columns = columns_of(headings, options.mapping)
    language = options.language or language_of_headings(columns)
    columns = told_by_headings(columns, language)
    where = Origin(file.name, heading.number, sheet=grid.sheet)
    _refuse_unknown(where, headings, columns, options)
    rows = [row for row in grid.rows if row.number > heading.number]
    reader = RowReader(where, headings, columns, rows, language, pictures, turn_names=options.turn_names)
    drafts = tuple(_drafts(rows, reader))
    facts, told = _facts(where, grid, heading, columns, drafts, language, guessed=not options.language)
    remarks = (*grid.remarks, *told, *_unused(where, headings, rows, reader.used, columns), *reader.remarks)
    if pictures.incomplete:
        message = "There are so many files beside the table that not all of them were looked at for pictures."
        remedy = "Put the table and its pictures into a folder of their own."
        remarks += (Remark(Kind.DOUBTFUL, "too-many-files", where, message, remedy),)
    read_as = tuple((column.heading, _key_of(column)) for column in columns if column.place in reader.used)
    return Source(file=file, drafts=drafts, rows=len(rows), read_as=read_as, remarks=remarks, facts=facts)


def _grid(file: Path, options: Options) -> Grid:
    with file.open("rb") as stream:
        head = stream.read(4096)
    if not head:
        raise NotImported(Origin(file.name), "The file is empty.", "Save or copy the table again.")
    if head.startswith(_OLD_EXCEL):
        raise NotImported(
            Origin(file.name),
            "This is a workbook that is protected by a password, or of the old kind (.xls).",
            "Open it in a spreadsheet program, take the password off, and save it as .xlsx.",
        )
    if head.startswith(b"PK"):
        return read_workbook(file, options.sheet, count_known)
    for start, what in _NOT_TABLES:
        if head.startswith(start):
            raise NotImported(Origin(file.name), f"This is {what}, not a table.", "Save the table as .xlsx or CSV.")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:5].lower() in {b"<html", b"<!doc", b"<?xml", b"<tabl"}:
        raise NotImported(
            Origin(file.name),
            "This is a web page or XML, whatever its name says.",
            "Open it in a spreadsheet program and save it as .xlsx.",
        )
    mapped = {heading_key(heading) for wanted in options.mapping.values() for heading in wanted}

    def known(cells: Sequence[str]) -> int:
        return count_known(cells) + sum(bool(cell) and heading_key(cell[:80]) in mapped for cell in cells)

    with file.open("rb") as stream:
        content = stream.read(MAX_BYTES + 1)
    return read_separated(file, content, known)


def _heading(grid: Grid, options: Options) -> Row:
    """The row with the most headings that are known or named by staff, else the first one."""
    wanted = [heading for headings in options.mapping.values() for heading in headings]

    def score(row: Row) -> int:
        return count_known(row.cells) + 10 * sum(find_heading(heading, row.cells) is not None for heading in wanted)

    rows = grid.rows[:_HEADING_WITHIN]
    scores = [score(row) for row in rows]
    # Words in a row of the table may be headings by chance; the headings are above it.
    return next(row for row, points in zip(rows, scores, strict=True) if points * 2 >= max(scores))


def _refuse_unknown(where: Origin, headings: Sequence[str], columns: Sequence[Column], options: Options) -> None:
    for (role, language), wanted in options.mapping.items():
        for heading in wanted:
            if find_heading(heading, headings) is None:
                key = f"{role}.{language}" if language else role
                raise NotImported(
                    where,
                    f'There is no column "{heading}" for {key}.{nearest(heading, filter(None, headings))}',
                    f"The columns are: {', '.join(filter(None, headings[:60]))}.",
                )
    if not columns:
        raise NotImported(
            where,
            f"No column has a heading that is known here. The first row is: {', '.join(filter(None, headings[:20]))}.",
            'Put headings such as title, artist, date and image into the first row, or name them: --map title="..."',
        )


def _drafts(rows: Sequence[Row], reader: RowReader) -> Iterator[Draft]:
    for row in rows:
        draft = reader.draft(row)
        if draft is not None:
            yield draft


def _facts(
    where: Origin,
    grid: Grid,
    heading: Row,
    columns: Sequence[Column],
    drafts: Sequence[Draft],
    language: str,
    *,
    guessed: bool,
) -> tuple[Facts, tuple[Remark, ...]]:
    """The title above the table, and in which languages there are words."""
    remarks = []
    title = ""
    above = [row for row in grid.rows if row.number < heading.number]
    for row in above:
        said = [cell.strip() for cell in row.cells if cell.strip()]
        place = Origin(where.file, row.number, sheet=where.sheet)
        if not title and len(said) == 1 and len(said[0]) <= 120 and not said[0].isdigit():
            title = printable(" ".join(said[0].split()))
            message = f'"{title}" above the table is taken for the title of the exhibition.'
            remarks.append(Remark(Kind.GUESSED, "title", place, message, 'For another: --title "..."'))
        else:
            message = f"This row is above the headings in row {heading.number} and is not used."
            remarks.append(Remark(Kind.DROPPED, "above-headings", place, message))
    tags = dict.fromkeys(tag for draft in drafts for value in draft.values.values() for tag in _tags(value))
    spoken = tuple(dict.fromkeys(filter(None, (language, *tags))))
    if not language and _mixed(columns):
        message = "Where other words say their language, those that do not are taken to be English."
        remarks.append(Remark(Kind.GUESSED, "language", where, message, "If they are German: --lang de"))
    if language and guessed:
        message = f"The headings are in the language {language}, so words that do not say theirs are taken to be, too."
        remarks.append(Remark(Kind.GUESSED, "language", where, message, "For another: --lang en"))
    return Facts(title=title, languages=spoken), tuple(remarks)


def _mixed(columns: Sequence[Column]) -> bool:
    """Whether there are words that say their language, and words that do not."""
    spoken = {column.language for column in columns if column.role in _IN_WORDS}
    return len(spoken) > 1 and UNTAGGED in spoken


_IN_WORDS = frozenset((Role.TITLE, Role.MEDIUM, Role.DESCRIPTION, Role.CREDIT, Role.ALT, Role.RIGHTS, Role.THEMES))


def _key_of(column: Column) -> str:
    """The key that a column has become, with the language of its words."""
    key = _KEYS.get(column.role, column.role.value)
    return f"{key} ({column.language})" if column.language else key


_KEYS = {
    **dict.fromkeys((Role.NATIONALITY, Role.LIFE_DATES, Role.BORN, Role.DIED), "creator_bio"),
    **dict.fromkeys((Role.HEIGHT, Role.WIDTH, Role.DEPTH), "size_cm"),
    **dict.fromkeys((Role.YEAR, Role.YEAR_TO), "year"),
    Role.DIMENSIONS: "size_cm, dimensions",
}


def _tags(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, dict) else ()


def _unused(
    where: Origin, headings: Sequence[str], rows: Sequence[Row], used: frozenset[int], columns: Sequence[Column]
) -> Iterator[Remark]:
    """Columns of which nothing is copied."""
    filled = {place for row in rows for place, cell in enumerate(row.cells[: len(headings)]) if cell.strip()}
    known = {column.place: column for column in columns}
    for place, heading in enumerate(headings):
        if place in used or place not in filled:
            continue
        origin = Origin(where.file, where.row, heading or letters_of(place + 1), where.sheet)
        if not heading:
            message = f"Column {letters_of(place + 1)} has no heading and is not copied."
            yield Remark(Kind.DROPPED, "no-heading", origin, message, "Give it a heading in the table.")
        elif place in known:
            role = known[place].role
            best = next(column.heading for column in columns if column.role is role)
            message = f'Column "{heading}" is not copied: "{best}" says the same.'
            yield Remark(Kind.DROPPED, "column-spare", origin, message, f'To have it instead: --map {role}="{heading}"')
        else:
            message = f'Column "{heading}" is not copied.'
            remedy = 'If visitors should read one, say what it is: --map description="HEADING"'
            yield Remark(Kind.DROPPED, "column", origin, message, remedy)
