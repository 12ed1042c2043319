"""What several cells of a row say together: who made a work, when, and how large it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kiosk.exhibition.problems import printable
from kiosk.exhibition.text import UNTAGGED
from kiosk.exhibition.years import year_in
from kiosk.staff.importing.column_names import Role
from kiosk.staff.importing.columns import heading_key
from kiosk.staff.importing.draft import Field, Kind
from kiosk.staff.importing.lists import parts
from kiosk.staff.importing.makers import Maker, joined, makers_of, surname_first, turned
from kiosk.staff.importing.sizes import length_in, size_in, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.staff.importing.cells import Cells
    from kiosk.staff.importing.draft import Value

_HEIGHT_FIRST = "Height is taken to come first, as museums write it. `kiosk check` tells where the picture disagrees."
_IN_WORDS = "For a scale bar and life size, add size_cm: [height, width] of what the picture shows."
_WHOLE = re.compile(r"(-?\d{1,6})(?:\.0+)?")


def makers(cells: Cells, *, turn_names: bool) -> Iterator[tuple[Field, Value]]:
    """Creator, the name to sort by, and what is told of them, in each language that has a column."""
    named: dict[str, Maker] = {}
    for language in cells.columns(Role.CREATOR):
        found = makers_of(cells.words(Role.CREATOR, language), _bio(cells, language))
        if any(surname_first(maker.name) for maker in found):
            if turn_names:
                found = tuple(map(turned, found))
            else:
                message = "The surname comes first here, and is shown so."
                cells.tell(Kind.DOUBTFUL, "surname-first", message, "To turn such names: --turn-names")
        if found:
            named[language] = joined(found)
    bios = {language: _bio(cells, language) for language in cells.columns(Role.CREATOR_BIO) if language not in named}
    bios |= {language: maker.bio for language, maker in named.items()}
    creator = cells.by_language({language: maker.name for language, maker in named.items()}, names=True)
    sort = cells.by_language({language: maker.sort for language, maker in named.items()}, names=True)
    sort = sort or "; ".join(parts(cells.line(Role.CREATOR_SORT)))
    if creator:
        yield Field.CREATOR, creator
    if sort and sort != creator:
        yield Field.CREATOR_SORT, sort
    if bio := cells.by_language(bios):
        yield Field.CREATOR_BIO, bio


def _bio(cells: Cells, language: str) -> str:
    """What is told of the makers: in a column of its own, else nationality and dates."""
    if bio := cells.words(Role.CREATOR_BIO, language):
        return bio
    nation = cells.words(Role.NATIONALITY, language)
    dates = cells.words(Role.LIFE_DATES, language).strip("()")
    if language == UNTAGGED and not dates:
        born, died = _year(cells, Role.BORN), _year(cells, Role.DIED)
        dates = f"{born}–{died}" if born and died else born and f"born {born}"
    several = any(mark in nation for mark in "|;") or nation.count("(") > 1
    return nation if several else ", ".join(filter(None, (nation.strip("()"), dates)))


def _year(cells: Cells, role: Role) -> str:
    """A year in a cell of its own, as it is to be read; empty for the years that stand for none."""
    written = cells.line(role)
    whole = _WHOLE.fullmatch(written)
    year = whole[1] if whole else written
    return "" if year in ("0", "9999") else year


def year(cells: Cells) -> Iterator[tuple[Field, Value]]:
    """The date, where only years are told; the year to sort by, where the date does not tell it, or another one."""
    first, last = _year(cells, Role.YEAR), _year(cells, Role.YEAR_TO)
    date = cells.line(Role.DATE)
    if (whole := _WHOLE.fullmatch(date)) and whole[1] != date:
        cells.tell(Kind.GUESSED, "date", f"The date {date} is written {whole[1]}.", "", cells.heading(Role.DATE))
        yield Field.DATE, whole[1]
    if not first:
        return
    number = int(first) if _WHOLE.fullmatch(first) else None
    if not date and (number is None or number > 0):
        yield Field.DATE, f"{first}–{last}" if last and last != first else first
    elif number is not None and -100_000 <= number <= 10_000:
        told = year_in(date)
        latest = int(last) if _WHOLE.fullmatch(last) else number + 99
        if told is None or not number <= told <= latest:
            yield Field.YEAR, number


def size(cells: Cells) -> Iterator[tuple[Field, Value]]:
    """The size in cm where that is sure, else its words."""
    said = cells.said(Role.DIMENSIONS)
    if not said:
        yield from _sides(cells)
        return
    words = said if isinstance(said, str) else next(iter(said.values()))
    if found := size_in(words, unit_of(cells.heading(Role.DIMENSIONS))):
        message = f'"{printable(words[:60])}": {found[0]:g} cm high, {found[1]:g} cm wide.'
        cells.tell(Kind.GUESSED, "size", message, _HEIGHT_FIRST, cells.heading(Role.DIMENSIONS))
        yield Field.SIZE_CM, found
        return
    yield Field.DIMENSIONS, said
    if any(letter.isdigit() for letter in words):
        message = f'"{printable(words[:60])}" stays in words.'
        cells.tell(Kind.DOUBTFUL, "size-unclear", message, _IN_WORDS, cells.heading(Role.DIMENSIONS))


def _sides(cells: Cells) -> Iterator[tuple[Field, Value]]:
    """The size from columns for height, width and depth."""
    sides = [cells.line(role) for role in (Role.HEIGHT, Role.WIDTH, Role.DEPTH)]
    if not sides[0] or not sides[1]:
        return
    unit = _unit(cells, Role.HEIGHT)
    height, width = length_in(sides[0], unit), length_in(sides[1], _unit(cells, Role.WIDTH))
    deep = sides[2].strip("0.,") != ""
    if height and width and not deep:
        yield Field.SIZE_CM, (height, width)
        return
    words = " × ".join(sides if deep else sides[:2])
    yield Field.DIMENSIONS, f"{words} {unit}" if unit and words[-1].isdigit() else words
    if not (height and width):
        remedy = 'Write the unit into the heading, as in "Height (cm)".'
        cells.tell(Kind.DOUBTFUL, "size-unclear", f'It is not clear how large "{printable(words)}" is.', remedy)


def _unit(cells: Cells, role: Role) -> str:
    heading = cells.heading(role)
    # The Carnegie Museum of Art tells item_width and item_height in inches.
    inches = "in" if heading_key(heading) in {"item height", "item width", "item depth"} else ""
    return unit_of(heading) or inches
