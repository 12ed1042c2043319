"""The values of IIIF Presentation 2 and 3 as they come: a text, a list, a map by language, or none of these."""

from __future__ import annotations

from typing import Any

from kiosk.exhibition.text import UNTAGGED, Text
from kiosk.staff.importing.markup import without_markup
from kiosk.staff.importing.texts import tag_of

MANY = 500
"""Values of one text that are read."""

Json = dict[str, Any]


def mapping(value: object) -> Json:
    """`value` where it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def listed(value: object) -> list[Any]:
    """`value` where it is a list, else a list of it; an empty one for nothing."""
    return value if isinstance(value, list) else [] if value is None else [value]


def word(value: object) -> str:
    """`value` where it is a text."""
    return value.strip() if isinstance(value, str) else ""


def identity(data: object) -> str:
    """What a resource is called: `id`, `@id`, or the text itself where it is only named."""
    here = mapping(data)
    return word(here.get("id")) or word(here.get("@id")) or word(data)


def kind_of(data: object) -> str:
    """The type of a resource without its prefix, such as `Choice` for `oa:Choice`; in small letters."""
    here = mapping(data)
    kind = next((word(each) for each in listed(here.get("type", here.get("@type")))), "")
    return kind.rpartition(":")[2].lower()


def text_of(value: object) -> Text:
    """A value of either version as text without HTML: `{"en": [...]}`, `{"@value": ..., "@language": ...}`, words."""
    return Text(tuple((tag, words) for tag, said in _pairs(value) if (words := without_markup(said))))


def _pairs(value: object) -> list[tuple[str, str]]:
    if isinstance(value, list):
        return [pair for each in value[:MANY] for pair in _pairs(each)]
    if isinstance(value, dict):
        if "@value" in value:
            return [(tag_of(value.get("@language")), said) for _, said in _pairs(value["@value"])]
        return [(tag_of(tag), said) for tag, words in list(value.items())[:MANY] for _, said in _pairs(words)]
    if isinstance(value, str):
        return [(UNTAGGED, value)]
    # A bare number is a mistake that means what it says; true and false are not.
    return [(UNTAGGED, str(value))] if isinstance(value, int | float) and not isinstance(value, bool) else []
