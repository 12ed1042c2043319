"""The statistics as a table for a spreadsheet: one row a day and work."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kiosk.staff.statistics.reading import Record
    from kiosk.staff.statistics.report import Report

HEADINGS = ("day", "exhibition", "work", "title", "creator", "shown", "looked_s", "zoomed", "pages")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001 - Excel takes the wide ones for the others
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""


def as_csv(record: Record, report: Report) -> str:
    """The rows, comma-separated, as Excel opens them: a byte order mark, and no words that would be a formula."""
    names = {(work.exhibition, work.work): (work.title, work.creator) for work in report.works}
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow(HEADINGS)
    for row in record.works:
        title, creator = names.get((row.exhibition, row.work), ("", ""))
        words = (row.day, *_safe((row.exhibition, row.work, title, creator)))
        lines.writerow((*words, row.shown, row.looked_s, row.zoomed, row.pages))
    return "\ufeff" + written.getvalue()


def _safe(words: Iterable[str]) -> Iterable[str]:
    return (f"'{each}" if each.lstrip(" ").startswith(_FORMULA) else each for each in words)
