"""Finding works by what is typed: all that their labels say shortly, folded into one text that is scanned."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from kiosk.exhibition.folding import begins_within, fold
from kiosk.exhibition.traits import set_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibition.model import Exhibition, Work

MOST_OF_A_WORK = 600
"""Bytes that are kept of one work; what matters most comes first."""
MOST = 32_000_000
"""Bytes that are kept of all works."""
AT_A_TIME = 64
"""Works that are read between two looks at the clock: two or three milliseconds."""


class SearchIndex:
    """The works of an exhibition to be searched. It is made little by little, by `grow`, and at the first search.

    Of each work it has title, creator, date, accession number and medium, in all languages, and its themes' names.
    """

    def __init__(self, exhibition: Exhibition) -> None:
        self._unread: Iterator[Work] = iter(exhibition.works)
        self._size = len(exhibition.works)
        self._most = min(MOST_OF_A_WORK, MOST // max(1, self._size))
        self._text = bytearray()
        self._starts = array("I", [0])
        bits = exhibition.traits.themes
        self._themes = [
            (_record(text for _, text in theme.name.by_language), bits[theme.id]) for theme in exhibition.themes
        ]

    @property
    def complete(self) -> bool:
        """Whether all works have been read."""
        return len(self._starts) > self._size

    @property
    def memory(self) -> int:
        """Bytes that it takes."""
        return len(self._text) + self._starts.itemsize * len(self._starts)

    def grow(self, works: int = AT_A_TIME) -> bool:
        """Read so many works more. Whether some are left."""
        for work in islice(self._unread, works):
            self._text += record_of(work)[: self._most] + b"\n"
            self._starts.append(len(self._text))
        return not self.complete

    def find(self, typed: str) -> int:
        """The works that have all words typed, as a set: an int with bit `i` for `Exhibition.works[i]`.

        A word is found where words begin, in some scripts anywhere; one that is found nowhere so, anywhere. What is
        written without a space is found as it is written. Nothing typed finds all works.
        """
        while self.grow(self._size):
            pass
        found = (1 << self._size) - 1
        for word in filter(None, map(fold, typed.split())):
            if not found:
                break
            found &= self._with(word)
        return found

    def _with(self, word: str) -> int:
        needle = word.encode()
        if begins_within(word[0]):
            return self._hits(needle)
        return self._hits(b" " + needle) or self._hits(needle)

    def _hits(self, needle: bytes) -> int:
        text, starts = self._text, self._starts
        bits = bytearray(self._size // 8 + 1)
        at = text.find(needle)
        while at >= 0:
            work = bisect_right(starts, at) - 1
            bits[work >> 3] |= 1 << (work & 7)
            at = text.find(needle, starts[work + 1])
        found = set_of(bytes(bits))
        for name, works in self._themes:
            if needle in name:
                found |= set_of(works)
        return found


def record_of(work: Work) -> bytes:
    """What is searched of a work: its fields, folded, in UTF-8."""
    return _record(_fields(work))


def _fields(work: Work) -> Iterator[str]:
    yield from (words for _, words in work.title.by_language)
    yield from (words for _, words in work.creator.by_language)
    yield work.accession
    yield from (words for _, words in work.date.by_language)
    if not work.title:
        yield work.id
    yield from (words for _, words in work.medium.by_language)


def _record(fields: Iterator[str]) -> bytes:
    """Each field once, between tabs that no word reaches across."""
    return "".join(f"\t {folded}" for folded in dict.fromkeys(map(fold, fields)) if folded).encode()
