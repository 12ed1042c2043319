"""The picture of a row's work: named in a cell, or called by the work's number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.exhibition.problems import printable
from kiosk.staff.importing.column_names import Role
from kiosk.staff.importing.draft import Kind
from kiosk.staff.importing.picture_files import Found, refusal_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kiosk.staff.importing.cells import Cells
    from kiosk.staff.importing.picture_files import Note, PictureFiles

_BETWEEN = re.compile(r"\s*[;|\n]\s*")


class PictureCells:
    """Finds pictures for the row that `cells` is at."""

    def __init__(self, cells: Cells, files: PictureFiles) -> None:
        self._cells = cells
        self._files = files
        self._first_row: dict[Path, int] = {}
        self._refusals: dict[Path, Note | None] = {}

    def of_row(self, numbers: Sequence[str]) -> tuple[Path | None, str]:
        """The picture's file, and how the table names it. `numbers` are what the work is known by."""
        heading, named = self._named()
        found = self._find(named)
        by_number = self._files.numbered(numbers) if found.file is None else Found(None)
        if by_number.file:
            found = by_number
        for note in found.notes:
            self._cells.tell(note.kind, note.rule, note.message, note.remedy, heading)
        if found.file is None:
            if named and not found.notes:
                message = f'There is no picture "{printable(named[:120])}".'
                remedy = "Copy it beside the table, or name its folder: --pictures FOLDER"
                self._cells.tell(Kind.DROPPED, "missing-picture", message, remedy, heading)
            return None, named
        if by_number.file:
            message = f"The picture {printable(found.file.name)} is taken, because it is called like the work's number."
            self._cells.tell(Kind.GUESSED, "picture-by-number", message)
        return self._accepted(found.file, heading), named or printable(found.file.name)

    def _named(self) -> tuple[str, str]:
        """The heading and words of the first column that names a picture."""
        for columns in self._cells.columns(Role.PICTURE).values():
            for column in columns:
                if words := self._cells.cell(column):
                    return column.heading, words
        return "", ""

    def _find(self, named: str) -> Found:
        found = self._files.named(named)
        names = [name for name in _BETWEEN.split(named) if name]
        if found.file or len(names) < 2:
            return found
        several = [self._files.named(name) for name in names]
        first = next((each for each in several if each.file), Found(None))
        if first.file:
            message = f"Of {len(names)} pictures, {printable(first.file.name)} is shown; a work has one."
            self._cells.tell(Kind.DROPPED, "more-pictures", message, "Give each picture a row of its own.")
        return first

    def _accepted(self, file: Path, heading: str) -> Path | None:
        if file not in self._refusals:
            self._refusals[file] = refusal_of(file)
        if refusal := self._refusals[file]:
            self._cells.tell(refusal.kind, refusal.rule, refusal.message, refusal.remedy, heading)
            return None
        row = self._cells.origin().row
        first = self._first_row.setdefault(file, row)
        if first != row:
            message = f"The picture {printable(file.name)} is that of row {first}, too."
            self._cells.tell(Kind.DOUBTFUL, "same-picture", message, "Look whether that is meant.", heading)
        return file
