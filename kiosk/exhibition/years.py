"""The year in which a work was made, as far as the words of its date tell it."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from kiosk.exhibition.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.exhibition.model import Work


def year_of(work: Work, languages: Sequence[str] = ()) -> int | None:
    """The year to sort a work by: the curator's, else what its date says in any language, the first of these first.

    Years before Christ are negative. None for a work without a date that can be read.
    """
    if work.year is not None:
        return work.year
    spoken = (work.date.words(language) for language in languages[:1])
    years = map(year_in, dict.fromkeys(chain(spoken, (words for _, words in work.date.by_language))))
    return next((year for year in years if year is not None), None)


def year_in(words: str) -> int | None:
    """The first year that the words of a date speak of, such as 1972 of "c. 1972" and 1801 of "19th century"."""
    if len(words) == 4 and words.isascii() and words.isdigit():
        return int(words)
    said = fold(words)
    before = -1 if _BEFORE.search(said) else 1
    numbers = tuple(_YEAR.finditer(said))
    common = next((number for number in numbers if not _HIJRI.match(said, number.end())), None)
    century = _CENTURY.search(said)
    if century and not (common and common.start() < century.start()):
        number = _number_of(century)
        return None if number is None else _first_of(number, said, before)
    if common:
        return before * int(common["year"])
    if numbers:
        return round(621.6 + 0.97 * int(numbers[0]["year"]))
    small = _SMALL.search(said)
    return before * int(small["before"] or small["after"]) if small else None


_YEAR = re.compile(r"(?<!\d)(?P<year>\d{3,4})(?!\d)")
_HIJRI = re.compile(r" ?(?:ه(?!\w)|ah\b)")
_SMALL = re.compile(
    r"\b(?P<before>\d{1,2}) ?(?:ad\b|ce\b|bce?\b|г\b|год|ㄴㅕㄴ|م\b|ق م)|"
    r"(?:\bad|\bㅅㅓㄱㅣ|\bㄱㅣㅇㅜㅓㄴㅈㅓㄴ) ?(?P<after>\d{1,2})\b"
)
_BEFORE = re.compile(r"\bbce?\b|\bдо н ?э\b|ㄱㅣㅇㅜㅓㄴㅈㅓㄴ|\bق م\b|قبل الميلاد|\bv chr\b|\bav j ?c\b")
_CENTURY = re.compile(
    r"\b(?P<number>\d{1,2})(?:st|nd|rd|th)?(?! half)(?: \w+){0,3} (?:centur|cent\b|c\b)|"
    r"\b(?P<counted>\d{1,2}) ?(?:e|eme|и|го)? ?(?:век|вв?\b|ㅅㅔㄱㅣ|jh|siecle|secolo)|"
    r"\b(?P<roman>[ivxіх]+) ?(?:e|eme)? ?(?:centur|век|вв?\b|siecle|secolo)|"
    r"\bsiglo (?P<siglo>[ivx]+)|"
    r"القرن (?:ال)?(?P<arabic>\d{1,2})|القرن (?P<spelled>[\w ]+)"
)
_ORDINALS = {
    **{
        fold(words): number
        for number, words in enumerate(
            (
                *("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"),
                *("الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر", "السادس عشر", "السابع عشر"),
                *("الثامن عشر", "التاسع عشر", "العشرين", "الحادي والعشرين"),
            ),
            1,
        )
    },
    fold("العشرون"): 20,
    fold("الحادي والعشرون"): 21,
}
_ROMAN = {"i": 1, "v": 5, "x": 10, "і": 1, "х": 10}
_LATE = re.compile(r"\blate\b|\bend of\b|\bконец|\bконца|ㅁㅏㄹ\b|\bاواخر|\bنهايه|\bspat|\bende\b|\bfin\b")
_MIDDLE = re.compile(r"\bmid|half|\bсередин|половин|ㅈㅜㅇㅂㅏㄴ|ㅎㅜㅂㅏㄴ|\bمنتصف|\bاواسط|\bmitte\b|\bmilieu\b")
_FIRST_HALF = re.compile(r"first half|1st half|первая половин|первои половин|النصف الاول")


def _number_of(century: re.Match[str]) -> int | None:
    """Which century is spoken of; None for one that there is not."""
    written = century["number"] or century["counted"] or century["arabic"]
    if written:
        return int(written) or None
    if century["spelled"]:
        words = f"{century['spelled']} "
        longest = sorted(_ORDINALS, key=len, reverse=True)
        return next((_ORDINALS[name] for name in longest if words.startswith(f"{name} ")), None)
    values = [_ROMAN[letter] for letter in century["roman"] or century["siglo"]]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True)) or None


def _first_of(century: int, said: str, before: int) -> int:
    """The first year of a century, or of the third of it that is spoken of."""
    start = 100 * (century - 1) + 1 if before > 0 else -100 * century
    if _FIRST_HALF.search(said):
        return start
    return start + (66 if _LATE.search(said) else 33 if _MIDDLE.search(said) else 0)
