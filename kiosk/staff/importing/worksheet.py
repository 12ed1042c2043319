"""What a worksheet's own XML tells that its cells do not: hidden rows, merged cells, pictures, missing results."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?")
_MAX_MERGED_ROWS = 1_000
_NOTED = 1_000


class Traits(msgspec.Struct):
    """Facts of one worksheet; rows and columns count from 1.

    `merged_down`: by their first row, (column, last row) of cells that are merged over several rows. `unsolved` and
    `failed`: (row, name) of cells with formulas that have no result, or an error.
    """

    hidden: set[int] = msgspec.field(default_factory=set)
    merged_down: dict[int, list[tuple[int, int]]] = msgspec.field(default_factory=lambda: defaultdict(list))
    unsolved: list[tuple[int, str]] = msgspec.field(default_factory=list)
    failed: list[tuple[int, str]] = msgspec.field(default_factory=list)
    hidden_columns: list[str] = msgspec.field(default_factory=list)
    drawings: bool = False


def traits_of_sheets(file: Path) -> dict[str, Traits]:
    """The traits of each worksheet of the workbook, by its name. Raises what zipfile and defusedxml do."""
    with zipfile.ZipFile(file) as archive:
        return {name: _traits(archive, part) for name, part in _parts(archive)}


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each worksheet and the part of the archive that holds it."""
    targets = {
        each.get("Id"): each.get("Target", "")
        for each in _elements(archive, "xl/_rels/workbook.xml.rels")
        if _kind(each) == "Relationship"
    }
    for each in _elements(archive, "xl/workbook.xml"):
        if _kind(each) == "sheet":
            reference = next((value for name, value in each.attrib.items() if name.endswith("}id")), "")
            target = targets.get(reference, "")
            part = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            if part in archive.namelist():
                yield each.get("name", ""), part


def _traits(archive: zipfile.ZipFile, part: str) -> Traits:
    traits = Traits()
    for each in _elements(archive, part):
        kind = _kind(each)
        if kind == "row":
            if each.get("hidden") in {"1", "true"} and (number := each.get("r", "")).isdigit():
                traits.hidden.add(int(number))
            each.clear()
        elif kind == "c":
            _note_cell(each, traits)
        elif kind == "col" and each.get("hidden") in {"1", "true"}:
            first, last = each.get("min", ""), each.get("max", "")
            if first.isdigit() and last.isdigit():
                traits.hidden_columns += map(letters_of, range(int(first), min(int(last), int(first) + 100) + 1))
        elif kind == "mergeCell":
            _note_merged(each.get("ref", ""), traits)
        elif kind in {"drawing", "picture"}:
            traits.drawings = True
    return traits


def _note_cell(cell: Any, traits: Traits) -> None:
    place = _REFERENCE.fullmatch(cell.get("r", ""))
    if not place:
        return
    kinds = {_kind(child): child.text for child in cell}
    where = (int(place[2]), place[0])
    if cell.get("t") == "e" and len(traits.failed) < _NOTED:
        traits.failed.append(where)
    elif "f" in kinds and not kinds.get("v") and cell.get("t") != "str" and len(traits.unsolved) < _NOTED:
        traits.unsolved.append(where)


def _note_merged(reference: str, traits: Traits) -> None:
    corners = _REFERENCE.fullmatch(reference)
    if corners and corners[3] and int(corners[4]) > int(corners[2]):
        first = int(corners[2])
        last = min(int(corners[4]), first + _MAX_MERGED_ROWS)
        traits.merged_down[first].append((_column(corners[1]), last))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def letters_of(column: int) -> str:
    """What a spreadsheet calls a column, counted from 1: A, Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _elements(archive: zipfile.ZipFile, part: str) -> Iterator[Any]:
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - needed for workbooks alone

    with archive.open(part) as stream:
        for _, element in iterparse(stream):
            yield element


def _kind(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
