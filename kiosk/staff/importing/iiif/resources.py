"""From JSON to the model: manifests, collections and canvases of Presentation 2 and 3.

Both versions are read by one reader, each property by all its names: publishers mix them, and no name means two things.
Whatever has another shape than it should is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.exhibition.text import Text
from kiosk.staff.importing.iiif.bodies import bodies_of
from kiosk.staff.importing.iiif.model import About, Canvas, Collection, Manifest
from kiosk.staff.importing.iiif.notes import notes_of
from kiosk.staff.importing.iiif.values import identity, kind_of, listed, mapping, text_of, word

if TYPE_CHECKING:
    from kiosk.staff.importing.iiif.model import Pair
    from kiosk.staff.importing.iiif.values import Json

MOST_CANVASES = 100_000
"""Of one manifest; no exhibition has more."""
_DEEPEST = 8
"""Collections within collections."""
_PARTS = frozenset(("manifest", "collection"))


def resource_of(data: object) -> Manifest | Collection | None:
    """The manifest or collection that `data`, a JSON document, is; None where it is neither."""
    here = mapping(data)
    kind = kind_of(here)
    if kind == "collection" or (not kind and {"manifests", "members", "collections"} & here.keys()):
        return _collection(here, _DEEPEST)
    return _manifest(here) if kind == "manifest" or "sequences" in here else None


def _manifest(here: Json) -> Manifest:
    about = about_of(here)
    sequence = mapping(next(iter(listed(here.get("sequences"))), None))
    if sequence:
        about = _with_sequence(about, sequence)
    canvases = listed(here.get("items")) or listed(sequence.get("canvases"))
    return Manifest(about, tuple(_canvas(mapping(each)) for each in canvases[:MOST_CANVASES] if isinstance(each, dict)))


def _with_sequence(about: About, sequence: Json) -> About:
    """What a manifest of P2 says, and what its first sequence says in its place."""
    order = about_of(sequence)
    return msgspec.structs.replace(
        about,
        behaviors=about.behaviors + order.behaviors,
        direction=order.direction or about.direction,
        start=order.start or about.start,
        statements=about.statements + order.statements,
    )


def _collection(here: Json, deep: int) -> Collection:
    listed_members = [
        each for name in ("items", "members", "collections", "manifests") for each in listed(here.get(name))
    ]
    members = (_member(each, deep) for each in listed_members[:MOST_CANVASES])
    return Collection(about_of(here), tuple(member for member in members if member is not None))


def _member(data: object, deep: int) -> Manifest | Collection | str | None:
    here = mapping(data)
    whole = {"items", "sequences", "manifests", "members", "collections"} & here.keys()
    if not whole:
        return identity(data) or None
    if kind_of(here) == "collection":
        return _collection(here, deep - 1) if deep else None
    return _manifest(here) if kind_of(here) in _PARTS or "sequences" in here else None


def _canvas(here: Json) -> Canvas:
    return Canvas(about_of(here), bodies_of(here), notes_of(here))


def about_of(here: Json) -> About:
    """What a resource says about itself, whatever its type."""
    providers = listed(here.get("provider"))
    return About(
        id=identity(here),
        label=text_of(here.get("label")),
        summary=text_of(here.get("summary", here.get("description"))),
        pairs=tuple(filter(all, map(_pair, listed(here.get("metadata"))))),
        statements=_statements(here),
        providers=tuple(text for each in providers if (text := text_of(mapping(each).get("label")))),
        rights=tuple(filter(None, map(identity, (*listed(here.get("rights")), *listed(here.get("license")))))),
        nav_date=word(here.get("navDate")),
        behaviors=tuple(word(each) for each in (*listed(here.get("behavior")), *listed(here.get("viewingHint")))),
        direction=word(here.get("viewingDirection")),
        start=_start(here.get("start", here.get("startCanvas"))),
        lost=tuple(_lost(here, providers)),
    )


def _pair(data: object) -> Pair:
    here = mapping(data)
    return text_of(here.get("label")), text_of(here.get("value"))


def _statements(here: Json) -> tuple[Pair, ...]:
    pairs = [_pair(each) for each in listed(here.get("requiredStatement"))]
    pairs.append((Text(), text_of(here.get("attribution"))))
    return tuple((label, value) for label, value in pairs if value)


def _start(data: Any) -> str:
    """The canvas to start with, also where a place on it is named."""
    source = mapping(data).get("source")
    return (identity(source) if source else identity(data)).partition("#")[0]


def _lost(here: Json, providers: list[Any]) -> list[str]:
    logo = here.get("logo") or any(mapping(each).get("logo") for each in providers)
    found = {
        "a logo": logo,
        "chapters": here.get("structures"),
        "files to download": here.get("rendering"),
        "a sound or picture that goes with it": here.get("accompanyingCanvas"),
    }
    return [words for words, there in found.items() if there]
