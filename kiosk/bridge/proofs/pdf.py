"""The proof sheet as a PDF on A4: the same content, in the same order, as the sheet for browsers."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kiosk.bridge.look.fonts import load_fonts
from kiosk.bridge.look.glyphs import offscreen
from kiosk.bridge.proofs.figures import picture, sign
from kiosk.bridge.proofs.outline import add_outline
from kiosk.bridge.proofs.paper import GAP, LEFT, TOP, WIDTH, Paper, fits
from kiosk.bridge.proofs.setting import (
    BLUE,
    INK,
    LINE,
    MM,
    PEN,
    QUIET,
    Face,
    Piece,
    height_of,
    rule,
    space,
    text,
)
from kiosk.exhibition.label import Role
from kiosk.exhibition.problems import Severity
from kiosk.exhibition.text import is_right_to_left
from kiosk.staff.proofing.output import whole
from kiosk.staff.proofing.page import LISTED
from kiosk.staff.proofing.sheet import KEY
from kiosk.staff.typefaces import Typeface

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kiosk.exhibition.label import LabelLine
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.problems import Problem
    from kiosk.pictures.orders import Failed
    from kiosk.staff.proofing.pictures import Small
    from kiosk.staff.proofing.sheet import Column, Entry, Part, Sheet

_FACES = {
    Role.CREATOR: Face(8.5, bold=True),
    Role.TITLE: Face(10, serif=True, italic=True),
    Role.EXHIBITION: Face(11, serif=True),
    Role.DESCRIPTION: Face(8, serif=True, leading=1.42),
    Role.CREDIT: Face(6.8, colour=QUIET),
    Role.ACCESSION: Face(6.8, colour=QUIET),
    Role.RIGHTS: Face(6.8, colour=QUIET),
}
_PLAIN = Face(7.8)
_SMALL = Face(7.3, leading=1.34)
_HEADING = Face(6.3, bold=True, colour=QUIET)
_LANGUAGE = Face(6.3, colour=QUIET)
_MISSING = Face(6.8, bold=True, colour=PEN)
_MOST_ACROSS = 4
_COLOURS = {Severity.ERROR: PEN, Severity.WARNING: PEN, Severity.HINT: BLUE}


def write_pdf(
    file: Path, sheet: Sheet, works: Iterable[tuple[Entry, Small | Failed | None]], exhibition: Exhibition
) -> int:
    """Write the sheet to `file`, there whole or not at all; how many pages it has. Raises OSError."""
    _application = offscreen()
    load_fonts(Typeface(font, font) for font in exhibition.brand.fonts if font.is_file())
    with whole(file) as unfinished:
        paper = Paper(unfinished, sheet.heading, sheet.running)
        try:
            _front(paper, sheet)
            _chapter(paper, "The exhibition", sheet.about)
            _chapter(paper, "Themes", sheet.themes)
            _problems(paper, sheet.problems)
            paper.turn()
            for entry, made in works:
                _work(paper, entry, made)
            _key(paper)
        finally:
            paper.end()
        add_outline(unfinished, paper.marks)
    return paper.pages


def _front(paper: Paper, sheet: Sheet) -> None:
    paper.mark("Title")
    paper.put([rule(WIDTH, INK, 3), space(30)])
    paper.put(text("Proof for sign-off", "en", Face(8, colour=QUIET), WIDTH))
    paper.put([space(6), *text(sheet.title, sheet.language, Face(34, serif=True, leading=1.15), WIDTH), space(22)])
    _facts(paper, sheet.facts, Face(9.5), Face(9.5, colour=QUIET), 34 * MM)
    _others(paper, sheet)
    paper.put([space(30), sign(96 * MM, 0)])
    paper.turn()


def _others(paper: Paper, sheet: Sheet) -> None:
    """Which files have the rest of the proof."""
    before, after = sheet.files[: sheet.number - 1][-1:], sheet.files[sheet.number :][:1]
    words = [f"before it: {name}" for name in before] + [f"after it: {name}" for name in after]
    if words:
        paper.put([space(8), *text(f"This is one part of the proof; {', '.join(words)}.", "en", _PLAIN, WIDTH)])


def _chapter(paper: Paper, title: str, columns: Sequence[Column]) -> None:
    if columns:
        paper.keep(60 * MM)
        paper.mark(title)
        paper.put([*text(title, "en", Face(16, serif=True), WIDTH, holds=True), space(6)])
        _columns(paper, columns)
        paper.gap(24)


def _problems(paper: Paper, problems: Sequence[Problem]) -> None:
    paper.keep(40 * MM)
    paper.mark("What a check found")
    paper.put([*text("What a check found", "en", Face(16, serif=True), WIDTH, holds=True), space(6)])
    if not problems:
        paper.put(text("No problems.", "en", _PLAIN, WIDTH))
    order = list(Severity)
    ranked = sorted(problems, key=lambda problem: (order.index(problem.severity), problem.rule))
    for (severity, kind), group in groupby(ranked, lambda problem: (problem.severity, problem.rule)):
        alike = list(group)
        for problem in alike[:LISTED]:
            paper.put(_problem(problem, placed=True))
        if len(alike) > LISTED:
            words = f"{severity}: {len(alike) - LISTED:,} more of this kind ({kind}), each beside its work."
            paper.put(text(words, "en", _SMALL, WIDTH))
        paper.gap(8)


def _problem(problem: Problem, *, placed: bool = False) -> list[Piece]:
    where = f"line {problem.line}" if problem.line else ""
    place = " · ".join(filter(None, (problem.work, problem.field, where))) if placed else problem.field
    said = ": ".join(filter(None, (str(problem.severity), place)))
    face = Face(6.8, bold=True, colour=_COLOURS[problem.severity])
    body = text(f"{problem.message} {problem.remedy}", "en", _SMALL, WIDTH)
    return [rule(WIDTH), space(2), *text(said, "en", face, WIDTH, holds=True), *body, space(3)]


def _work(paper: Paper, entry: Entry, made: Small | Failed | None) -> None:
    """A work on one page where it fits one; else it begins a page."""
    left, right = WIDTH * 0.58, WIDTH * 0.36
    shown, boxes = picture(entry.work, made, left), sign(right, 5)
    top = max(shown.height, boxes.height)
    title = next((line for line in entry.columns[0].lines if line.role is Role.TITLE), entry.columns[0].lines[0])
    head = text(title.words, title.language, Face(13, serif=True), WIDTH - 76 * MM, holds=True)
    rows = [_set(row) for row in _rows(entry.columns)]
    notes = [piece for problem in entry.problems for piece in _problem(problem)]
    facts = text("   ".join(f"{name}: {words}" for name, words in entry.facts), "en", _SMALL, WIDTH)
    needed = height_of(head) + top + height_of(facts) + sum(fits(row) + 4 * MM for row in rows) + height_of(notes)
    paper.keep(needed + 14 * MM)
    paper.mark(f"{entry.number}  {title.words}")
    if paper.y > TOP:
        paper.put([rule(WIDTH, INK, 1.2), space(7)])
    number = text(str(entry.number), "en", Face(15, serif=True), 16 * MM)[0]
    number.draw(paper.painter, LEFT, paper.y - 1 * MM)
    name = text(entry.work.id, "en", Face(7.5, colour=QUIET), 56 * MM, at_end=True)
    for index, line in enumerate(name):
        line.draw(paper.painter, LEFT + WIDTH - 56 * MM, paper.y + 1 * MM + index * line.height)
    for index, line in enumerate(head):
        line.draw(paper.painter, LEFT + 16 * MM, paper.y + index * line.height)
    paper.y += max(height_of(head), height_of(name) + 1 * MM) + 2 * MM
    shown.draw(paper.painter, LEFT, paper.y)
    boxes.draw(paper.painter, LEFT + WIDTH - right, paper.y)
    paper.y += top + 3 * MM
    paper.put([*facts, space(5)] if entry.facts else [])
    for row in rows:
        _row(paper, row)
    paper.gap(4)
    paper.put(notes)
    paper.gap(12)


def _facts(paper: Paper, facts: Sequence[tuple[str, str]], face: Face, quiet: Face, indent: float) -> None:
    for name, words in facts:
        lines = text(words, "en", face, WIDTH - indent)
        text(name, "en", quiet, indent)[0].draw(paper.painter, LEFT, paper.y)
        for line in lines:
            line.draw(paper.painter, LEFT + indent, paper.y)
            paper.y += line.height


def _columns(paper: Paper, columns: Sequence[Column]) -> None:
    for row in _rows(columns):
        _row(paper, _set(row))


def _rows(columns: Sequence[Column]) -> Iterator[Sequence[Column]]:
    """Columns as they stand beside each other, at most four of them."""
    count = len(columns)
    across = count if count <= _MOST_ACROSS else 3 if count in (5, 6, 9) else _MOST_ACROSS
    return (columns[start : start + across] for start in range(0, count, across))


def _set(row: Sequence[Column]) -> list[list[Piece]]:
    width = _width(len(row))
    return [list(_column(column, width)) for column in row]


def _row(paper: Paper, row: Sequence[Sequence[Piece]]) -> None:
    paper.put([rule(WIDTH, INK, 0.6)])
    paper.columns(row, _width(len(row)))
    paper.y += 2 * MM


def _width(across: int) -> float:
    return (WIDTH - (across - 1) * GAP) / across


def _column(column: Column, width: float) -> Iterator[Piece]:
    yield space(3)
    yield from text(column.name, "en", _LANGUAGE, width, holds=True, at_end=column.right_to_left)
    yield space(3)
    before: Role | None = None
    for line in column.lines:
        if line.role is not before and Role.DESCRIPTION in (line.role, before):
            yield space(4)
        yield from _line(column, line, _FACES.get(line.role, _PLAIN), width)
        before = line.role
    for part in column.parts:
        yield from _part(column, part, width)
    if column.missing:
        yield space(5)
        yield from text(f"Missing: {', '.join(column.missing)}", "en", _MISSING, width, at_end=column.right_to_left)
    yield space(4)


def _part(column: Column, part: Part, width: float) -> Iterator[Piece]:
    yield space(5)
    yield rule(width, LINE)
    yield space(3)
    yield from text(part.heading, "en", _HEADING, width, holds=True, at_end=column.right_to_left)
    for line in part.lines:
        face = Face(8, bold=True) if line.role is Role.CREATOR else _SMALL
        yield from _line(column, line, face, width)


def _line(column: Column, line: LabelLine, face: Face, width: float) -> Iterator[Piece]:
    foreign = column.foreign(line)
    if foreign:
        yield from text(line.words, line.language, face._replace(colour=PEN), width)
        yield from text(f"[{foreign}]", "en", _MISSING, width, at_end=is_right_to_left(line.language))
    else:
        yield from text(line.words, line.language, face, width)


def _key(paper: Paper) -> None:
    key = text(KEY, "en", Face(7, colour=QUIET), WIDTH)
    paper.keep(height_of(key) + 4 * MM)
    paper.gap(8)
    paper.put(key)
