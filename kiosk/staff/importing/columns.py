"""Which column of a table is for what."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk.exhibition.folding import fold
from kiosk.exhibition.text import UNTAGGED, language_tag, primary
from kiosk.staff.importing.column_names import LANGUAGES, NAMES, TELLING, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Column(msgspec.Struct, frozen=True):
    """A column that may be used. `place` counts from 0. `rank` is lower for names that say more exactly what it holds.

    `chosen`: staff have said what it is for.
    """

    place: int
    heading: str
    role: Role
    language: str = UNTAGGED
    rank: int = 0
    chosen: bool = False


class Named(NamedTuple):
    """What a heading says: its column's role, how exactly, and in which language its words are."""

    role: Role
    rank: int
    language: str


_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BRACKETED = re.compile(r"(.*\S)\s*[(\[{]\s*([^()\[\]{}]+?)\s*[)\]}]\s*", re.DOTALL)
_MARKED = re.compile(r"(.*[^\s_:@./-])\s*(?:[:@/.]|\s[-–]\s)\s*([^\s:@/][^:@/]*?)\s*", re.DOTALL)
_ENDING = re.compile(r"(.*?[^\s_-])[\s_-]+([^\s_-]+(?:[_-](?:[A-Z][a-z]{3}|[A-Z]{2}|[a-z]{2}))?)\s*", re.DOTALL)
_CAPITALS = re.compile(r"(.*[a-z])([A-Z]{2})\s*", re.DOTALL)
_LAST = re.compile(r"(.*[^\s_-])[\s_-]+([^\s_-]+)\s*", re.DOTALL)


@cache
def heading_key(heading: str) -> str:
    """A heading to be compared: "artistDisplay_Name" and "Artist display name" are one."""
    return fold(_CAMEL.sub(" ", heading.strip()).replace("_", " "))


@cache
def _known() -> dict[str, tuple[Role, int]]:
    known: dict[str, tuple[Role, int]] = {}
    for role, names in NAMES.items():
        for rank, name in enumerate(names.split(";")):
            known.setdefault(heading_key(" ".join(name.split())), (role, rank))
    return known


@cache
def _languages() -> dict[str, str]:
    return {fold(name): tag for tag, names in LANGUAGES.items() for name in (tag, *names.split(";"))}


@cache
def named(heading: str) -> Named | None:
    """What a heading says, by its words and the language at its end; None where it is not known."""
    known = _known().get(heading_key(heading))
    if known:
        return Named(*known, UNTAGGED)
    for pattern in (_BRACKETED, _MARKED, _ENDING, _LAST, _CAPITALS):
        found = pattern.fullmatch(heading.strip())
        known = _known().get(heading_key(found[1])) if found else None
        if found and known:
            tag = _language(found[2])
            if tag:
                return Named(*known, tag)
            if pattern is _BRACKETED:
                return Named(*known, UNTAGGED)
    return None


def _language(words: str) -> str:
    """The tag of a language's code or name; empty for other words. Two letters are a code only if it is in use here."""
    if tag := _languages().get(fold(words)):
        return tag
    tag = language_tag(words.replace("_", "-")) or ""
    return tag if "-" in tag and primary(tag) in LANGUAGES else ""


def count_known(headings: Iterable[str]) -> int:
    """How many of a row's cells are headings of different things."""
    found = (named(heading) for heading in headings if heading and len(heading) <= 80)
    return len({(each.role, each.language) for each in found if each})


def columns_of(headings: Sequence[str], mapping: Mapping[tuple[Role, str], Sequence[str]]) -> tuple[Column, ...]:
    """The columns that are used, the best for each thing first: those of `mapping`, else those whose names are known.

    `mapping` has headings by role and language; where it speaks of a role, names that are known do not count.
    """
    columns = []
    for (role, language), wanted in mapping.items():
        for rank, heading in enumerate(wanted):
            place = find_heading(heading, headings)
            if place is not None:
                columns.append(Column(place, headings[place], role, language, rank, chosen=True))
    taken = {role for role, _ in mapping}
    places = {column.place for column in columns}
    for place, heading in enumerate(headings):
        known = named(heading) if heading else None
        if known and place not in places and known.role not in taken:
            columns.append(Column(place, heading, known.role, known.language, known.rank))
    return tuple(sorted(_labels_told(columns), key=lambda column: (column.rank, column.place)))


def _labels_told(columns: Sequence[Column]) -> Sequence[Column]:
    """A column called "label" or "caption" holds the text of the label where another one holds the title."""
    others = [column for column in columns if column.role is Role.TITLE and heading_key(column.heading) not in _EITHER]
    if not others or any(column.role is Role.DESCRIPTION for column in columns):
        return columns
    return [
        msgspec.structs.replace(column, role=Role.DESCRIPTION)
        if column.role is Role.TITLE and heading_key(column.heading) in _EITHER
        else column
        for column in columns
    ]


_EITHER = frozenset(("label", "caption"))


def find_heading(wanted: str, headings: Sequence[str]) -> int | None:
    """The place of the column that somebody calls `wanted`."""
    if wanted in headings:
        return headings.index(wanted)
    keys = [heading_key(heading) for heading in headings]
    return keys.index(heading_key(wanted)) if heading_key(wanted) in keys else None


def language_of_headings(columns: Iterable[Column]) -> str:
    """The language in which staff have named the columns; empty for English, and where headings do not tell."""
    votes = Counter(tag for column in columns if not column.language for tag in _spoken(column.heading))
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return "" if ranked[0][0] == "en" else ranked[0][0]


def told_by_headings(columns: Sequence[Column], language: str) -> tuple[Column, ...]:
    """The same columns; of several for one thing, such as "Title" and "제목", each is in the language of its heading.

    `language` is that of the table, empty for English; what is headed in it stays without one.
    """
    roles = Counter(column.role for column in columns if not column.language)
    return tuple(_in_its_language(column, language or "en") if roles[column.role] > 1 else column for column in columns)


def _in_its_language(column: Column, language: str) -> Column:
    tags = _spoken(column.heading)
    if column.language or column.chosen or len(tags) != 1 or tags[0] == language:
        return column
    return msgspec.structs.replace(column, language=tags[0])


@cache
def _spoken(heading: str) -> tuple[str, ...]:
    """The languages that a heading may be in, as far as it tells."""
    for tag, letters in (("ko", r"[\uac00-\ud7a3]"), ("ru", r"[\u0400-\u04ff]"), ("ar", r"[\u0600-\u06ff]")):
        if re.search(letters, heading):
            return (tag,)
    return tuple(tag for tag, words in _telling().items() if heading_key(heading) in words)


@cache
def _telling() -> dict[str, frozenset[str]]:
    return {
        tag: frozenset(heading_key(" ".join(word.split())) for word in words.split(";"))
        for tag, words in TELLING.items()
    }
