"""The keys of manifest.yaml, with their meaning, type and range."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from kiosk.exhibition.keys import Day, Name, Share, Switch, Words, key
from kiosk.exhibition.model import LabelOrder, ThemesMatch

Centimetres = Annotated[float, Meta(gt=0, le=100_000)]
Colour = Annotated[
    str,
    Meta(pattern="^#[0-9A-Fa-f]{6}$"),
    key(expects="a colour as six hexadecimal digits, in quotes", example='"#101214"'),
]
File = Annotated[str, Meta(min_length=1), key(expects="a file inside the exhibition's folder")]


class _Keys(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of keys in manifest.yaml."""


class BrandKeys(_Keys, frozen=True):
    """The exhibition's own look. Colours that cannot be read on the wall are corrected on the screen."""

    wall: Annotated[Colour | None, key("The colour of the wall.")] = None
    ink: Annotated[Colour | None, key("The colour of text.", example='"#efebe3"')] = None
    accent: Annotated[Colour | None, key("The colour that marks what is chosen.", example='"#e3b45f"')] = None
    logo: Annotated[File | None, key("A logo for the attract screen.", example="brand/logo.png")] = None
    fonts: Annotated[
        list[File],
        key("Font files to use instead of the program's.", expects="a list of files", example="[fonts/Own.ttf]"),
    ] = []


class ExhibitionKeys(_Keys, frozen=True):
    """The exhibition as a whole."""

    title: Annotated[Words, key("The title.", example="{en: Rule and Chance}")]
    subtitle: Annotated[Words | None, key("A line below the title.")] = None
    intro: Annotated[Words | None, key("A few sentences about the exhibition.")] = None
    venue: Annotated[Words | None, key("Where it is shown.", example="Town Museum, Room 3")] = None
    opens: Annotated[Day | None, key("The first day.")] = None
    closes: Annotated[Day | None, key("The last day.", example="2026-10-10")] = None
    languages: Annotated[
        list[Annotated[str, key(expects="a language code such as en, ru or zh-Hant")]] | None,
        key(
            "The languages visitors can choose, the first one for those who do not choose. Without it, the languages "
            "of the title.",
            expects="a list of language codes",
            example="[en, ru, ko, ar]",
        ),
    ] = None
    works_total: Annotated[
        Annotated[int, Meta(ge=1, le=10_000_000)] | None,
        key(
            "How many works the exhibition has, where the manifest lists fewer.",
            expects="a whole number from 1",
            example="123",
        ),
    ] = None
    label_order: Annotated[LabelOrder, key("Whether creator or title opens a label.")] = LabelOrder.CREATOR_FIRST
    themes_match: Annotated[
        ThemesMatch, key("With several themes chosen: works that have any of them, or all of them.")
    ] = ThemesMatch.ANY
    search: Annotated[
        bool | None,
        key(
            "Whether visitors may search the works by words, on a keyboard on the screen. auto: when there are more "
            "than 200 works.",
            expects="true, false or auto",
            example="true",
            auto=True,
        ),
    ] = None
    brand: Annotated[BrandKeys | None, key("The exhibition's own look.")] = None


class ThemeKeys(_Keys, frozen=True):
    """A subject that works share. Its key in the manifest is what works call it."""

    name: Annotated[Words, key("What visitors read.", example="{en: Rural life}")]
    teaser: Annotated[Words | None, key("A line that invites to the theme on the attract screen.")] = None


class ShowKeys(_Keys, frozen=True):
    """When a work is shown."""

    from_: Annotated[Day | None, key("The first day on which the work is shown.")] = msgspec.field(
        default=None, name="from"
    )
    until: Annotated[Day | None, key("The last day on which the work is shown.", example="2026-10-10")] = None


class AllowKeys(_Keys, frozen=True):
    """What visitors may do with a picture."""

    zoom: Annotated[Switch, key("Whether visitors may look closer, up to the picture's own pixels.")] = True


class DetailKeys(_Keys, frozen=True):
    """A part of a picture with words of its own."""

    at: Annotated[
        tuple[Share, Share, Share, Share],
        key(
            "Left, top, width and height of the part, as shares of the picture.",
            expects="four numbers from 0 to 1 [left, top, width, height]",
            example="[0.2, 0.1, 0.3, 0.25]",
        ),
    ]
    text: Annotated[Words, key("What there is to see.", example="{en: The signature}")]


