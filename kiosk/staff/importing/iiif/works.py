"""From the canvases of one manifest to works."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.text import UNTAGGED, Text
from kiosk.staff.importing.draft import Draft, Field, Origin
from kiosk.staff.importing.iiif.labels import Lines, between, lines_of, must_show, rights_of, sort_year
from kiosk.staff.importing.iiif.model import Canvas, Pair
from kiosk.staff.importing.texts import joined, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kiosk.staff.importing.draft import Said, Value
    from kiosk.staff.importing.iiif.model import About, Manifest

_OF_THE_OBJECT = (
    Field.CREATOR,
    Field.CREATOR_BIO,
    Field.DATE,
    Field.MEDIUM,
    Field.DIMENSIONS,
    Field.CREDIT,
    Field.ACCESSION,
    Field.RIGHTS,
)
"""What is true of each view of an object when the manifest says it of the object."""


class Told(msgspec.Struct, frozen=True):
    """A work still in all the languages of its source. `title_guessed`: the canvas itself is not called so."""

    canvas: Canvas
    fields: Mapping[Field, Text]
    year: int | None = None
    themes: tuple[Text, ...] = ()
    more: tuple[Pair, ...] = ()
    addresses: tuple[str, ...] = ()
    title_guessed: bool = False


def works_of(manifest: Manifest, above: Sequence[Text] = (), intro_elsewhere: bool = False) -> tuple[Told, ...]:
    """A work for each canvas. `above` must be shown with each of them, as what the manifest itself requires.

    The text about an object of several views is that of its first one; with `intro_elsewhere` it is of none.
    """
    about = manifest.about
    whole = lines_of(about.pairs)
    single = len(manifest.canvases) == 1
    required = (*must_show(about), *above)
    works = []
    for place, canvas in enumerate(manifest.canvases):
        own = lines_of(canvas.about.pairs)
        tells = single or (place == 0 and not intro_elsewhere)
        title, guessed = _title(canvas.about, own, about, whole, single)
        fields = {Field.TITLE: title} if title else {}
        for field in _OF_THE_OBJECT:
            text = own.fields.get(field) or whole.fields.get(field)
            if text:
                fields[field] = text
        description = _description(canvas.about, own) or (_description(about, whole) if tells else Text())
        rights = joined((fields.get(Field.RIGHTS, Text()), rights_of(canvas.about) or rights_of(about)), "\n")
        credit = joined((fields.get(Field.CREDIT, Text()), *must_show(canvas.about), *required), "\n")
        alt = own.fields.get(Field.ALT) or (whole.fields.get(Field.ALT, Text()) if single else Text())
        fields |= {Field.DESCRIPTION: description, Field.RIGHTS: rights, Field.CREDIT: credit, Field.ALT: alt}
        date = fields.get(Field.DATE, Text())
        year = sort_year(canvas.about, date) or (None if Field.DATE in own.fields else sort_year(about, date))
        remarked = tuple((Text(), note.text) for note in canvas.notes if not note.tag and note.at is None)
        themes = _once((*own.themes, *whole.themes, *(note.text for note in canvas.notes if note.tag)))
        more = (*own.more, *(whole.more if tells else ()), *remarked)
        addresses = (*own.addresses, *(whole.addresses if tells else ()))
        told = {field: text for field, text in fields.items() if text}
        works.append(Told(canvas, told, year, themes, more, addresses, guessed))
    return tuple(works)


def _description(about: About, lines: Lines) -> Text:
    return joined((about.summary, lines.fields.get(Field.DESCRIPTION, Text())), "\n\n")


def _title(canvas: About, own: Lines, manifest: About, whole: Lines, single: bool) -> tuple[Text, bool]:
    """The canvas's label, else the manifest's if it is the only canvas; and whether that is a guess.

    A label without any letter, such as "1", is the number of an image where there is only one.
    """
    named = canvas.label or own.fields.get(Field.TITLE, Text())
    if named and not (single and manifest.label and not _has_letters(named)):
        return named, False
    if single:
        return manifest.label or whole.fields.get(Field.TITLE, Text()), bool(named)
    return manifest.label, True


def _has_letters(text: Text) -> bool:
    return any(letter.isalpha() for _, words in text.by_language for letter in words)


def _once(texts: Iterable[Text]) -> tuple[Text, ...]:
    return tuple({tuple(words.casefold() for _, words in text.by_language): text for text in texts}.values())


def texts_of(work: Told) -> Iterator[Text]:
    """Every text of a work."""
    yield from work.fields.values()
    yield from work.themes
    for label, value in work.more:
        yield label
        yield value


def _key(address: str) -> str:
    """What a canvas is called, without the server that has it."""
    return re.sub(r"^[a-z][a-z0-9+.-]*://[^/]*/", "", address)[:500]


def draft_of(
    work: Told,
    origin: Origin,
    languages: tuple[str, ...],
    picture: Path | None,
    picture_named: str,
) -> Draft:
    """The work as the writer of the manifest takes it, for an exhibition in `languages`."""
    values: dict[Field, Value] = {}
    for field, text in work.fields.items():
        if field is Field.ACCESSION:
            values[field] = text.words(next(iter(languages), UNTAGGED), languages).replace("\n", "; ")
        else:
            values[field] = said(text, languages, between(field))
    if work.year is not None:
        values[Field.YEAR] = work.year

    def say(text: Text) -> Said:
        return said(text, languages, "; ")

    return Draft(
        origin=origin,
        key=_key(work.canvas.about.id),
        picture=picture,
        picture_named=picture_named,
        values=values,
        themes=tuple(say(text) for text in work.themes),
        details=tuple((note.at, say(note.text)) for note in work.canvas.notes if note.at and not note.tag),
        more=tuple((say(label), say(value)) for label, value in work.more),
    )
