"""What one row of a table says of a work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.staff.importing.cells import Cells
from kiosk.staff.importing.column_names import Role
from kiosk.staff.importing.draft import Draft, Field, Kind
from kiosk.staff.importing.picture_cells import PictureCells
from kiosk.staff.importing.row_facts import makers, size, year
from kiosk.staff.importing.subjects import Subjects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kiosk.staff.importing.columns import Column
    from kiosk.staff.importing.draft import Origin, Remark, Said, Value
    from kiosk.staff.importing.grid import Row
    from kiosk.staff.importing.picture_files import PictureFiles

_WORDS = {
    Role.TITLE: Field.TITLE,
    Role.DATE: Field.DATE,
    Role.MEDIUM: Field.MEDIUM,
    Role.DESCRIPTION: Field.DESCRIPTION,
    Role.CREDIT: Field.CREDIT,
    Role.ALT: Field.ALT,
    Role.RIGHTS: Field.RIGHTS,
}
_LINES = frozenset((Role.TITLE, Role.DATE, Role.MEDIUM))
"""What is said in one line; other texts keep theirs."""
_NO_TITLE = re.compile(r"\W*(?:title not known|no title|not titled|unknown|n/?a|none|null)\W*", re.IGNORECASE)


class RowReader:
    """Reads rows by their `columns`; `where` is the row of `headings`. What is to be told gathers in `remarks`."""

    def __init__(
        self,
        where: Origin,
        headings: Sequence[str],
        columns: Sequence[Column],
        rows: Sequence[Row],
        language: str,
        pictures: PictureFiles,
        *,
        turn_names: bool,
    ) -> None:
        self._width = len(headings)
        self._headings = _told_apart(headings)
        self._cells = Cells(where, columns, language)
        self._subjects = Subjects(self._cells, rows)
        self._pictures = PictureCells(self._cells, pictures)
        self._turn_names = turn_names

    @property
    def remarks(self) -> Sequence[Remark]:
        """What was to be told of the rows read so far."""
        return self._cells.remarks

    @property
    def used(self) -> frozenset[int]:
        """The places of the columns of which something was copied."""
        return frozenset(self._cells.used)

    def draft(self, row: Row) -> Draft | None:
        """The work in a row; None, and told, where there is none."""
        cells = self._cells
        cells.turn_to(row)
        if len(row.cells) > 1 and _told_apart(row.cells) == self._headings:
            cells.tell(Kind.DROPPED, "repeated-headings", "This row repeats the headings.")
            return None
        if any(cell.strip() for cell in row.cells[self._width :]):
            message = "There is more in this row than there are headings; what is beyond them is not used."
            cells.tell(Kind.DROPPED, "too-many-cells", message, "Look whether its cells have moved.")
        values = dict(self._values())
        number, accession = cells.line(Role.ID), str(values.get(Field.ACCESSION, ""))
        if not values.keys() - {Field.ACCESSION}:
            message = "There is nothing in this row that a label could say."
            cells.tell(Kind.DROPPED, "no-work", message, "Give it a title, if it is a work.")
            return None
        if Field.TITLE not in values and Field.CREATOR not in values:
            cells.tell(Kind.DOUBTFUL, "no-title", "There is neither a title nor a creator in this row.")
        picture, named = self._pictures.of_row((number, accession))
        return Draft(
            origin=cells.origin(),
            key=number or accession,
            picture=picture,
            picture_named=named,
            values={field: values[field] for field in Field if field in values},
            themes=self._subjects.of_row(),
        )

    def _values(self) -> Iterator[tuple[Field, Value]]:
        cells = self._cells
        yield from makers(cells, turn_names=self._turn_names)
        for role, field in _WORDS.items():
            if said := cells.said(role):
                yield field, _in_a_line(said) if role in _LINES else said
        if _NO_TITLE.fullmatch(cells.line(Role.TITLE)):
            cells.tell(Kind.DOUBTFUL, "unknown-title", "The title says that there is none; it is shown as it is.")
        if accession := cells.line(Role.ACCESSION):
            yield Field.ACCESSION, accession
        self._doubt_fractions()
        yield from year(cells)
        yield from size(cells)

    def _doubt_fractions(self) -> None:
        """Tell where a spreadsheet took a museum's number for a figure, and so may have left out its last zeros."""
        for role in (Role.ACCESSION, Role.ID):
            heading = self._cells.figured(role)
            if heading:
                message = "The table has this number as a figure, so zeros at its end may be gone: 1984.10 is 1984.1."
                remedy = "Compare it with the register; then format the column as text and type these numbers again."
                self._cells.tell(Kind.DOUBTFUL, "number-as-figure", message, remedy, heading)


def _told_apart(cells: Sequence[str]) -> list[str]:
    """Cells to be compared with headings."""
    return [" ".join(cell[:200].casefold().split()) for cell in cells if cell.strip()]


def _in_a_line(said: Said) -> Said:
    if isinstance(said, str):
        return " ".join(said.split())
    return {language: " ".join(words.split()) for language, words in said.items()}
