"""Subjects in several languages: which of them are one, and what it is called in each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kiosk.exhibition.folding import fold
from kiosk.exhibition.text import UNTAGGED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiosk.staff.importing.draft import Said


class Tongues:
    """All the words for subjects in a source, `saids`, each as a work has it.

    A subject is known by its words in the leading language, the one that most of them begin with, whatever their case
    and accents. One that a work has in another language alone is the same if these words stand beside just one subject
    of the leading language elsewhere: "Город" is Town where another row says both.
    """

    def __init__(self, saids: Iterable[Said]) -> None:
        listed = [dict(_spoken(said)) for said in saids]
        first = Counter(next(iter(spoken)) for spoken in listed if len(spoken) > 1)
        self._leading = first.most_common(1)[0][0] if first else ""
        beside: dict[tuple[str, str], set[str]] = defaultdict(set)
        for spoken in listed:
            if lead := fold(spoken.get(self._leading, "")):
                for language, words in spoken.items():
                    beside[language, fold(words)].add(lead)
        self._same = {words: next(iter(leads)) for words, leads in beside.items() if len(leads) == 1}
        self._spelled: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for spoken in listed:
            for language, words in spoken.items():
                self._spelled[self._key(spoken)][language][words] += 1

    def key(self, said: Said) -> str:
        """What a subject is known by, in whichever languages a work has it; empty for no words."""
        return self._key(dict(_spoken(said)))

    def _key(self, spoken: Mapping[str, str]) -> str:
        if self._leading in spoken:
            return fold(spoken[self._leading])
        same = (self._same.get((language, fold(words))) for language, words in spoken.items())
        return next(filter(None, same), "") or fold(next(iter(spoken.values()), ""))

    def said(self, key: str) -> Said:
        """A subject in all languages that any work has it in, the leading one first, each as it is usually spelled."""
        spelled = self._spelled[key]
        words = {language: spelled[language].most_common(1)[0][0] for language in self._languages(key)}
        return words[UNTAGGED] if list(words) == [UNTAGGED] else {tag: each for tag, each in words.items() if tag}

    def words(self, key: str) -> str:
        """A subject in the first of its languages."""
        return self._spelled[key][self._languages(key)[0]].most_common(1)[0][0]

    def _languages(self, key: str) -> list[str]:
        return sorted(self._spelled[key], key=lambda language: language != self._leading)


def _spoken(said: Said) -> Iterator[tuple[str, str]]:
    pairs = said.items() if isinstance(said, Mapping) else ((UNTAGGED, said),)
    return ((str(language), words) for language, words in pairs if fold(words))