class WorkKeys(_Keys, frozen=True):
    """One work and its label."""

    id: Annotated[
        Name,
        key(
            "A name for this work that stays the same; statistics and pairs use it.",
            expects="a short text",
            example="harvest",
        ),
    ]
    picture: Annotated[
        File | None,
        key(
            "The picture, relative to the manifest. Without it the work is a typographic card.",
            example="pictures/harvest.jpg",
        ),
    ] = None
    creator: Annotated[Words | None, key("Who made it.", example="Ada Example")] = None
    creator_sort: Annotated[
        Words | None,
        key(
            "The name to sort by, where the works are not to be sorted by `creator` as it is written.",
            example="Example, Ada",
        ),
    ] = None
    creator_bio: Annotated[Words | None, key("Nationality and life dates.", example="British, 1950–2020")] = None
    title: Annotated[Words | None, key("The title, set in italics.")] = None
    date: Annotated[Words | None, key("When it was made, in words.", example="c. 1972")] = None
    year: Annotated[
        Annotated[int, Meta(ge=-100_000, le=10_000)] | None,
        key(
            "The year to sort by, where the words of `date` do not tell it; negative before Christ.",
            expects="a whole number",
            example="1972",
        ),
    ] = None
    medium: Annotated[Words | None, key("What it is made of.", example="Oil on canvas")] = None
    size_cm: Annotated[
        tuple[Centimetres, Centimetres] | None,
        key("Height and width in cm.", expects="two numbers above 0 [height, width]", example="[180, 240]"),
    ] = None
    dimensions: Annotated[
        Words | None, key("The size in words, where there is no size_cm.", example="Dimensions variable")
    ] = None
    description: Annotated[
        Words | None,
        key("The text of the label: 75 to 100 words are read, more are not.", example="{en: A field at noon.}"),
    ] = None
    credit: Annotated[Words | None, key("The credit line.", example="Gift of a friend")] = None
    accession: Annotated[str | None, key("The accession number.", expects="text", example="1984.10")] = None
    alt: Annotated[
        Words | None,
        key("What the picture shows, for those who cannot see it.", example="{en: A field with five reapers.}"),
    ] = None
    rights: Annotated[Words | None, key("Whose rights, and which.", example="© Ada Example")] = None
    themes: Annotated[
        list[Name], key("The themes it belongs to, by their keys.", expects="a list of themes", example="[rural-life]")
    ] = []
    focus: Annotated[
        tuple[Share, Share],
        key(
            "Where the picture matters most: shares from the left and from the top.",
            expects="two numbers from 0 to 1 [from the left, from the top]",
            example="[0.4, 0.3]",
        ),
    ] = (0.5, 0.5)
    safe: Annotated[
        tuple[Share, Share, Share, Share] | None,
        key(
            "The part that must never be cut: left, top, right and bottom as shares.",
            expects="four numbers from 0 to 1 [left, top, right, bottom]",
            example="[0.1, 0.1, 0.9, 0.8]",
        ),
    ] = None
    highlight: Annotated[Switch, key("Whether the attract screen prefers it.")] = False
    pair_with: Annotated[Name | None, key("The id of a work to be shown beside it.", example="harvest-study")] = None
    show: Annotated[ShowKeys | None, key("When it is shown; always, if left out.", example="{until: 2026-10-10}")] = (
        None
    )
    allow: Annotated[AllowKeys | None, key("What visitors may do.", example="{zoom: false}")] = None
    details: Annotated[
        list[DetailKeys], key("Parts of the picture with words of their own.", expects="a list of details")
    ] = []


class ManifestKeys(_Keys, frozen=True):
    """An exhibition: what it is called, its themes and its works."""

    exhibition: Annotated[ExhibitionKeys, key("The exhibition as a whole.")]
    themes: Annotated[
        dict[str, ThemeKeys],
        key("The themes in the order of the theme bar, by their keys.", expects="themes by their keys"),
    ] = {}
    works: Annotated[list[WorkKeys], key("The works in the order of the slideshow.", expects="a list of works")] = []
