"""Texts in several languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

UNTAGGED = ""
"""The language of a plain string in the manifest: shown in every language that has no text of its own."""


class Text(msgspec.Struct, frozen=True):
    """One text in any number of languages; empty when there is nothing to say.

    `by_language` holds (language tag, words) in the order of the manifest. A plain string is tagged `UNTAGGED`.
    """

    by_language: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return any(words for _, words in self.by_language)

    @property
    def languages(self) -> tuple[str, ...]:
        """The language tags that have words, without `UNTAGGED`."""
        return tuple(tag for tag, words in self.by_language if tag != UNTAGGED and words)

    def resolve(self, language: str, fallbacks: Iterable[str] = ()) -> tuple[str, str]:
        """The words for a visitor reading `language`, and the tag of the language they are in.

        Rule (IIIF Presentation 3, language of property values): the same tag, else the same primary language
        (`pt` for `pt-BR`), then the same for each of `fallbacks`, then the untagged words, then the first language
        that has any. Returns ("", language) when there are no words at all.
        """
        spoken = {tag: words for tag, words in self.by_language if words}
        for wanted in (language, *fallbacks):
            if wanted in spoken:
                return spoken[wanted], wanted
            primary = wanted.partition("-")[0].lower()
            for tag, words in spoken.items():
                if tag != UNTAGGED and tag.partition("-")[0].lower() == primary:
                    return words, tag
        if UNTAGGED in spoken:
            return spoken[UNTAGGED], language
        for tag, words in spoken.items():
            return words, tag
        return "", language

    def words(self, language: str, fallbacks: Iterable[str] = ()) -> str:
        """The words of `resolve` alone."""
        return self.resolve(language, fallbacks)[0]


def plain(words: str) -> Text:
    """A text that is the same in every language."""
    return Text(((UNTAGGED, words),) if words else ())
