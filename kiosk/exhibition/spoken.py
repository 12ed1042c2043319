"""What is read aloud of a work: its alternative text, then its label, in passages short enough to stop at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.label import Role, label_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.exhibition.model import Exhibition, Work

LONGEST = 240
"""The most characters of a passage: a quarter of a minute. A pause goes back to the beginning of its passage."""
READ = frozenset((Role.CREATOR, Role.TITLE, Role.DATE, Role.MEDIUM, Role.DESCRIPTION))
"""The lines of a label that are worth hearing; credit, accession number and the like are there to be looked up."""

_PARAGRAPH = re.compile(r"\s*\n\s*")
_SENTENCE = re.compile(r"(?<=[.!?\u2026\u061f\u06d4])[\"»”’)\]]*\s+(?=[^\d\s])|(?<=[\u3002\uff01\uff1f])")
_SPACE = re.compile(r"\s+")
_UNHEARD = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]")
_HEARD = re.compile(r"\w")


class Passage(msgspec.Struct, frozen=True):
    """Words read in one breath, and the tag of the language they are in."""

    words: str
    language: str


def passages(work: Work, exhibition: Exhibition, language: str, fallbacks: Iterable[str] = ()) -> tuple[Passage, ...]:
    """Everything to read of `work` to a visitor of `language`, each run of text in the language that it is in."""
    rest = tuple(fallbacks)
    described, spoken = work.alt.resolve(language, rest)
    lines = [line for line in label_lines(work, exhibition, language, rest) if line.role in READ]
    runs = [(described, spoken), *((line.words, line.language) for line in lines)]
    return tuple(Passage(part, tag) for words, tag in runs for part in parts(words))


def parts(words: str) -> Iterator[str]:
    """`words` by paragraphs, and a long paragraph by sentences, each part of at most `LONGEST` characters.

    All that can be heard is in the parts, in its order; marks of writing direction and empty lines are not.
    """
    for paragraph in _PARAGRAPH.split(_UNHEARD.sub("", words.replace("\r", "\n"))):
        yield from filter(_HEARD.search, _joined(_sentences(paragraph.strip())))


def _sentences(paragraph: str) -> Iterator[str]:
    if len(paragraph) <= LONGEST:
        yield paragraph
        return
    for sentence in sentences(paragraph):
        yield from _cut(sentence)


def sentences(paragraph: str) -> Iterator[str]:
    """The sentences of a paragraph, told by their points."""
    start = 0
    # "c. 1972" and "i. e. so" go on after their points.
    ends = (gap.end() for gap in _SENTENCE.finditer(paragraph) if not paragraph[gap.end() : gap.end() + 1].islower())
    for end in (*ends, len(paragraph)):
        yield paragraph[start:end].strip()
        start = end


def _cut(sentence: str) -> Iterator[str]:
    """A sentence that is too long is cut between words, and where there is no space, anywhere."""
    while len(sentence) > LONGEST:
        spaces = [space.start() for space in _SPACE.finditer(sentence, 1, LONGEST)]
        end = spaces[-1] if spaces else LONGEST
        yield sentence[:end]
        sentence = sentence[end:].strip()
    yield sentence


def _joined(sentences: Iterable[str]) -> Iterator[str]:
    """Short sentences together, as long as they fit one passage."""
    held = ""
    for sentence in sentences:
        if held and len(held) + 1 + len(sentence) > LONGEST:
            yield held
            held = sentence
        else:
            held = f"{held} {sentence}".strip()
    yield held
