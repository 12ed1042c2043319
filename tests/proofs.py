"""An exhibition to be proofed, in which every text says what it is."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from kiosk.exhibition.manifest import read_manifest
from kiosk.staff.proofing.sheet import Proofed, entries, sheet_of
from kiosk.staff.proofing.volumes import volumes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.problems import Problem
    from kiosk.pictures.orders import Failed
    from kiosk.staff.proofing.pictures import Small
    from kiosk.staff.proofing.sheet import Entry, Sheet

    Shown = tuple[Entry, Small | Failed | None]

NOW = dt.datetime(2026, 11, 28, 9, 30, tzinfo=dt.UTC)
DIGEST = "ab" * 32
LANGUAGES = ("en", "ru", "ko", "ar")
FIELDS = ("creator", "creator_bio", "title", "date", "medium", "dimensions", "description", "credit", "alt", "rights")


def of(words: str) -> dict[str, str]:
    """Words in every language, each with its tag and a word of its own script."""
    return {"en": f"{words} en", "ru": f"{words} Щука ru", "ko": f"{words} 붉은 해 ko", "ar": f"{words} شمس ar"}


HEAD = {
    **{field: of(field) for field in ("title", "subtitle", "intro", "venue")},
    "languages": list(LANGUAGES),
    "opens": "2026-09-09",
    "closes": "2027-10-10",
}
THEMES = {"t": {"name": of("name"), "teaser": of("teaser")}}


def full(number: int, description: str = "description") -> dict[str, object]:
    """A work with all that a sheet has a place for."""
    work: dict[str, object] = {field: of(f"{field} {number}") for field in FIELDS}
    details = [{"at": [0.1, 0.2, 0.3, 0.4], "text": of(f"detail {number}")}]
    rest = {"id": f"w{number}", "picture": "a.png", "accession": f"1984.{number}", "themes": ["t"], "details": details}
    where = {"focus": [0.2, 0.3], "safe": [0.1, 0.1, 0.9, 0.9], "show": {"until": "2027-01-01"}}
    return work | rest | where | {"description": of(f"{description} {number}")}


def exhibition_of(folder: Path, data: object) -> Exhibition:
    """The exhibition whose manifest is `data`, written into the folder."""
    (folder / "manifest.yaml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    found = read_manifest(folder).exhibition
    assert found
    return found


def sheets_of(
    exhibition: Exhibition,
    picture: Small | Failed | None,
    problems: Sequence[Problem] = (),
    places: Sequence[int] | None = None,
    *,
    most: int = 99,
) -> list[tuple[Sheet, Iterator[Shown]]]:
    """The sheets of a proof with at most so many works each, and their works, all with the same picture."""
    places = tuple(range(len(exhibition.works)) if places is None else places)
    proofed = Proofed("0.1.0", NOW, DIGEST, tuple(places))
    return [
        (
            sheet_of(exhibition, proofed, problems, part),
            iter([(entry, picture) for entry in entries(exhibition, part.places, problems)]),
        )
        for part in volumes(exhibition.folder / "a sheet.html", places, most)
    ]
