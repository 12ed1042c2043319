"""The proof sheet as one HTML file that needs nothing else: no script, no network. Written part by part."""

from __future__ import annotations

import base64
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from kiosk.exhibition.label import LabelLine, Role
from kiosk.exhibition.problems import Severity
from kiosk.exhibition.text import is_upright
from kiosk.pictures.orders import Failed
from kiosk.pictures.refusal import display_name
from kiosk.staff.printed import BODY, END, opening, spoken_in
from kiosk.staff.proofing.faces import font_faces
from kiosk.staff.proofing.sheet import KEY, numbered
from kiosk.staff.proofing.style import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.problems import Problem
    from kiosk.staff.proofing.pictures import Small
    from kiosk.staff.proofing.sheet import Column, Entry, Part, Sheet

    Picture = Small | Failed | None

LISTED = 12
"""Problems of a kind that are listed at the beginning; each work has its own beside it."""
MIDDLE = (0.5, 0.5)
_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n"}


def page(
    sheet: Sheet, works: Iterable[tuple[Entry, Picture]], exhibition: Exhibition, *, fonts: bool = True
) -> Iterator[str]:
    """The parts of the page, the works one at a time as they come."""
    yield opening(sheet.heading, may_show="img-src data:; font-src data:")
    if fonts:
        yield from font_faces(exhibition.languages)
    running = _in_css(sheet.running)
    yield f":root {{ --running: {running}; }}\n{STYLE}{BODY}"
    yield from _front(sheet)
    yield from _chapter("The exhibition", sheet.about)
    yield from _chapter("Themes", sheet.themes)
    yield from _problems(sheet.problems)
    yield '<main class="page works">\n'
    for entry, picture in works:
        yield from _work(entry, picture)
    yield f"</main>\n<footer>{KEY}</footer>\n"
    yield from _others(sheet)
    yield END


def _front(sheet: Sheet) -> Iterator[str]:
    yield '<section class="page front">\n<p class="eyebrow">Proof for sign-off</p>\n'
    yield f"<h1{spoken_in(sheet.language)}>{_safe(sheet.title)}</h1>\n"
    yield from _facts(sheet.facts)
    yield from _sign(lines=False)
    yield "</section>\n"
    yield from _others(sheet)


def _others(sheet: Sheet) -> Iterator[str]:
    """The way to the other files of the proof, which lie beside this one."""
    if len(sheet.files) > 1:
        yield '<nav class="parts" aria-label="Parts of this proof"><span>Parts</span>\n'
        for number, name in enumerate(sheet.files, start=1):
            here = ' aria-current="page"' if number == sheet.number else ""
            yield f'<a href="./{quote(name)}"{here}>{number}</a>\n'
        yield "</nav>\n"


def _chapter(title: str, columns: Sequence[Column]) -> Iterator[str]:
    if columns:
        yield f'<section class="page chapter">\n<h2>{title}</h2>\n'
        yield from _columns(columns)
        yield "</section>\n"


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    yield '<section class="page chapter">\n<h2>What a check found</h2>\n'
    if not problems:
        yield "<p>No problems.</p>\n"
    order = list(Severity)
    ranked = sorted(problems, key=lambda problem: (order.index(problem.severity), problem.rule))
    for (severity, rule), group in groupby(ranked, lambda problem: (problem.severity, problem.rule)):
        alike = list(group)
        yield '<ul class="problems">\n'
        yield from (_problem(problem, placed=True) for problem in alike[:LISTED])
        if len(alike) > LISTED:
            yield f'<li><span class="severity {severity}">{severity}</span>'
            yield f"<span>{len(alike) - LISTED:,} more of this kind ({_safe(rule)}), each beside its work.</span>"
            yield "</li>\n"
        yield "</ul>\n"
    yield "</section>\n"


def _problem(problem: Problem, *, placed: bool = False) -> str:
    where = f"line {problem.line}" if problem.line else ""
    place = " · ".join(filter(None, (problem.work, problem.field, where))) if placed else problem.field
    told = f'<span class="place"><bdi>{_safe(place)}</bdi></span> ' if place else ""
    return (
        f'<li><span class="severity {problem.severity}">{problem.severity}</span><span>{told}'
        f'<bdi>{_safe(problem.message)}</bdi> <bdi class="remedy">{_safe(problem.remedy)}</bdi></span></li>\n'
    )


def _work(entry: Entry, picture: Picture) -> Iterator[str]:
    first = entry.columns[0]
    title = next((line for line in first.lines if line.role is Role.TITLE), first.lines[0])
    yield f'<article class="work">\n<header><span class="number">{entry.number}</span>'
    yield f"<h2{spoken_in(title.language)}>{_safe(title.words)}</h2>"
    yield f"<code><bdi>{_safe(entry.work.id)}</bdi></code></header>\n"
    yield '<div class="top">\n<div>\n'
    yield from _picture(entry, picture)
    yield "</div>\n<aside>\n"
    yield from _sign(lines=True)
    yield "</aside>\n</div>\n"
    yield from _facts(entry.facts)
    yield from _columns(entry.columns)
    if entry.problems:
        yield '<ul class="problems">\n'
        yield from map(_problem, entry.problems)
        yield "</ul>\n"
    yield "</article>\n"


