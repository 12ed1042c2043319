"""What is on a proof sheet, whatever it is drawn with: the exhibition, its problems, and each work in each language."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.label import LabelLine, Role, exhibition_lines, label_lines, paragraphs
from kiosk.exhibition.model import Work
from kiosk.exhibition.problems import Problem
from kiosk.exhibition.text import is_right_to_left, primary
from kiosk.staff.advising.texts import missing_translations, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kiosk.exhibition.model import Detail, Exhibition
    from kiosk.exhibition.text import Text
    from kiosk.staff.proofing.volumes import Volume

NAMES = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
"""What languages are called on a sheet; others by their tags alone."""
KEY = (
    "Words in red are shown in another language than that of their column. Red frame: a detail. Dashed blue frame: the "
    "part that is never cut. Blue ring: where the picture matters most."
)
"""What the marks on a sheet mean."""
FIELD_NAMES = {"creator_bio": "nationality and dates", "alt": "alt text"}


class Part(msgspec.Struct, frozen=True):
    """Words under a heading: `heading` such as "Alt text", and its paragraphs."""

    heading: str
    lines: tuple[LabelLine, ...]


class Column(msgspec.Struct, frozen=True):
    """All that visitors of one `language` are shown, in the order of the label. `missing`: what they are not told."""

    language: str
    lines: tuple[LabelLine, ...]
    parts: tuple[Part, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The language as it is called in English, and its tag."""
        known = NAMES.get(primary(self.language))
        return f"{known} ({self.language})" if known else self.language

    @property
    def right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        return is_right_to_left(self.language)

    def foreign(self, line: LabelLine) -> str:
        """The name of the language that a line is in, where it is not the column's; else empty."""
        if primary(line.language) == primary(self.language):
            return ""
        return NAMES.get(primary(line.language), line.language)


class Entry(msgspec.Struct, frozen=True):
    """One work: its `number` in the exhibition from 1, what is said of it, its facts (name, words), its problems."""

    number: int
    work: Work
    columns: tuple[Column, ...]
    facts: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...] = ()


class Sheet(msgspec.Struct, frozen=True):
    """What is on a sheet before the works. `digest` is the SHA-256 of the manifest's bytes.

    `problems` are those of the exhibition and of the works on it. Of a proof in several files, `number` is which one it
    is, from 1, and `files` are the names of all; what is true of the whole exhibition is in the first alone.
    """

    title: str
    language: str
    facts: tuple[tuple[str, str], ...]
    about: tuple[Column, ...]
    themes: tuple[Column, ...]
    problems: tuple[Problem, ...]
    digest: str
    proofed: str
    number: int = 1
    files: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """What it is, for a window's title."""
        return f"Proof of {self.title}{self._part(', ')}"

    @property
    def running(self) -> str:
        """What stands at the foot of each page."""
        return f"{self.title} · proof of {self.proofed} · {self.digest[:12]}{self._part(' · ')}"

    def _part(self, between: str) -> str:
        return f"{between}part {self.number:,} of {len(self.files):,}" if len(self.files) > 1 else ""


class Proofed(msgspec.Struct, frozen=True):
    """What is proofed: which program, when, the `digest` of which manifest, and which of the works (their places)."""

    version: str
    now: dt.datetime
    digest: str
    places: tuple[int, ...]
    selection: str = ""


def sheet_of(
    exhibition: Exhibition, proofed: Proofed, problems: Sequence[Problem], volume: Volume | None = None
) -> Sheet:
    """The beginning of a proof sheet, or of one `volume` of it."""
    opening = volume is None or volume.number == 1
    first = exhibition.languages[0]
    days = days_words(exhibition.opens, exhibition.closes)
    total = exhibition.stated_works or len(exhibition.works)
    works = f"{len(exhibition.works):,}" + (f" of {total:,} stated" if exhibition.stated_works else "")
    if proofed.selection:
        works = f"{len(proofed.places):,} of {len(exhibition.works):,}: {proofed.selection}"
    facts = (
        ("Venue", exhibition.venue.words(first, exhibition.languages)),
        ("Dates", days),
        ("Languages", ", ".join(Column(tag, ()).name for tag in exhibition.languages)),
        ("Works", works),
        ("Part", volume.words if volume else ""),
        ("Proof of", f"{proofed.now:%Y-%m-%d, %H:%M}"),
        ("Made by", f"Kiosk Gallery {proofed.version}"),
        ("Manifest", exhibition.source.name),
        ("SHA-256", proofed.digest),
    )
    shown = {exhibition.works[place].id for place in (volume.places if volume else proofed.places)}
    languages = exhibition.languages if opening else ()
    return Sheet(
        title=exhibition.title.words(first, exhibition.languages),
        language=exhibition.title.resolve(first, exhibition.languages)[1],
        facts=tuple((name, words) for name, words in facts if words),
        about=tuple(_about(exhibition, language, days) for language in languages),
        themes=tuple(_themes(exhibition, language) for language in languages) if exhibition.themes else (),
        problems=tuple(problem for problem in problems if problem.work in shown or (opening and not problem.work)),
        digest=proofed.digest,
        proofed=f"{proofed.now:%Y-%m-%d}",
        number=volume.number if volume else 1,
        files=volume.names if volume else (),
    )


