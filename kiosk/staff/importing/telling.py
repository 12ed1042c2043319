"""The remarks of an import put together for people: those of one kind and rule as one, with their rows."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.problems import printable
from kiosk.staff.importing.draft import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kiosk.staff.importing.draft import Origin, Remark

HEADINGS = {
    "above-headings": "Rows above the headings",
    "address": "Addresses of the web",
    "behavior-continuous": "Parts of one long picture",
    "behavior-paged": "Pages that lie open two by two",
    "behavior-unordered": "No order",
    "broken-notes": "Notes in files that are broken",
    "camera-words": "Words of the camera",
    "circle": "Collections that name each other",
    "column": "Columns not copied",
    "column-spare": "Columns that another one stands for",
    "comment": "Comments on parts of a picture",
    "conflict": "Changed by hand and in the source",
    "copied": "Copied instead of linked",
    "cut-caption": "Captions that may be cut",
    "cut-off": "The file is cut off",
    "date": "Years written as decimals",
    "direction": "The direction of reading",
    "embedded-pictures": "Pictures inside the worksheet",
    "empty-collection": "Empty collections",
    "encoding": "How the letters are stored",
    "error": "Formulas that have failed",
    "first-of-several": "First of several pictures",
    "formula": "Formulas without results",
    "gps": "Places left out of copies",
    "gps-stays": "Places in pictures",
    "hidden-columns": "Hidden columns",
    "hidden-rows": "Hidden rows",
    "html": "HTML reduced to words",
    "invisible": "Invisible characters",
    "language": "The language",
    "left-out": "Taken out by hand before",
    "lonely-sidecar": "Sidecars without a picture",
    "lost-letters": "Letters that are lost",
    "merged": "Merged cells",
    "missing": "No longer in the source",
    "missing-manifest": "Manifests not found",
    "missing-picture": "Pictures not found",
    "more-pictures": "More than one picture",
    "no-heading": "Columns without a heading",
    "no-image": "Films, sounds and words in place of pictures",
    "no-memory": "The last import is not known",
    "no-picture": "Works without a picture",
    "no-title": "Neither title nor creator",
    "no-work": "Rows that are no work",
    "not-a-picture": "Files that are no picture",
    "not-shown": "What a kiosk does not show",
    "number-as-figure": "Numbers that a spreadsheet may have shortened",
    "other-description": "Descriptions of the photograph",
    "other-ending": "Pictures with another ending",
    "other-file": "Other files in the folder",
    "part-of-picture": "Parts of a picture",
    "photographer": "Photographers",
    "picture-by-number": "Pictures found by number",
    "place": "Places",
    "repeated-headings": "Headings repeated",
    "repeated-number": "Numbers that come twice",
    "rights": "Rights that are not known here",
    "same-picture": "The same picture twice",
    "several-artworks": "Several artworks in one picture",
    "several-files": "Several files of one name",
    "size": "Sizes read from words",
    "size-unclear": "Sizes that are not clear",
    "start": "Where to begin",
    "subject": "Subjects that are no theme",
    "subjects-uneven": "Subjects in several languages",
    "surname-first": "Surnames first",
    "swallowed": "Cells that hold several rows",
    "text-too-long": "Texts that are cut",
    "title": "The title",
    "title-from-name": "Titles taken from the file's name",
    "too-many-cells": "More cells than headings",
    "too-many-canvases": "Too many canvases to read",
    "too-many-files": "Too many files to look at",
    "too-many-manifests": "Too many manifests to read",
    "unknown-title": "Titles that are none",
    "unreadable-manifest": "Manifests that cannot be read",
    "unreadable-picture": "Pictures that cannot be read",
    "unsupported-format": "Pictures of other kinds",
    "worksheet": "Which worksheet",
}
_SHORT = 60
_NAMED = 12


class Said(msgspec.Struct, frozen=True):
    """One message, and all the places it is about."""

    message: str
    remedy: str
    places: str
    count: int


class Group(msgspec.Struct, frozen=True):
    """All remarks of one kind and rule. `parts` are the columns and other parts that they are about."""

    kind: Kind
    rule: str
    parts: tuple[str, ...]
    heading: str
    count: int
    said: tuple[Said, ...]


def groups(remarks: Iterable[Remark]) -> tuple[Group, ...]:
    """The remarks by kind, what is doubtful first, and by rule in the order in which they came."""
    by_rule: dict[tuple[Kind, str], list[Remark]] = {}
    for remark in remarks:
        by_rule.setdefault((remark.kind, remark.rule), []).append(remark)
    order = (Kind.DOUBTFUL, Kind.DROPPED, Kind.GUESSED)
    ranked = sorted(by_rule.items(), key=lambda item: order.index(item[0][0]))
    return tuple(
        Group(
            kind=kind,
            rule=rule,
            parts=tuple(dict.fromkeys(printable(remark.origin.part) for remark in found if remark.origin.part)),
            heading=HEADINGS.get(rule, rule.replace("-", " ").capitalize()),
            count=len(found),
            said=tuple(_said(found)),
        )
        for (kind, rule), found in ranked
    )


def _said(remarks: Sequence[Remark]) -> Iterator[Said]:
    by_words: dict[tuple[str, str], list[Origin]] = {}
    for remark in remarks:
        by_words.setdefault((printable(remark.message), printable(remark.remedy)), []).append(remark.origin)
    for (message, remedy), origins in by_words.items():
        yield Said(message, remedy, places(origins), len(origins))


def places(origins: Sequence[Origin]) -> str:
    """Where something is: "row 4", "rows 4, 7–12", with the column or part, and the sheet or file if there are several.

    Nothing for the whole source.
    """
    parts = list(dict.fromkeys(printable(origin.part) for origin in origins if origin.part))
    files = list(dict.fromkeys(printable(origin.file) for origin in origins))
    numbers = sorted({origin.row for origin in origins if origin.row})
    rows = _ranges(numbers)
    said = [f"row{'' if len(numbers) == 1 else 's'} {rows}"] if numbers else []
    if len(parts) == 1:
        said.append(parts[0] if len(parts[0]) <= _SHORT else f"{parts[0][: _SHORT - 1]}…")
    elif not numbers and max(len(parts), len(files)) > 1:
        # Pictures of a folder, canvases, manifests of a collection: they have names instead of rows.
        names = parts or files
        said += [*names[:_NAMED], *([f"and {len(names) - _NAMED:,} more"] if len(names) > _NAMED else [])]
    return ", ".join(said)


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers in ascending order with runs of them drawn together: 4, 7–12."""
    runs = []
    for _, run in groupby(enumerate(numbers), key=lambda item: item[1] - item[0]):
        members = [number for _, number in run]
        runs.append(str(members[0]) if len(members) == 1 else f"{members[0]}–{members[-1]}")
    return ", ".join(runs if len(runs) <= 12 else [*runs[:10], f"and {len(runs) - 10} more places"])
