"""Texts in several languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

UNTAGGED = ""
"""The language of a plain string in the manifest: shown in every language that has no text of its own."""

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "syr", "ug", "ur", "yi"))

_UPRIGHT = frozenset(("ar", "fa", "he", "hi", "ja", "ko", "th", "ur", "yi", "zh"))


def language_tag(words: str) -> str | None:
    """`words` as a language tag (BCP 47) in its usual spelling, such as `zh-Hant-TW`; None when it is not like one."""
    if not _TAG.fullmatch(words):
        return None
    first, *others = words.split("-")
    return "-".join((first.lower(), *map(_usual_spelling, others)))


def _usual_spelling(part: str) -> str:
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()


def primary(language: str) -> str:
    """The language itself without script and region: `zh` of `zh-Hant`."""
    return language.partition("-")[0].lower()


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left; a script in the tag decides first."""
    parts = language.lower().split("-")
    if any(len(part) == 4 and part.isalpha() for part in parts[1:]):
        return not {"arab", "hebr", "syrc", "thaa", "nkoo", "adlm"}.isdisjoint(parts[1:])
    return parts[0] in _RIGHT_TO_LEFT


def is_upright(language: str) -> bool:
    """Whether the language's script is not set in italics, and has no letters in our serif face."""
    return primary(language) in _UPRIGHT


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

        Rule (IIIF Presentation 3, language of property values): all words of the best match for `language`, else the
        untagged ones, else one language, all of it: the first of `fallbacks` that has a match, else the first that has
        words. Several texts of one language are a paragraph each. The best match is the same tag, else the longest of
        its beginnings (RFC 4647, lookup: `zh-Hant` for `zh-Hant-TW`), else the first of the same primary language
        (`pt-BR` for `pt`). Returns ("", language) when there are no words at all.
        """
        spoken: dict[str, str] = {}
        for tag, words in self.by_language:
            if words:
                spoken[tag] = f"{spoken[tag]}\n{words}" if tag in spoken else words
        if (matched := _best_match(language, spoken)) is not None:
            return spoken[matched], matched
        if UNTAGGED in spoken:
            return spoken[UNTAGGED], language
        for wanted in fallbacks:
            if (matched := _best_match(wanted, spoken)) is not None:
                return spoken[matched], matched
        for tag, words in spoken.items():
            return words, tag
        return "", language

    def lacks(self, language: str) -> bool:
        """Whether there are words, and a reader of `language` gets those of another language all the same."""
        spoken = [tag for tag, words in self.by_language if words]
        return bool(spoken) and UNTAGGED not in spoken and _best_match(language, spoken) is None

    def words(self, language: str, fallbacks: Iterable[str] = ()) -> str:
        """The words of `resolve` alone."""
        return self.resolve(language, fallbacks)[0]


def _best_match(wanted: str, spoken: Iterable[str]) -> str | None:
    """The tag that serves a reader of `wanted` best; None if none does."""
    tags = {tag.lower(): tag for tag in spoken if tag != UNTAGGED}
    parts = wanted.lower().split("-")
    for length in range(len(parts), 0, -1):
        beginning = "-".join(parts[:length])
        if beginning in tags:
            return tags[beginning]
    return next((tag for tag in tags.values() if primary(tag) == parts[0]), None)


def plain(words: str) -> Text:
    """A text that is the same in every language."""
    return Text(((UNTAGGED, words),) if words else ())