def entries(exhibition: Exhibition, places: Iterable[int], problems: Iterable[Problem]) -> Iterator[Entry]:
    """The works at these `places`, one at a time."""
    of_work: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.work:
            of_work.setdefault(problem.work, []).append(problem)
    names = {theme.id: theme.name for theme in exhibition.themes}
    for place in places:
        work = exhibition.works[place]
        columns = tuple(_column(exhibition, work, language, names) for language in exhibition.languages)
        yield Entry(place + 1, work, columns, tuple(_facts(work)), tuple(of_work.get(work.id, ())))


def days_words(first: dt.date | None, last: dt.date | None) -> str:
    """From when to when, such as "2026-09-09 – 2026-10-10"; empty when neither is known."""
    if first and last:
        return f"{first} – {last}"
    return f"from {first}" if first else f"until {last}" if last else ""


def _column(exhibition: Exhibition, work: Work, language: str, themes: Mapping[str, Text]) -> Column:
    rest = exhibition.languages
    lines = label_lines(work, exhibition, language, rest) or (LabelLine(Role.TITLE, work.id, language),)
    parts = []
    if work.alt:
        parts.append(_part("Alt text", work.alt, language, rest))
    parts += [
        _part(f"Detail {number}", detail.text, language, rest) for number, detail in enumerate(work.details, start=1)
    ]
    if work.themes:
        named = [themes[theme].resolve(language, rest) for theme in work.themes]
        parts.append(Part("Themes", tuple(LabelLine(Role.DESCRIPTION, words, tag) for words, tag in named)))
    missing = missing_translations((language,), texts_of(work)).get(language, [])
    lacking = [FIELD_NAMES.get(name, _detail_name(name)) for name in missing]
    if work.picture and not work.alt:
        lacking.append("alt text in any language")
    return Column(language, lines, tuple(parts), tuple(lacking))


def _detail_name(field: str) -> str:
    return f"detail {int(field[len('details[') : -1]) + 1}" if field.startswith("details[") else field


def _part(heading: str, text: Text, language: str, fallbacks: Sequence[str]) -> Part:
    words, tag = text.resolve(language, fallbacks)
    return Part(heading, tuple(LabelLine(Role.DESCRIPTION, part, tag) for part in paragraphs(words)))


def _about(exhibition: Exhibition, language: str, days: str) -> Column:
    lines = exhibition_lines(exhibition, days, 0, language, exhibition.languages)
    named = [(name, getattr(exhibition, name)) for name in ("title", "subtitle", "intro", "venue")]
    return Column(language, lines, (), tuple(missing_translations((language,), named).get(language, ())))


def _themes(exhibition: Exhibition, language: str) -> Column:
    parts, missing = [], []
    for theme in exhibition.themes:
        name, named_in = theme.name.resolve(language, exhibition.languages)
        teaser, teased_in = theme.teaser.resolve(language, exhibition.languages)
        lines = (LabelLine(Role.CREATOR, name, named_in), LabelLine(Role.DESCRIPTION, teaser, teased_in))
        parts.append(Part(theme.id, tuple(line for line in lines if line.words)))
        named = ((f"name of {theme.id}", theme.name), (f"teaser of {theme.id}", theme.teaser))
        missing += missing_translations((language,), named).get(language, [])
    return Column(language, (), tuple(parts), tuple(missing))


def _facts(work: Work) -> Iterator[tuple[str, str]]:
    """What is not in a label and has one wording for all languages."""
    if work.accession:
        yield "Accession", work.accession
    if days := days_words(work.show_from, work.show_until):
        yield "Shown", days
    if work.pair_with:
        yield "Beside", work.pair_with
    if work.year is not None:
        yield "Sorted as", str(work.year)
    if work.highlight:
        yield "Attract loop", "a highlight"
    if not work.allow_zoom:
        yield "Looking closer", "not allowed"


def numbered(work: Work) -> Iterator[tuple[int, Detail]]:
    """A work's details and the numbers they have on the sheet."""
    yield from enumerate(work.details, start=1)
