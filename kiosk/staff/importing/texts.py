"""Texts of a source in any languages, put together and handed over as a manifest can write them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.text import UNTAGGED, Text, language_tag
from kiosk.staff.importing.draft import Kind, Remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.staff.importing.draft import Origin, Said

_NO_LANGUAGE = frozenset(("none", "und", "zxx", "mis", "mul", "x-default"))
_MOST_WORDS = 20_000


def tag_of(written: object) -> str:
    """The language tag that a source writes, in its usual spelling; `UNTAGGED` where it is none."""
    words = written.strip().replace("_", "-") if isinstance(written, str) else ""
    if words.lower().lstrip("@") in _NO_LANGUAGE:
        return UNTAGGED
    return language_tag(words) or UNTAGGED


def joined(texts: Iterable[Text], by: str = "\n") -> Text:
    """`texts` one after the other in every language that any of them has; what says nothing new is left out.

    A text without words of a language stands there in the language that its visitors are shown in its place.
    """
    parts = [text for text in texts if text]
    if len(parts) < 2:
        return parts[0] if parts else Text()
    tags = tuple(dict.fromkeys(tag for part in parts for tag in part.languages))
    mixed = any(part.languages and UNTAGGED in dict(part.by_language) for part in parts)
    wanted = (*tags, UNTAGGED) if mixed or not tags else tags
    return Text(tuple((tag, _in_one(parts, tag, tags, by)) for tag in wanted))


def _in_one(parts: Iterable[Text], tag: str, tags: tuple[str, ...], by: str) -> str:
    said = ""
    for part in parts:
        words = part.words(tag, tags)
        if words and words.casefold() not in said.casefold():
            said = f"{said}{by}{words}" if said else words
    return said


class Offer(NamedTuple):
    """The languages that visitors can choose, and those in which there are too few words for that."""

    languages: tuple[str, ...]
    others: tuple[str, ...] = ()


def offer_of(heading: Text, works: Iterable[Iterable[Text]]) -> Offer:
    """The languages of the heading, and those of half as many works as have the most usual one.

    A single title in Latin does not make an exhibition one to be read in Latin.
    """
    counts: Counter[str] = Counter()
    for texts in works:
        counts.update({tag: 1 for text in texts for tag in text.languages})
    most = max(counts.values(), default=0)
    usual = [tag for tag, count in counts.most_common() if count * 2 >= most]
    languages = tuple(dict.fromkeys((*heading.languages, *usual)))
    return Offer(languages, tuple(tag for tag in counts if tag not in languages))


def few_words_in(languages: Sequence[str], origin: Origin) -> Remark:
    """Languages that visitors are not offered."""
    message = f"There are a few texts in {', '.join(languages)}; visitors are not offered to read in them."
    return Remark(Kind.GUESSED, "language", origin, message, "Add them to exhibition.languages, if they should be.")


def said(text: Text, languages: Iterable[str] = (), by: str = "\n") -> Said:
    """`text` as a manifest writes it: words alone where no language is named, else words by language.

    A manifest has no place for words without a language beside others. By the rule of IIIF those are for whoever finds
    none of their own, so they go to each of `languages` that has none.
    """
    spoken: dict[str, list[str]] = {}
    for tag, words in text.by_language:
        if words and words not in spoken.setdefault(tag, []):
            spoken[tag].append(words)
    told = {tag: by.join(words)[:_MOST_WORDS] for tag, words in spoken.items() if words}
    alone = told.pop(UNTAGGED, "")
    if not told:
        return alone
    rest = Text((*told.items(), (UNTAGGED, alone)))
    return told | {tag: words for tag in languages if alone and tag not in told and (words := rest.words(tag)) == alone}
