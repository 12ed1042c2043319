"""From what is written in a picture's file to the lines of a label.

Fields about the artwork come before those about the photograph of it: the photographer is not the artist, and the day
of the photograph not the artwork's date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.text import Text, plain
from kiosk.pictures.reading.embedded import tags
from kiosk.staff.importing.draft import Field
from kiosk.staff.importing.folder import iim
from kiosk.staff.importing.folder.xmp import Value
from kiosk.staff.importing.markup import without_markup
from kiosk.staff.importing.texts import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.pictures.reading.embedded.blocks import Blocks

_CAMERA = re.compile(
    r"(?:OLYMPUS|KONICA|MINOLTA|SONY|NIKON|SAMSUNG|KODAK)\b.*|.*\bdigital (?:still )?camera|DCIM\\.*|SONY DSC|"
    r"<?(?:UNKNOWN|untitled|no title|default|exif_?jpeg(?:_picture)?)>?|(?:IMG|DSCN?|DSCF|PICT|P)[_-]?\d{3,}.*|"
    r"Screenshot|Processed with .*|ASCII\W*",
    re.IGNORECASE,
)
"""What cameras and programs write where words should be."""
_DATE = re.compile(r"(?P<year>-?\d{4})(?P<rest>(?:-\d\d){0,2})(?:T.*)?$")


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What one picture's file says: `values` by name from XMP, `spoken` from IIM, `noted` from EXIF, by number."""

    values: Mapping[str, Value] = {}
    spoken: Mapping[int, list[str]] = {}
    noted: Mapping[int, str] = {}


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """The lines of a label.

    `photographers` have made the photograph, in the year `taken`; `places` name where, and are not shown. `rules` are
    short names of what staff should know: `several-artworks`, `cut-caption`, `camera-words`, `other-description`.
    """

    fields: Mapping[Field, Text]
    themes: tuple[Text, ...] = ()
    photographers: tuple[str, ...] = ()
    taken: str = ""
    places: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def written_in(blocks: Blocks, values: Mapping[str, Value]) -> Written:
    """The words of the blocks of one file, whose XMP has these values."""
    noted = {tag: without_markup(_decoded(tag, value)) for tag, value in blocks.tags.items()}
    return Written(
        values=values, spoken=iim.datasets(blocks.iim), noted={tag: words for tag, words in noted.items() if words}
    )


def _decoded(tag: int, value: bytes) -> str:
    if tag >= tags.XP_TITLE:
        return value.decode("utf-16-le", "ignore").partition("\0")[0]
    value = value.partition(b"\0")[0]
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", "ignore")


def label_of(written: Written) -> Label:
    """The lines of a label, each the first of its sources that says something."""
    artworks = _value(written.values, "Iptc4xmpExt:ArtworkOrObject").structures()
    sources = _Sources(written, artworks[0] if artworks else {})
    fields = {
        Field.CREATOR: plain(in_one_line(_value(sources.artwork, "Iptc4xmpExt:AOCreator").all())),
        Field.TITLE: sources.title(),
        Field.DATE: sources.of_artwork("AOCircaDateCreated") or _as_date(sources.of_artwork("AODateCreated")),
        Field.MEDIUM: sources.of_artwork("AOPhysicalDescription"),
        Field.DESCRIPTION: sources.description(),
        Field.CREDIT: sources.credit(),
        Field.ACCESSION: sources.of_artwork("AOSourceInvNo"),
        Field.ALT: joined(
            map(sources.of_file, ("Iptc4xmpCore:AltTextAccessibility", "Iptc4xmpCore:ExtDescrAccessibility"))
        ),
        Field.RIGHTS: sources.rights(),
    }
    rules = ("several-artworks", *sources.rules()) if len(artworks) > 1 else sources.rules()
    return Label(
        fields={field: text for field, text in fields.items() if text},
        themes=_themes(written, sources.artwork),
        photographers=_photographers(written),
        taken=_taken(written),
        places=_places(written),
        rules=tuple(rules),
    )


