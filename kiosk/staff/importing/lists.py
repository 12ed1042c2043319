"""Several things in one cell."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKS = "|;"


def parts(cell: str, other: str = "") -> tuple[str, ...]:
    """The things in a cell, divided by `|`, else by `;`, else by the mark `other`; a JSON list of words, too."""
    cell = cell.strip()
    if not cell:
        return ()
    if cell.startswith("[") and cell.endswith("]"):
        try:
            listed = json.loads(cell)
        except ValueError:
            listed = None
        if isinstance(listed, list) and all(isinstance(each, str) for each in listed):
            return tuple(each.strip() for each in listed if each.strip())
    mark = next((mark for mark in MARKS if mark in cell), other)
    return tuple(part.strip() for part in cell.split(mark) if part.strip()) if mark else (cell,)


def list_mark(cells: Iterable[str]) -> str:
    """What divides a column's lists where it is neither `|` nor `;`: a comma or a line end, if that is most likely.

    Likely is what makes fewer different things out of the column than it has different cells, as subjects that come
    back are; or no mark at all.
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if any(mark in cell for cell in filled for mark in MARKS):
        return ""
    for mark in ("\n", ","):
        marked = sum(mark in cell for cell in filled)
        if marked * 5 >= len(filled) and marked > 1:
            things = Counter(part.strip().casefold() for cell in filled for part in cell.split(mark) if part.strip())
            repeated = sum(count for count in things.values() if count > 1)
            if repeated * 2 > things.total():
                return mark
    return ""
