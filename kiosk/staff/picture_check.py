"""Looking at single pictures through the same door as the show."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.manifest import MANIFEST, manifest_file
from kiosk.exhibition.spelling import Finder
from kiosk.pictures.orders import Failed, Flaw, Header
from kiosk.staff.inspection import Inspection, inspect
from kiosk.staff.remarks import Remark, remarks

if TYPE_CHECKING:
    from collections.abc import Sequence


class PictureReport(msgspec.Struct, frozen=True):
    """What the show would make of a picture: its `header` where it is shown, or why it is `refused`."""

    picture: Path
    header: Header | None = None
    refused: Failed | None = None
    hints: tuple[Remark, ...] = ()


def check_pictures(pictures: Sequence[Path], exhibition: Path | None = None) -> tuple[PictureReport, ...]:
    """Each of `pictures` as the show would find it in `exhibition`, a manifest or a folder that holds one.

    Without `exhibition` a picture belongs to the nearest folder above it that has a manifest, else to its own: a link
    that leads out of that folder is refused, as in the show.
    """
    named = [Path(os.path.abspath(picture)) for picture in pictures]  # noqa: PTH100 - ".." goes back as it is written
    folders = [manifest_file(exhibition).parent if exhibition else home_of(picture) for picture in named]
    sources = [Finder(folder).find(picture) or picture for picture, folder in zip(named, folders, strict=True)]
    seen = {folder: _seen(sources, folders, folder) for folder in dict.fromkeys(folders)}
    return tuple(
        _report(picture, source, folder, seen[folder])
        for picture, source, folder in zip(named, sources, folders, strict=True)
    )


def _seen(sources: Sequence[Path], folders: Sequence[Path], folder: Path) -> Inspection:
    there = dict.fromkeys(source for source, home in zip(sources, folders, strict=True) if home == folder)
    return inspect(tuple(there), folder, thorough=True)


def home_of(picture: Path) -> Path:
    """The folder of the exhibition that a picture belongs to, or its own folder where it belongs to none."""
    return next((folder for folder in picture.parents if (folder / MANIFEST).is_file()), picture.parent)


def _report(named: Path, source: Path, folder: Path, seen: Inspection) -> PictureReport:
    header = seen.shown.get(source)
    # Whether a picture without colours is odd, only the others of its exhibition tell.
    flaws = [flaw for flaw in seen.flaws.get(source, ()) if flaw is not Flaw.GREYSCALE]
    hints = remarks(named, source, folder, header, flaws) if header else ()
    return PictureReport(source, header, seen.refused.get(source), hints)
