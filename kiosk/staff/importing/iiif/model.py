"""What is read of IIIF, the same for Presentation 2 and 3."""

from __future__ import annotations

import msgspec

from kiosk.exhibition.text import Text

Pair = tuple[Text, Text]
"""A label and a value: of metadata, or of a statement that must be shown."""


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What any resource may say about itself. `statements` must always be shown, and so must `providers`.

    `nav_date` is an xsd:dateTime, `behaviors` include P2's viewing hint, `start` is the id of a canvas. `lost` are
    words for what else it has that a kiosk cannot show.
    """

    id: str = ""
    label: Text = Text()
    summary: Text = Text()
    pairs: tuple[Pair, ...] = ()
    statements: tuple[Pair, ...] = ()
    providers: tuple[Text, ...] = ()
    rights: tuple[str, ...] = ()
    nav_date: str = ""
    behaviors: tuple[str, ...] = ()
    direction: str = ""
    start: str = ""
    lost: tuple[str, ...] = ()


class Body(msgspec.Struct, frozen=True):
    """What is painted on a canvas. `ids` name the same picture, the likeliest name of its file first.

    `kind` is `image`, `video`, `sound`, ...; `share` the part of the canvas that it covers, 0 to 1; `rank` is 0 for
    the choice that a publisher shows first, and for all that are no choice.
    """

    ids: tuple[str, ...]
    kind: str = "image"
    label: Text = Text()
    share: float = 1.0
    rank: int = 0
    cut: bool = False


class Note(msgspec.Struct, frozen=True):
    """An annotation in words. `at` is left, top, width, height as shares of the canvas, None for all of it."""

    text: Text
    at: tuple[float, float, float, float] | None = None
    tag: bool = False


class Canvas(msgspec.Struct, frozen=True):
    """One page or view, and what is painted on it in the order of painting."""

    about: About
    bodies: tuple[Body, ...] = ()
    notes: tuple[Note, ...] = ()


class Manifest(msgspec.Struct, frozen=True):
    """One object and its canvases in reading order."""

    about: About
    canvases: tuple[Canvas, ...] = ()


class Collection(msgspec.Struct, frozen=True):
    """Several objects: manifests, further collections, or the ids of those that are files of their own."""

    about: About
    members: tuple[Manifest | Collection | str, ...] = ()
