"""Annotations that say something in words: comments and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.staff.importing.iiif.bodies import place_on
from kiosk.staff.importing.iiif.model import Note
from kiosk.staff.importing.iiif.values import kind_of, listed, mapping, text_of, word

if TYPE_CHECKING:
    from kiosk.staff.importing.iiif.values import Json

MOST_NOTES = 500
"""Of one canvas."""
_WORDS = frozenset(("textualbody", "contentastext", "tag"))


def notes_of(canvas: Json) -> tuple[Note, ...]:
    """The comments and tags that stand in the manifest itself; pages of their own are not looked for."""
    pages = (*listed(canvas.get("annotations")), *listed(canvas.get("otherContent")))
    found: list[Note] = []
    for page in pages:
        here = mapping(page)
        for annotation in (*listed(here.get("items")), *listed(here.get("resources")))[:MOST_NOTES]:
            found += _notes(mapping(annotation), canvas)
    return tuple(found[:MOST_NOTES])


def _notes(annotation: Json, canvas: Json) -> list[Note]:
    motivations = {word(each).rpartition(":")[2] for each in listed(annotation.get("motivation"))}
    if motivations & {"painting", "supplementing", "linking"}:
        return []
    at = place_on(annotation.get("target", annotation.get("on")), canvas)
    notes = []
    for data in (*listed(annotation.get("body")), *listed(annotation.get("resource"))):
        body = mapping(data)
        if kind_of(body) not in _WORDS:
            continue
        words = body.get("value", body.get("chars"))
        language = next(iter(listed(body.get("language"))), None)
        text = text_of({"@value": word(words), "@language": language})
        if text:
            tag = "tagging" in motivations or word(body.get("purpose")) == "tagging" or kind_of(body) == "tag"
            notes.append(Note(text, at, tag))
    return notes
