"""The subjects of works, as the columns for themes have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.staff.importing.column_names import Role
from kiosk.staff.importing.draft import Kind
from kiosk.staff.importing.lists import list_mark, parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.staff.importing.cells import Cells
    from kiosk.staff.importing.columns import Column
    from kiosk.staff.importing.draft import Said
    from kiosk.staff.importing.grid import Row

_FILLED = 0.2
"""The part of all rows in which a column has something to say, at the least, so that themes are made of it."""


class Subjects:
    """Subjects in the row that `cells` is at. Of several columns that staff did not name, one a language is used."""

    def __init__(self, cells: Cells, rows: Sequence[Row]) -> None:
        self._cells = cells
        columns = cells.columns(Role.THEMES)
        self._columns = {language: _chosen(listed, rows) for language, listed in columns.items()}
        self._marks = {
            column.place: list_mark(_cell(row, column.place) for row in rows)
            for listed in self._columns.values()
            for column in listed
        }

    def of_row(self) -> tuple[Said, ...]:
        """The subjects of the row's work; in several languages where each says as many."""
        said = {language: self._of(columns) for language, columns in self._columns.items()}
        said = {language: subjects for language, subjects in said.items() if subjects}
        if not said:
            return ()
        first = next(iter(said.values()))
        if len({len(subjects) for subjects in said.values()}) > 1:
            message = "The languages have different numbers of subjects here; only the first language's are used."
            self._cells.tell(Kind.DOUBTFUL, "subjects-uneven", message, "Write as many in each, in the same order.")
            language = next(iter(said))
            return tuple(self._cells.by_language({language: subject}) for subject in first)
        each = ({language: said[language][place] for language in said} for place in range(len(first)))
        return tuple(map(self._cells.by_language, each))

    def _of(self, columns: Sequence[Column]) -> tuple[str, ...]:
        found = (
            " ".join(part.split())
            for column in columns
            for part in parts(self._cells.cell(column), self._marks[column.place])
        )
        return tuple(dict.fromkeys(filter(None, found)))


def _chosen(columns: Sequence[Column], rows: Sequence[Row]) -> Sequence[Column]:
    """All columns that staff have named; else the best that is not next to empty."""
    named = [column for column in columns if column.chosen]
    if named:
        return named
    filled = {column: sum(bool(_cell(row, column.place)) for row in rows) for column in columns}
    enough = (column for column in columns if filled[column] >= len(rows) * _FILLED)
    return (next(enough, max(columns, key=lambda column: filled[column])),)


def _cell(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""
