"""Tables in the shapes that museums export, with values of our own."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from kiosk.staff.importing.importer import import_source
from kiosk.staff.importing.options import Options
from kiosk.staff.importing.picture_files import PictureFiles
from kiosk.staff.importing.table import read_table
from tests.exhibitions import draw_picture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kiosk.staff.importing.draft import Source
    from kiosk.staff.importing.importer import Outcome

TODAY = date(2026, 11, 28)


def csv_text(rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerows(rows)
    return written.getvalue()


def save(file: Path, rows: Sequence[Sequence[str]], separator: str = ",", encoding: str = "utf-8") -> Path:
    file.write_bytes(csv_text(rows, separator).encode(encoding))
    return file


def read(file: Path, **options: object) -> Source:
    return read_table(file, Options(**options), PictureFiles((file.parent,)))


def import_into(file: Path, folder: Path, **options: object) -> Outcome:
    wanted = Options(**options)
    return import_source(read_table(file, wanted, PictureFiles((file.parent,), folder)), folder, wanted, TODAY)


def values(source: Source, place: int = 0) -> dict[str, object]:
    return {field.value: value for field, value in source.drafts[place].values.items()}


def rules(source: Source | Outcome) -> set[str]:
    return {remark.rule for remark in source.remarks}


def draw(file: Path, number: int = 1) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    draw_picture(number, (90, 60)).save(file)
    return file
