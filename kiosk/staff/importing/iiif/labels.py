"""From what a resource says about itself to the lines of a label."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.text import UNTAGGED, Text, plain
from kiosk.exhibition.years import year_in
from kiosk.staff.importing.draft import Field
from kiosk.staff.importing.iiif.model import Pair
from kiosk.staff.importing.iiif.rights import ADDRESS, rights_words
from kiosk.staff.importing.iiif.terms import Other, says_only_that_it_is_a_statement, term_of
from kiosk.staff.importing.texts import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kiosk.staff.importing.iiif.model import About

_BETWEEN = {Field.DESCRIPTION: "\n\n", Field.CREDIT: "\n", Field.RIGHTS: "\n", Field.ALT: "\n"}
"""What stands between several values of one line; a semicolon for the others."""
_NAV_DATE = re.compile(r"(-?\d{4,6})-\d\d-\d\dT\d\d:\d\d:\d\d")


class Lines(msgspec.Struct, frozen=True):
    """What metadata say: the lines of a label, themes, and pairs that are neither.

    `addresses` are the labels of pairs with nothing but an address of the web.
    """

    fields: Mapping[Field, Text] = {}
    themes: tuple[Text, ...] = ()
    more: tuple[Pair, ...] = ()
    addresses: tuple[str, ...] = ()


def between(field: Field) -> str:
    """What stands between several values of a line."""
    return _BETWEEN.get(field, "; ")


def lines_of(pairs: Iterable[Pair]) -> Lines:
    """The pairs of metadata by what they are."""
    fields: dict[Field, list[Text]] = {}
    themes: list[Text] = []
    more: list[Pair] = []
    addresses = []
    for label, value in pairs:
        term = term_of(label)
        if isinstance(term, Field):
            readable = _as_rights(value) if term is Field.RIGHTS else value
            fields.setdefault(term, []).append(readable)
        elif term is Other.THEMES:
            themes += themes_of(value)
        elif all(ADDRESS.fullmatch(words) for _, words in value.by_language):
            addresses.append(label.words("en"))
        else:
            more.append((label, value))
    told = {field: _in_one(texts, field) for field, texts in fields.items()}
    return Lines({field: text for field, text in told.items() if text}, tuple(themes), tuple(more), tuple(addresses))


def read_as(labels: Iterable[Text]) -> tuple[tuple[str, str], ...]:
    """Which label of metadata has become which key of the manifest."""
    return tuple({label.words("en"): str(term_of(label) or Field.DESCRIPTION) for label in labels}.items())


def _in_one(texts: Sequence[Text], field: Field) -> Text:
    """All values of a line as one text; names with a comma between them, unless they have commas in them."""
    by = between(field)
    if field is Field.CREATOR and not any("," in words for text in texts for _, words in text.by_language):
        by = ", "
    return joined((_one_a_language(text, by) for text in texts), by)


def _one_a_language(text: Text, by: str) -> Text:
    spoken: dict[str, list[str]] = {}
    for tag, words in text.by_language:
        spoken.setdefault(tag, []).append(words)
    return Text(tuple((tag, by.join(values)) for tag, values in spoken.items()))


def themes_of(value: Text) -> list[Text]:
    """The subjects in a value: each of its own, in as many languages as name the same number of them.

    Where the languages do not, those of the one that names the most are taken: nobody knows which belong together.
    """
    spoken: dict[str, list[str]] = {}
    for tag, words in value.by_language:
        spoken.setdefault(tag, []).extend(part.strip() for part in re.split(r"[;|\n]", words) if part.strip())
    most = max(map(len, spoken.values()), default=0)
    if len({len(names) for names in spoken.values()}) > 1:
        spoken = dict([next(each for each in spoken.items() if len(each[1]) == most)])
    return [Text(tuple((tag, names[place]) for tag, names in spoken.items())) for place in range(most)]


def _as_rights(value: Text) -> Text:
    read = ((tag, rights_words(words)) for tag, words in value.by_language)
    return Text(tuple((tag, words) for tag, words in read if words))


def rights_of(about: About) -> Text:
    """The rights that a resource names by their address, in words."""
    return joined(plain(rights_words(address)) for address in about.rights)


def statement_of(pair: Pair) -> Text:
    """A statement that must be shown, with its label where that says more than that it is one."""
    label, value = pair
    return value if not label or says_only_that_it_is_a_statement(label) else labelled(pair)


def labelled(pair: Pair) -> Text:
    """A value with its label before it."""
    label, value = pair
    tags = (*dict.fromkeys((*value.languages, *label.languages)),) or (UNTAGGED,)
    return Text(tuple((tag, f"{label.words(tag, tags)}: {value.words(tag, tags)}") for tag in tags))


def must_show(about: About) -> tuple[Text, ...]:
    """What has to be shown wherever the resource is: its statements and who provides it."""
    return (*map(statement_of, about.statements), *about.providers)


def sort_year(about: About, date: Text) -> int | None:
    """The year to sort by, where navDate says another one than the words of the date; negative before Christ."""
    found = _NAV_DATE.match(about.nav_date)
    if not found:
        return None
    year = int(found[1])
    told = {year_in(words) for _, words in date.by_language} - {None}
    return None if year in told or not year else year
