"""What the words of an exhibition lack, and where there are too many of them."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from kiosk.exhibition.label import LabelLine, Role, paragraphs, word_count
from kiosk.exhibition.problems import Severity
from kiosk.exhibition.spoken import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kiosk.exhibition.findings import Findings
    from kiosk.exhibition.guarded_yaml import FieldPath
    from kiosk.exhibition.model import Exhibition, Work
    from kiosk.exhibition.text import Text

LABEL_WORDS = 100
"""Words of a label that are read (Smithsonian Guidelines for Accessible Exhibition Design: 75 to 100 at most)."""
INTRO_WORDS = 300
"""The same of an introduction (Serrell, Exhibit Labels, 2015)."""
SENTENCE_WORDS = 25
"""Words of a sentence at most (Smithsonian; 15 are better)."""
FIELDS = (
    *("creator", "creator_bio", "title", "date", "medium", "dimensions", "description", "credit", "alt", "rights"),
)
"""The texts of a work that visitors read or hear."""
_BEFORE_NUMBER = re.compile(r"(?:(?<=\w{3}[.!?…])|(?<=[가-힣][.!?…]))\s+(?=\d)")
"""Where a sentence may begin with a number; "c. 1972" goes on. Words that end Korean ones are short: "했다. 1972년"."""

Named = tuple[str, "Text"]
"""The name of a field, and its text."""


def note_texts(exhibition: Exhibition, findings: Findings, places: Mapping[str, int]) -> None:
    """Note what the texts of `exhibition` lack. `places`: each work's place in the manifest."""
    languages = _written(exhibition)
    for place, named in _of_exhibition(exhibition):
        _note_translations(languages, named, place, findings)
    _note_length(exhibition.intro, INTRO_WORDS, "introduction", ("exhibition", "intro"), findings)
    for work in exhibition.works:
        path: FieldPath = ("works", places.get(work.id, 0))
        if work.picture and not work.alt:
            message = "There is no alt text for those who cannot see the picture."
            _hint("no-alt", path, message, "Add alt: and what the picture shows.", work, findings)
        if work.picture and not work.credit:
            _hint(
                "no-credit", path, "There is no credit line.", "Add credit:, such as Gift of a friend.", work, findings
            )
        if exhibition.themes and not work.themes:
            message = "The work belongs to no theme: who chooses one does not find it."
            _hint("no-theme", path, message, "Add themes: and one of the exhibition's.", work, findings)
        _note_translations(languages, texts_of(work), path, findings, work.id)
        _note_length(work.description, LABEL_WORDS, "label", (*path, "description"), findings, work.id)


def texts_of(work: Work) -> Iterator[Named]:
    """Each text of a work that has words, by the name of its field."""
    for name in FIELDS:
        if (name != "dimensions" or work.size_cm is None) and (text := getattr(work, name)):
            yield name, text
    for index, detail in enumerate(work.details):
        yield f"details[{index}]", detail.text


def _hint(rule: str, path: FieldPath, message: str, remedy: str, work: Work, findings: Findings) -> None:
    findings.add(rule, path, message, remedy, Severity.HINT, work=work.id)


def _of_exhibition(exhibition: Exhibition) -> Iterator[tuple[FieldPath, tuple[Named, ...]]]:
    for name in ("title", "subtitle", "intro", "venue"):
        yield ("exhibition", name), ((name, getattr(exhibition, name)),)
    for theme in exhibition.themes:
        yield ("themes", theme.id), (("name", theme.name), ("teaser", theme.teaser))


def _written(exhibition: Exhibition) -> tuple[str, ...]:
    """The languages in which there is any text of words; one without is told of when the manifest is read."""
    texts = chain(
        (text for _, named in _of_exhibition(exhibition) for _, text in named),
        (text for work in exhibition.works for _, text in texts_of(work)),
    )
    unheard = set(exhibition.languages)
    for text in texts:
        unheard -= {language for language in unheard if text and not text.lacks(language) and text.languages}
        if not unheard:
            break
    return tuple(language for language in exhibition.languages if language not in unheard)


def missing_translations(languages: Sequence[str], named: Iterable[Named]) -> dict[str, list[str]]:
    """The fields that lack words in each of `languages` that lacks any."""
    missing: dict[str, list[str]] = {}
    for name, text in named:
        for language in languages:
            if text.lacks(language):
                missing.setdefault(language, []).append(name)
    return missing


def _note_translations(
    languages: Sequence[str], named: Iterable[Named], path: FieldPath, findings: Findings, work: str = ""
) -> None:
    missing = missing_translations(languages, named)
    if missing:
        fields = "; ".join(f"{language}: {', '.join(names)}" for language, names in missing.items())
        message = f"Not translated, and shown in another language: {fields}."
        findings.add("no-translation", path, message, "Add the words in that language.", Severity.HINT, work=work)


def _note_length(text: Text, most: int, thing: str, path: FieldPath, findings: Findings, work: str = "") -> None:
    """Note that a text is too long in some languages, and else that a sentence of it is."""
    counted = {tag: _count(words, tag) for tag, words in text.by_language}
    long = {tag: words for tag, words in counted.items() if words > most}
    if long:
        said = ", ".join(f"{words} words{tag and f' ({tag})'}" for tag, words in long.items())
        message = f"The {thing} has {said}; few visitors read more than {most}."
        findings.add("long-text", path, message, f"Shorten it to {most} words or fewer.", Severity.HINT, work=work)
    sentence = {tag: _longest_sentence(words, tag) for tag, words in text.by_language if counted[tag] > SENTENCE_WORDS}
    long = {tag: words for tag, words in sentence.items() if words > SENTENCE_WORDS}
    if long:
        said = ", ".join(f"{words} words{tag and f' ({tag})'}" for tag, words in long.items())
        message = f"A sentence of the {thing} has {said}; up to {SENTENCE_WORDS} are easy to read."
        findings.add("long-sentence", path, message, "Make two of it.", Severity.HINT, work=work)


def _count(words: str, language: str) -> int:
    return word_count((LabelLine(Role.DESCRIPTION, words, language),))


def _longest_sentence(words: str, language: str) -> int:
    whole = (sentence for part in paragraphs(words) for sentence in sentences(part))
    parts = (part for sentence in whole for part in _BEFORE_NUMBER.split(sentence))
    return max((_count(sentence, language) for sentence in parts), default=0)
