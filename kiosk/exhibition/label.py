"""The label of a work: which lines, in which order, in the words of the visitor's language."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.lengths import left_to_right, size_words
from kiosk.exhibition.model import LabelOrder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.exhibition.model import Exhibition, Work


class Role(StrEnum):
    """What a line of a label says. `TITLE` is set in italics; a `DATE` belongs to the title above it."""

    CREATOR = "creator"
    CREATOR_BIO = "creator-bio"
    TITLE = "title"
    DATE = "date"
    MEDIUM = "medium"
    DIMENSIONS = "dimensions"
    DESCRIPTION = "description"
    CREDIT = "credit"
    ACCESSION = "accession"
    RIGHTS = "rights"
    EXHIBITION = "exhibition"
    SUBTITLE = "subtitle"
    DATES = "dates"
    VENUE = "venue"
    WORKS = "works"


class LabelLine(msgspec.Struct, frozen=True):
    """One line of a label. `language` is the tag of the language its words are in."""

    role: Role
    words: str
    language: str


_EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_MAKER = (Role.CREATOR, Role.CREATOR_BIO)
_NAME = (Role.TITLE, Role.DATE)
_REST = (Role.MEDIUM, Role.DIMENSIONS, Role.DESCRIPTION, Role.CREDIT, Role.ACCESSION, Role.RIGHTS)
_ORDERS = {
    LabelOrder.CREATOR_FIRST: _MAKER + _NAME + _REST,
    LabelOrder.TITLE_FIRST: _NAME + _MAKER + _REST,
}


def label_lines(
    work: Work, exhibition: Exhibition, language: str, fallbacks: Iterable[str] = ()
) -> tuple[LabelLine, ...]:
    """The lines of `work`'s label that have something to say; a long text has a line for each of its paragraphs."""
    return tuple(_lines(work, _ORDERS[exhibition.label_order], language, tuple(fallbacks)))


def _lines(work: Work, roles: Iterable[Role], language: str, fallbacks: tuple[str, ...]) -> Iterator[LabelLine]:
    for role in roles:
        if role is Role.ACCESSION:
            words, spoken = left_to_right(work.accession, language), language
        elif role is Role.DIMENSIONS and work.size_cm is not None:
            words, spoken = size_words(work.size_cm, language), language
        else:
            words, spoken = getattr(work, role.replace("-", "_")).resolve(language, fallbacks)
        for part in paragraphs(words) if role is Role.DESCRIPTION else (words,):
            if part:
                yield LabelLine(role, part, spoken)


def exhibition_lines(
    exhibition: Exhibition, dates: str, works: int, language: str, fallbacks: Iterable[str] = ()
) -> tuple[LabelLine, ...]:
    """The label of the exhibition itself. `dates` are words of `language`; of `works` the number is told."""
    rest = tuple(fallbacks)
    said = (
        (Role.EXHIBITION, exhibition.title.resolve(language, rest)),
        (Role.SUBTITLE, exhibition.subtitle.resolve(language, rest)),
        (Role.DATES, (dates, language)),
        (Role.VENUE, exhibition.venue.resolve(language, rest)),
        (Role.WORKS, (str(works or ""), language)),
    )
    intro, spoken = exhibition.intro.resolve(language, rest)
    named = tuple(LabelLine(role, words, tag) for role, (words, tag) in said if words)
    return named + tuple(LabelLine(Role.DESCRIPTION, part, spoken) for part in paragraphs(intro))


def paragraphs(words: str) -> tuple[str, ...]:
    """A text's paragraphs: what stands between empty lines, or each line where there is no empty one."""
    parts = _EMPTY_LINES.split(words.strip()) if _EMPTY_LINES.search(words) else words.splitlines()
    return tuple(part.strip() for part in parts if part.strip())


_TWO_A_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?")


def word_count(lines: Iterable[LabelLine]) -> int:
    """How many words there are to read. Of scripts without spaces (Han, kana), two characters count as a word."""
    characters = words = 0
    for line in lines:
        spaced, found = _TWO_A_WORD.subn(" ", line.words)
        characters += found
        words += len(_WORD.findall(spaced))
    return words + (characters + 1) // 2
