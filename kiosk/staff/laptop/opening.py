"""From what somebody names, double-clicks or drops to an exhibition that can be shown, or the reason why it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.installed import is_bundle
from kiosk.exhibition.manifest import MANIFEST, ManifestReading, manifest_file
from kiosk.exhibition.places import cache_folder
from kiosk.exhibition.problems import Problem, Severity
from kiosk.exhibition.reader import ManifestReader
from kiosk.exhibition.reading import read_exhibition
from kiosk.staff.bundles.refusal import BundleRefused
from kiosk.staff.bundles.viewing import unpacked
from kiosk.staff.inspection import to_nobody
from kiosk.staff.laptop.browsing import Kind, look_into

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.staff.inspection import Progress

_MOST_NAMED = 3


class Opened(NamedTuple):
    """An exhibition that can be shown: what was `named`, its `title`, and what is wrong with it, if anything."""

    named: Path
    title: str
    problems: tuple[Problem, ...] = ()


class CannotOpen(Exception):
    """Nothing to show. `problems` says why; never empty."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(str(problems[0]))
        self.problems = problems


def open_named(named: Path, progress: Progress = to_nobody) -> Opened:
    """The exhibition in a folder, a manifest or a bundle, which is unpacked into the cache. Raises CannotOpen.

    May take long; for any thread. Nothing is installed.
    """
    named = named.absolute()
    try:
        manifest = manifest_file(unpacked(named, progress=progress) if is_bundle(named) else named)
    except BundleRefused as refused:
        raise CannotOpen((refused.problem,)) from refused
    if named.is_dir() and not manifest.is_file():
        raise CannotOpen((_nothing_in(named),))
    reading = read_exhibition(manifest, cache_folder() / "exhibitions", _read_large)
    if reading.exhibition is None:
        raise CannotOpen(_worst(reading.problems) or (_nothing_in(named),))
    found = reading.exhibition
    return Opened(named, found.title.words(found.languages[0]), reading.problems)


def _read_large(manifest: Path) -> bytes | ManifestReading:
    return ManifestReader(manifest).answer()


def _worst(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What keeps it from being shown; everything where nothing says so."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR) or problems


def _nothing_in(folder: Path) -> Problem:
    """A folder, or a file, in which nothing can be shown: what of it may have been meant."""
    inside = [thing.path.name for thing in look_into(folder).things if thing.kind is not Kind.FOLDER]
    if inside:
        meant = ", ".join(inside[:_MOST_NAMED])
        remedy = f"Open one of these in it: {meant}."
    else:
        remedy = f"Open the folder that has a {MANIFEST}. From a list and pictures one is made with: kiosk import"
    return Problem(rule="no-exhibition", message="There is no exhibition in it.", remedy=remedy, file=folder)