class _Sources:
    """Where a line of a label may come from: the artwork in XMP, the file in XMP, IIM, and EXIF."""

    def __init__(self, written: Written, artwork: Mapping[str, Value]) -> None:
        self.artwork = artwork
        self._written = written

    def of_artwork(self, *names: str) -> Text:
        return _first(_value(self.artwork, f"Iptc4xmpExt:{name}").text() for name in names)

    def of_file(self, *names: str) -> Text:
        return _first(_value(self._written.values, name).text() for name in names)

    def of_iim(self, *numbers: int) -> Text:
        return iim.first(self._written.spoken, *numbers)

    def of_camera(self, *numbers: int) -> Text:
        words = (self._written.noted.get(number, "") for number in numbers)
        return _first(plain(said) for said in words if not _CAMERA.fullmatch(said))

    def title(self) -> Text:
        titles = (
            self.of_artwork("AOTitle"),
            self.of_file("dc:title"),
            self.of_file("photoshop:Headline"),
            self.of_iim(iim.OBJECT_NAME),
            self.of_iim(iim.HEADLINE),
            self.of_camera(tags.XP_TITLE),
        )
        return _first(title for title in titles if not _is_camera(title))

    def description(self) -> Text:
        return self.of_artwork("AOContentDescription") or self._caption()

    def _caption(self) -> Text:
        captions = (
            self.of_file("dc:description"),
            self.of_iim(iim.CAPTION),
            self.of_camera(tags.DESCRIPTION, tags.XP_COMMENT),
        )
        return _first(caption for caption in captions if not _is_camera(caption))

    def credit(self) -> Text:
        """The lender's line of the artwork, and the agency's of the photograph."""
        agency = self.of_file("photoshop:Credit", "photoshop:Source") or self.of_iim(iim.CREDIT, iim.SOURCE)
        return joined((self.of_artwork("AOSource"), agency))

    def rights(self) -> Text:
        return _first(
            (
                self.of_artwork("AOCopyrightNotice"),
                self.of_file("dc:rights", "xmpRights:UsageTerms"),
                self.of_iim(iim.COPYRIGHT),
                self.of_camera(tags.COPYRIGHT),
            )
        )

    def rules(self) -> Iterator[str]:
        """What staff should know of the lines."""
        caption = self._caption()
        if caption and self.description() != caption:
            yield "other-description"
        elif caption == self.of_iim(iim.CAPTION) and _is_cut(caption):
            yield "cut-caption"
        noted = (self._written.noted.get(number, "") for number in (tags.DESCRIPTION, tags.XP_COMMENT))
        if any(_CAMERA.fullmatch(words) for words in noted if words):
            yield "camera-words"


def _value(values: Mapping[str, Value], name: str) -> Value:
    return values.get(name, Value())


def _first(texts: Iterable[Text]) -> Text:
    return next(filter(None, texts), Text())


def _is_camera(text: Text) -> bool:
    return bool(text) and all(_CAMERA.fullmatch(words) for _, words in text.by_language)


def _as_date(text: Text) -> Text:
    """A date without the time of day; the month and day only where they are more than a beginning."""

    def shorter(words: str) -> str:
        found = _DATE.match(words)
        return (
            words
            if not found
            else f"{found['year']}{'' if found['rest'] in ('-01-01', '-00-00', '-00') else found['rest']}"
        )

    return Text(tuple((tag, shorter(words)) for tag, words in text.by_language))


def _photographers(written: Written) -> tuple[str, ...]:
    return (
        _value(written.values, "dc:creator").all()
        or tuple(written.spoken.get(iim.BY_LINE, ()))
        or tuple(filter(None, (written.noted.get(tags.ARTIST) or written.noted.get(tags.XP_AUTHOR, ""),)))
    )


def _taken(written: Written) -> str:
    """The year in which a photograph was taken, as far as somebody has written it into XMP or IIM."""
    said = (
        *_value(written.values, "photoshop:DateCreated").all(),
        *written.spoken.get(iim.DATE_CREATED, ()),
    )
    return next((found[0] for words in said if (found := re.match(r"(?!0000)\d{4}(?!\d{5,})", words))), "")


def _places(written: Written) -> tuple[str, ...]:
    names = ("Iptc4xmpCore:Location", "photoshop:City", "photoshop:Country")
    said = tuple(words for name in names for words in _value(written.values, name).all())
    return said or tuple(words for number in (iim.CITY, iim.COUNTRY) for words in written.spoken.get(number, ()))


def _themes(written: Written, artwork: Mapping[str, Value]) -> tuple[Text, ...]:
    """Keywords and styles; of a tree of keywords the leaf, which is what somebody has chosen."""
    leaves = tuple(words.rpartition("|")[2].strip() for words in _value(written.values, "lr:hierarchicalSubject").all())
    keywords = (*_value(written.values, "dc:subject").all(), *leaves)
    if not keywords:
        keywords = tuple(written.spoken.get(iim.KEYWORDS, ())) or tuple(
            part.strip() for part in written.noted.get(tags.XP_KEYWORDS, "").split(";")
        )
    styles = _value(artwork, "Iptc4xmpExt:AOStylePeriod").all()
    once: dict[str, str] = {}
    for words in (*keywords, *styles):
        if words:
            once.setdefault(words.casefold(), words)
    return tuple(map(plain, once.values()))


def in_one_line(names: Sequence[str]) -> str:
    """Names with a comma between them, unless they have commas in them."""
    return ("; " if any("," in name for name in names) else ", ").join(names)


def _is_cut(text: Text) -> bool:
    return any(len(words.encode()) >= iim.CAPTION_BYTES - 8 for _, words in text.by_language)
