"""Words that belong on one line, as typesetters keep them: joined by no-break spaces."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from unicodedata import east_asian_width

from kiosk.exhibition.lengths import CENTIMETRE, METRE, MILLIMETRE
from kiosk.exhibition.text import primary

SHORT_LAST = 8
"""The width of a word that is not left alone on the last line, in letters; a syllable of Korean counts for two."""
LONGEST = 22
"""The most that is kept together: a line in the largest letters on a narrow screen still has room for it."""
LEAST_WORDS = 3
"""Of fewer there is nothing to keep together: either line would have a word alone."""

_NUMBER = re.compile(r"[«(„\"]?\d(?:[\d.,:–-]*\d)?(?:-[\u0400-\u04ff]{1,2})?")
_INITIAL = re.compile(r"[«(„\"]?[^\W\d_]\.", re.UNICODE)
_ABBREVIATION = re.compile(r"[«(„\"]?[^\W\d_]{1,3}\.|№", re.UNICODE)
_UNITS = frozenset(("km", "px", "°", *CENTIMETRE.values(), *METRE.values(), *MILLIMETRE.values(), "cm", "m", "mm"))
_CYRILLIC = frozenset(("be", "bg", "ru", "uk"))
_PREPOSITIONS = "без|для|изо|над|обо|ото|под|при|про|из-за|из-под"  # noqa: RUF001 (Russian)
_PREPOSITION = re.compile(rf"[«(„\"]?(?:[\u0400-\u04ff]{{1,2}}|{_PREPOSITIONS})", re.IGNORECASE)
_PARTICLE = re.compile(r"(?:бы?|же?|ли|ль)[.,:;!?»”]*", re.IGNORECASE)
_COUNTED = re.compile(r"[\u0400-\u04ff]")


@lru_cache(maxsize=512)
def bind(words: str, language: str) -> str:
    """`words` with the spaces hardened at which `language` does not break a line.

    In every language: sides of a size, a number and its unit, initials and a name, an abbreviation and its number, a
    short last word and the one before it. In Russian and its kin besides: prepositions and other words of one or two
    letters with what follows, a particle or a dash with what precedes, a number and what it counts.
    """
    parts = words.replace(" × ", "\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}").split(" ")
    bound, width = parts[0], _width(parts[0])
    last = len(parts) - 1
    for place, (one, other) in enumerate(pairwise(parts), 1):
        kept = _keeps(one, other, language) or (place == last >= LEAST_WORDS - 1 and 0 < _width(other) <= SHORT_LAST)
        width += 1 + _width(other)
        if kept and width <= LONGEST:
            bound += f"\N{NO-BREAK SPACE}{other}"
        else:
            bound += f" {other}"
            width = _width(other)
    return bound


def _keeps(one: str, other: str, language: str) -> bool:
    if not one or not other:
        return False
    if _NUMBER.fullmatch(one.rpartition("×")[2].strip("\N{NO-BREAK SPACE}")):
        counted = primary(language) in _CYRILLIC and _COUNTED.match(other) is not None
        return counted or other.rstrip(".,;:)") in _UNITS
    if _INITIAL.fullmatch(one):
        return one[-2].isupper() or other[0].isdigit()
    if _ABBREVIATION.fullmatch(one):
        return other[0].isdigit()
    if primary(language) in _CYRILLIC:
        leads = _PREPOSITION.fullmatch(one) is not None and _PARTICLE.fullmatch(one) is None
        return leads or other == "—" or _PARTICLE.fullmatch(other) is not None
    return False


def _width(word: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in word)
