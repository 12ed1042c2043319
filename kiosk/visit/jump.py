"""The marks of a strip that leads into a long wall: years or letters, as many as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from kiosk.exhibition.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

LONG = 60
"""Works from which on a wall is long: several screens of it."""
FEWEST = 3
"""Fewer marks lead nowhere."""
NONE = ""
"""The mark of works without a date or creator."""
OTHER = "#"
"""The mark of names that begin with no letter."""

_STEPS = (1, 5, 10, 20, 50, 100, 500, 1000)


class Mark(NamedTuple):
    """What a mark says, and the place of the first work it stands for."""

    label: str
    place: int


def year_marks(years: Sequence[int | None], most: int) -> tuple[Mark, ...]:
    """At most `most` marks for works with these years, ascending, those without at the end.

    For every year, else for every 5, 10, 50 and so on, whatever is the finest that fits.
    """
    found: list[Mark] = []
    for step in _STEPS:
        found = _changes(NONE if year is None else str(year // step * step) for year in years)
        if len(found) <= most:
            return tuple(found)
    return thinned(found, most)


def letter_marks(letters: Iterable[str], most: int) -> tuple[Mark, ...]:
    """At most `most` marks for works whose creators' names have these letters, in their order."""
    return thinned(_changes(letters), most)


def thinned(marks: Sequence[Mark], most: int) -> tuple[Mark, ...]:
    """At most `most` of the marks, evenly, the first and the last among them where there is room for two."""
    if len(marks) <= most:
        return tuple(marks)
    if most < 2:
        return tuple(marks[:most])
    return tuple(marks[round(step * (len(marks) - 1) / (most - 1))] for step in range(most))


def at(marks: Sequence[Mark], place: int) -> int:
    """Which mark stands for the work at this place; -1 before the first."""
    return sum(mark.place <= place for mark in marks) - 1


def letter_of(name: str, key: Callable[[str], Any]) -> str:
    """The letter under which a name is looked up, in the order of `key`, that of a language.

    Without its accent, unless the language has it as a letter of its own: after all names that begin with the plain
    one. A Korean syllable is looked up under its first consonant, a doubled one under the single.
    """
    first = next(iter(fold(name)), "")
    if not first or not first.isalpha():
        return OTHER if name.strip() else NONE
    if first in _DOUBLED:
        return _DOUBLED[first]
    plain = first.upper()
    written = normalize("NFC", name.strip())[:1].upper()
    if written == plain or fold(written) != first:
        return plain
    last_under_plain = plain + 3 * _LAST_LETTERS.get(plain, plain)
    return written if key(last_under_plain) < key(written) else plain


_DOUBLED = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
_LAST_LETTERS = {
    **dict.fromkeys(map(chr, range(ord("A"), ord("Z") + 1)), "Z"),
    **dict.fromkeys(map(chr, range(ord("А"), ord("Я") + 1)), "Я"),
}
"""The last letter of an alphabet, to make up the last name under a letter."""


def _changes(labels: Iterable[str]) -> list[Mark]:
    """A mark wherever something new begins; what comes again belongs to what is around it."""
    first: dict[str, int] = {}
    for place, label in enumerate(labels):
        first.setdefault(label, place)
    return [Mark(label, place) for label, place in first.items()]