def _picture(entry: Entry, picture: Picture) -> Iterator[str]:
    work = entry.work
    if picture is None:
        yield '<div class="card"><b>No picture</b><span>The label is shown as a card.</span></div>\n'
        return
    if isinstance(picture, Failed):
        yield f'<div class="card broken"><b><bdi>{_safe(picture.message)}</bdi></b>'
        yield f"<span><bdi>{_safe(picture.remedy)}</bdi></span></div>\n"
        return
    alt, language = work.alt.resolve(entry.columns[0].language)
    data = base64.b64encode(picture.jpeg).decode("ascii")
    yield f'<figure><div class="frame"><img alt="{_safe(alt)}"{spoken_in(language) if alt else ""} '
    yield f'src="data:image/jpeg;base64,{data}">'
    if work.safe:
        left, top, right, bottom = work.safe
        yield f'<span class="box safe" style="{_at(left, top, right - left, bottom - top)}"></span>'
    for number, detail in numbered(work):
        yield f'<span class="box" style="{_at(*detail.at)}"><b>{number}</b></span>'
    if work.focus != MIDDLE:
        x, y = work.focus
        yield f'<span class="focus" style="left:{x:.2%};top:{y:.2%}"></span>'
    name = display_name(work.picture)[1:-1] if work.picture else ""
    yield f"</div><figcaption><bdi>{_safe(name)}</bdi>, {picture.width:,} × {picture.height:,} pixels</figcaption>"
    yield "</figure>\n"


def _columns(columns: Sequence[Column]) -> Iterator[str]:
    count = len(columns)
    across = count if count <= 4 else 3 if count in (5, 6, 9) else 4
    yield f'<div class="columns" data-n="{across}" style="--n:{across}">\n'
    for column in columns:
        yield f'<section{spoken_in(column.language)}>\n<p class="language" lang="en">{_safe(column.name)}</p>\n'
        yield '<div class="label">\n'
        yield from (_line(column, line) for line in column.lines)
        yield "</div>\n"
        for part in column.parts:
            yield from _part(column, part)
        if column.missing:
            yield f'<p class="missing" lang="en">Missing: {_safe(", ".join(column.missing))}</p>\n'
        yield "</section>\n"
    yield "</div>\n"


def _part(column: Column, part: Part) -> Iterator[str]:
    yield f'<div class="part label"><h4 lang="en">{_safe(part.heading)}</h4>\n'
    yield from (_line(column, line) for line in part.lines)
    yield "</div>\n"


def _line(column: Column, line: LabelLine) -> str:
    foreign = column.foreign(line)
    classes = [str(line.role), *(["upright"] if is_upright(line.language) and line.role is Role.TITLE else [])]
    if is_upright(line.language) and line.role is Role.DESCRIPTION:
        classes.append("sans")
    words = _safe(line.words).replace("\n", "<br>")
    if foreign:
        tag = f' <span class="tag" lang="en">[{_safe(foreign)}]</span>'
        return (
            f'<p class="{" ".join(classes)}"{spoken_in(line.language)}><span class="foreign">{words}</span>{tag}</p>\n'
        )
    return f'<p class="{" ".join(classes)}"{spoken_in(line.language)}>{words}</p>\n'


def _facts(facts: Sequence[tuple[str, str]]) -> Iterator[str]:
    if facts:
        yield '<dl class="facts">\n'
        for name, words in facts:
            style = ' class="digest"' if name == "SHA-256" else ""
            yield f"<dt>{name}</dt><dd{style}><bdi>{_safe(words)}</bdi></dd>\n"
        yield "</dl>\n"


def _sign(*, lines: bool) -> Iterator[str]:
    yield '<div class="sign"><ol><li>approved</li><li>change</li></ol>'
    yield '<div class="fill"><span>date</span><span>initials</span></div>'
    yield '<div class="lines"></div></div>\n' if lines else "</div>\n"


def _at(left: float, top: float, width: float, height: float) -> str:
    return f"left:{left:.2%};top:{top:.2%};width:{width:.2%};height:{height:.2%}"


def _safe(words: str) -> str:
    return escape(words.encode(errors="replace").decode().translate(_CONTROLS))


def _in_css(words: str) -> str:
    """Words as a string of CSS that nothing in them can end."""
    said = "".join(letter if letter.isalnum() or letter == " " else f"\\{ord(letter):06x} " for letter in words)
    return f'"{said}"'
