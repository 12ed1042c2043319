"""What is told of an exhibition that was prepared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from kiosk.exhibition.manifest import read_manifest
from kiosk.exhibition.problems import Problem, Severity
from kiosk.staff.check import picture_problems
from kiosk.staff.prepare import Preparation
from kiosk.staff.series import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibition.model import Exhibition

STOPPED = 130


class Outcome(msgspec.Struct, frozen=True):
    """What came of preparing the exhibition in the manifest `source`, and everything that was wrong with it."""

    source: Path
    pictures: Preparation
    tiles: Tally | None
    problems: tuple[Problem, ...]

    @property
    def exit_code(self) -> int:
        """0 all is ready; 1 some is not; 130 somebody stopped it, as shells say it."""
        parts = [part for part in (self.pictures, self.tiles) if part]
        if any(part.stopped for part in parts):
            return STOPPED
        return int(any(part.found + part.made < part.total for part in parts))

    def as_data(self) -> dict[str, Any]:
        """The same for programs."""
        data = _counts(self.pictures) | {"sizes": self.pictures.sizes, "folder": self.pictures.folder}
        tiles = _counts(self.tiles) if self.tiles else None
        return {"exit_code": self.exit_code, "source": self.source, **data, "tiles": tiles, "problems": self.problems}

    def lines(self) -> Iterator[str]:
        """The same for people, without the problems."""
        pictures, tiles = self.pictures, self.tiles
        sizes = ", ".join(f"{width} × {height}" for width, height in pictures.sizes)
        yield f"{_ready(pictures)} pictures ready for {sizes}: {_found(pictures)}"
        if tiles:
            yield f"{_ready(tiles)} ready to be looked at closer: {_found(tiles)}"
        yield f"{(pictures.taken + (tiles.taken if tiles else 0)) / 1e6:,.1f} MB in {pictures.folder}"
        if self.exit_code == STOPPED:
            yield "Stopped. The same command goes on from here."


def outcome(exhibition: Exhibition, pictures: Preparation, tiles: Tally | None) -> Outcome:
    """What to tell of `exhibition`; refused pictures at their places in its manifest."""
    problems: tuple[Problem, ...] = ()
    written = read_manifest(exhibition.source).exhibition if pictures.refused else None
    if written and len(written.works) == len(exhibition.works):
        problems = picture_problems(written, exhibition, pictures.refused)
    elif pictures.refused:  # somebody has changed the manifest meanwhile
        problems = picture_problems(exhibition, exhibition, pictures.refused)
    for failed in tiles.refused.values() if tiles else ():
        problems += (
            Problem(
                rule=failed.rule,
                message=f"{failed.message} It is shown, but becomes no sharper to who looks closer.",
                remedy=failed.remedy,
                severity=Severity.WARNING,
                file=failed.source,
            ),
        )
    problems += tuple(part.ended for part in (pictures, tiles) if part and part.ended)
    return Outcome(exhibition.source, pictures, tiles, problems)


def _counts(part: Tally) -> dict[str, Any]:
    counts = {name: getattr(part, name) for name in ("total", "found", "made", "taken", "stopped")}
    return counts | {"refused": len(part.refused)}


def _ready(part: Tally) -> str:
    return f"{part.found + part.made:,} of {part.total:,}"


def _found(part: Tally) -> str:
    return f"{part.made:,} made now, {part.found:,} found."
