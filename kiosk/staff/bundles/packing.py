"""Making a bundle: the manifest and what it names, and nothing else of the folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.disk import replace_file
from kiosk.exhibition.file_names import BadName, as_disks_see, file_inside
from kiosk.exhibition.installed import LIST
from kiosk.exhibition.manifest import MANIFEST, manifest_file, read_manifest
from kiosk.exhibition.problems import Problem, Severity
from kiosk.exhibition.spelling import Finder, as_on_disk
from kiosk.staff.bundles.contents import FORMAT, MINIMUM_VERSION, SIGNATURE, SUFFIX, Bundle
from kiosk.staff.bundles.refusal import BundleRefused, unwritable
from kiosk.staff.bundles.secret_key import SecretKey
from kiosk.staff.bundles.zipping import made_whole, packed_file, write
from kiosk.staff.check import CheckReport, check
from kiosk.staff.inspection import to_nobody

if TYPE_CHECKING:
    from kiosk.exhibition.model import Exhibition
    from kiosk.staff.inspection import Progress

GENERATION_SUFFIX = ".generation"
_MOST_GENERATION_BYTES = 32


class Packed(msgspec.Struct, frozen=True):
    """A bundle that was made. `problems` are those that a check found: what is refused there is not in it."""

    file: Path
    bundle: Bundle
    signed: bool
    problems: tuple[Problem, ...] = ()


class Wanted(msgspec.Struct, frozen=True):
    """How to make a bundle. `generation` None: one more than the last. `quick`: only headers of pictures are read."""

    generation: int | None = None
    key: SecretKey | None = None
    quick: bool = False


def pack(
    exhibition: Path,
    file: Path,
    now: dt.datetime,
    wanted: Wanted = Wanted(),  # noqa: B008 - frozen
    progress: Progress = to_nobody,
    checking: Progress = to_nobody,
) -> Packed:
    """Make the bundle `file` of the exhibition in a manifest, or in a folder with one. Raises `BundleRefused`.

    The generation's number is remembered beside the manifest. The same exhibition gives the same bytes, but for the
    generation and `now`, which has a time zone.
    """
    manifest = manifest_file(exhibition)
    report = check(manifest, thorough=not wanted.quick, progress=checking)
    written = read_manifest(manifest).exhibition
    if not report.usable or written is None:
        raise Unusable(manifest, report)
    sources = _sources(written, frozenset(report.refused))
    number = wanted.generation or next_generation(manifest)
    files = tuple(packed_file(name, source, written.folder) for name, source in sources.items())
    bundle = Bundle(
        format=FORMAT,
        title=report.title,
        generation=number,
        minimum_version=MINIMUM_VERSION,
        made=now.astimezone(dt.UTC).replace(microsecond=0),
        files=files,
    )
    file = file.absolute() if file.suffix == SUFFIX else file.absolute().with_name(file.name + SUFFIX)
    with made_whole(file) as opened:
        write(opened, bundle, sources, written.folder, wanted.key, progress)
    return Packed(file, bundle, wanted.key is not None, report.problems + _remembered(manifest, number))


class Unusable(BundleRefused):
    """An exhibition of which nothing can be shown; `report` says why."""

    def __init__(self, manifest: Path, report: CheckReport) -> None:
        super().__init__("unusable", manifest, "Nothing in it can be shown.", "Correct what `kiosk check` tells.")
        self.report = report


def next_generation(manifest: Path) -> int:
    """One more than the last that was packed from this manifest. Raises `BundleRefused`."""
    file = manifest.with_suffix(GENERATION_SUFFIX)
    try:
        with file.open("rb") as opened:
            return int(opened.read(_MOST_GENERATION_BYTES).decode("ascii").strip()) + 1
    except FileNotFoundError:
        return 1
    except (OSError, ValueError) as error:
        message = "The number of the last bundle is kept here, and it cannot be read."
        raise BundleRefused("generation", file, message, "Give the number with --generation.") from error


def _remembered(manifest: Path, number: int) -> tuple[Problem, ...]:
    """Remember the number; the problem where that fails."""
    file = manifest.with_suffix(GENERATION_SUFFIX)
    try:
        replace_file(file, f"{number}\n".encode())
    except OSError as error:
        problem = unwritable(file, error, "The number of this bundle").problem
        remedy = f"{problem.remedy} Give the next one its number with --generation {number + 1}."
        return (msgspec.structs.replace(problem, severity=Severity.WARNING, remedy=remedy),)
    return ()


def _sources(written: Exhibition, refused: frozenset[Path]) -> dict[str, Path]:
    """The files of a bundle by their names in it: the manifest first, then what it names, in the order of names.

    Left out is what is not there, and pictures that the check has refused.
    """
    finder = Finder(written.folder)
    brand = written.brand
    named = [*(work.picture for work in as_on_disk(written).works), brand.logo, *brand.fonts]
    found = {}
    for file in filter(None, named):
        there = finder.find(file) or file
        if there.is_file() and refused.isdisjoint((file, there)):
            found[there.relative_to(written.folder).as_posix()] = there
    _refuse_names(written.source, found)
    return {MANIFEST: written.source, **dict(sorted(found.items()))}


def _refuse_names(manifest: Path, found: dict[str, Path]) -> None:
    known = {as_disks_see(name): name for name in (MANIFEST, LIST, SIGNATURE)}
    for name, file in found.items():
        try:
            file_inside(name, Path())
        except BadName as bad:
            raise BundleRefused(bad.rule, file, bad.message, bad.remedy, name) from bad
        other = known.setdefault(as_disks_see(name), name)
        if other is not name:
            message = f'Some disks take "{name}" and "{other}" for the same file.'
            raise BundleRefused("same-name", manifest, message, "Rename one of them, here and in the manifest.", name)
