"""The exhibition as the rest of the program knows it: frozen, complete, already checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from pathlib import Path

import msgspec

from kiosk.exhibition.catalogue import Catalogue, catalogue_of
from kiosk.exhibition.text import Text
from kiosk.exhibition.traits import Traits, traits_of

Point = tuple[float, float]
"""A place in a picture: x, y in 0..1 from the top left."""
Box = tuple[float, float, float, float]
"""A part of a picture: left, top, right, bottom in 0..1 from the top left."""


class LabelOrder(StrEnum):
    """Which of creator and title opens a label."""

    CREATOR_FIRST = "creator-first"
    TITLE_FIRST = "title-first"


class ThemesMatch(StrEnum):
    """Whether a work must carry any or all of the chosen themes."""

    ANY = "any"
    ALL = "all"


class Theme(msgspec.Struct, frozen=True):
    """A subject that works share. `id` is its key in the manifest."""

    id: str
    name: Text
    teaser: Text = Text()


class Detail(msgspec.Struct, frozen=True):
    """A part of a picture with words of its own. `at` is left, top, width, height in 0..1."""

    at: tuple[float, float, float, float]
    text: Text


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """One work: its picture file, its label and what the curator allows.

    `picture` is absolute and inside the exhibition's folder, or None for a typographic card. `size_cm` is
    (height, width). `focus` is where the picture matters most; `safe` a box that must never be cut. `creator_sort` and
    `year`, negative before Christ, are what it is sorted by where `creator` and `date` do not tell.
    """

    id: str
    picture: Path | None = None
    creator: Text = Text()
    creator_sort: Text = Text()
    creator_bio: Text = Text()
    title: Text = Text()
    date: Text = Text()
    year: int | None = None
    medium: Text = Text()
    size_cm: tuple[float, float] | None = None
    dimensions: Text = Text()
    description: Text = Text()
    credit: Text = Text()
    accession: str = ""
    alt: Text = Text()
    rights: Text = Text()
    themes: tuple[str, ...] = ()
    focus: Point = (0.5, 0.5)
    safe: Box | None = None
    highlight: bool = False
    pair_with: str | None = None
    show_from: dt.date | None = None
    show_until: dt.date | None = None
    allow_zoom: bool = True
    details: tuple[Detail, ...] = ()


class Brand(msgspec.Struct, frozen=True):
    """The exhibition's own look. Colours are "#rrggbb" or None for the program's; files are absolute."""

    wall: str | None = None
    ink: str | None = None
    accent: str | None = None
    logo: Path | None = None
    fonts: tuple[Path, ...] = ()


class Exhibition(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A whole exhibition. `folder` is absolute; everything it names lies inside. Work and theme ids are unique.

    `stated_works` is the number of works the exhibition says it has, where that differs from `len(works)`. `search`:
    whether visitors may search the works; None leaves it to their number.
    """

    source: Path
    folder: Path
    title: Text
    subtitle: Text = Text()
    intro: Text = Text()
    venue: Text = Text()
    opens: dt.date | None = None
    closes: dt.date | None = None
    stated_works: int | None = None
    languages: tuple[str, ...] = ("en",)
    label_order: LabelOrder = LabelOrder.CREATOR_FIRST
    themes_match: ThemesMatch = ThemesMatch.ANY
    search: bool | None = None
    brand: Brand = Brand()
    themes: tuple[Theme, ...] = ()
    works: Sequence[Work] = ()

    @cached_property
    def traits(self) -> Traits:
        """What is asked of all works at once; stored works bring it along."""
        stored: Traits | None = getattr(self.works, "traits", None)
        return stored or traits_of(self.works, self.themes)

    @cached_property
    def catalogue(self) -> Catalogue:
        """When and by whom each work was made; stored works bring it along."""
        stored: Catalogue | None = getattr(self.works, "catalogue", None)
        return stored or catalogue_of(self.works, self.languages)

    @cached_property
    def index_by_id(self) -> dict[str, int]:
        """Each work's place in `works`."""
        return {work.id: index for index, work in enumerate(self.works)}
