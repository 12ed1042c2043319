"""What every reader of a source hands over, and all that the writer of a manifest asks for.

A reader (of a table, of an IIIF manifest, of a folder) only says what its source says, already as plain text: no HTML,
no control characters, nothing from columns that nobody named. Ids, themes, file names and the manifest are the
writer's.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

import msgspec

Said = str | Mapping[str, str]
"""Words that are the same in every language, or words by language tag (BCP 47, such as `zh-Hant`)."""
Detail = tuple[tuple[float, float, float, float], Said]
"""A part of a picture, as left, top, width and height in 0..1, and what there is to see."""
Value = Said | int | tuple[float, float]
"""What a work's key holds: words, the `year` as an int, or `size_cm` as (height, width) in cm."""


class Field(StrEnum):
    """The keys of a work in manifest.yaml that come from a source, in the order in which they are written.

    All hold `Said`, save `YEAR` (int, negative before Christ), `SIZE_CM` ((height, width) in cm) and `ACCESSION` (str).
    """

    CREATOR = "creator"
    CREATOR_SORT = "creator_sort"
    CREATOR_BIO = "creator_bio"
    TITLE = "title"
    DATE = "date"
    YEAR = "year"
    MEDIUM = "medium"
    SIZE_CM = "size_cm"
    DIMENSIONS = "dimensions"
    DESCRIPTION = "description"
    CREDIT = "credit"
    ACCESSION = "accession"
    ALT = "alt"
    RIGHTS = "rights"


class Origin(msgspec.Struct, frozen=True):
    """Where in a source something stands.

    `file` is the file's name as staff know it, below the source's folder. `sheet` is a worksheet's name. `row` counts
    as a spreadsheet does, from 1 with headings and empty rows in it; 0 where there are no rows. `part` is a column's
    heading, a canvas, a metadata tag; empty for the whole.
    """

    file: str
    row: int = 0
    part: str = ""
    sheet: str = ""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """One work as a source has it.

    `key` is what the source itself calls the work and will call it the next time, such as an object number, a canvas
    id or a file name: the work's id is made of it, and importing again finds the work by it. Empty where the source
    has no such name; the writer then uses accession, picture or title. `picture` is a file on this computer, absolute,
    that has been found; None for a card. `picture_named` is how the source names it, found or not, to be told.

    `values` has only keys with something to say. `themes` are words of the source, such as subjects and keywords, not
    yet ids. `more` are pairs of label and value that no key of the manifest is made for ("more details"); the writer
    adds them to the end of the description. `details` are parts of the picture with words of their own.
    """

    origin: Origin
    key: str = ""
    picture: Path | None = None
    picture_named: str = ""
    values: Mapping[Field, Value] = msgspec.field(default_factory=dict)
    themes: tuple[Said, ...] = ()
    more: tuple[tuple[Said, Said], ...] = ()
    details: tuple[Detail, ...] = ()


class Kind(StrEnum):
    """What an import did that staff should know.

    DROPPED: something of the source is not in the manifest. GUESSED: it is, in a reading of ours that is most likely
    right. DOUBTFUL: it is, but a person should look at it.
    """

    DROPPED = "dropped"
    GUESSED = "guessed"
    DOUBTFUL = "doubtful"


class Remark(msgspec.Struct, frozen=True):
    """One thing to know of an import: what happened, where, and what staff can do about it.

    `rule` is a short stable name, such as `missing-picture`; remarks of one rule are told together. `message` and
    `remedy` are sentences; `remedy` is empty where nothing needs to be done.
    """

    kind: Kind
    rule: str
    origin: Origin
    message: str
    remedy: str = ""


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What a source says of the exhibition as a whole; all may be empty. `languages` are tags in its order."""

    title: Said = ""
    subtitle: Said = ""
    intro: Said = ""
    venue: Said = ""
    rights: Said = ""
    languages: tuple[str, ...] = ()


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was read. `file` is what staff named. `rows` counts what was looked at: rows, canvases, files.

    `things` names them in the plural. `drafts` are in the order in which the works are to be shown. `read_as` tells in
    pairs which column, tag or label has become which key of the manifest, where that is the same for all works.
    """

    file: Path
    drafts: tuple[Draft, ...] = ()
    rows: int = 0
    things: str = "rows"
    read_as: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()
    facts: Facts = Facts()


class NotImported(Exception):
    """A source that cannot be used at all: nothing is written. `str()` is the message; `remedy` a sentence."""

    def __init__(self, origin: Origin, message: str, remedy: str) -> None:
        super().__init__(message)
        self.origin = origin
        self.remedy = remedy
