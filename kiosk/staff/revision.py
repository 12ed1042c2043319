"""What the files of a show say now: read again while it goes on."""

from __future__ import annotations

import os
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.config import Config, read_config, waits_for_install
from kiosk.exhibition.file_state import FileState, is_out_of_reach
from kiosk.exhibition.installed import current_exhibition, is_bundle, is_installed
from kiosk.exhibition.manifest import ManifestReading, manifest_file
from kiosk.exhibition.problems import Problem, Severity
from kiosk.exhibition.reader import ManifestReader
from kiosk.exhibition.reading import read_exhibition
from kiosk.staff.safe_mode import calm
from kiosk.staff.typefaces import FOLDER, copied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kiosk.exhibition.model import Exhibition
    from kiosk.staff.typefaces import Typeface


class Asked(NamedTuple):
    """What is to be shown: `exhibition`, the one that the configuration names if that is None.

    `installed`: instead of both what was installed last, as staff have wished since the start.
    """

    config: Path | None
    exhibition: Path | None
    installed: bool = False

    def manifest(self, config: Config) -> Path:
        """Of what is to be shown now."""
        installed = current_exhibition() if self.installed else None
        return manifest_file(installed or self.exhibition or config.exhibition)

    def follows_installs(self, config: Config) -> bool:
        """Whether what is installed next is shown by itself."""
        named = config.exhibition
        return self.installed or (self.exhibition is None and (is_installed(named) or waits_for_install(named)))


class Revision(NamedTuple):
    """What the files say, and of which state of them.

    `files` are the paths of all that the exhibition names, `pictures` the states of those that are there, and
    `folders` where they are, or would be. `away` are folders that have lost all of them at once, or do not let anybody
    look: the disk or the network drive is gone, and its pictures count as being what they were. `fonts` are copies.
    """

    config: Config
    manifest: Path
    exhibition: Exhibition | None
    problems: tuple[Problem, ...]
    files: frozenset[str]
    pictures: frozenset[FileState]
    folders: frozenset[Path]
    away: frozenset[Path] = frozenset()
    fonts: tuple[Typeface, ...] = ()

    @property
    def faults(self) -> frozenset[tuple[str, str, str]]:
        """What is so wrong that something is left out, wherever in the file it stands."""
        errors = (problem for problem in self.problems if problem.severity is Severity.ERROR)
        return frozenset((problem.rule, problem.work, problem.message) for problem in errors)

    def may_be_unfinished(self, before: Revision) -> bool:
        """Whether the change may be half of one: something is wrong, or pictures are others than before."""
        return self.exhibition is None or self.pictures != before.pictures or bool(self.faults - before.faults)

    def shows_as(self, other: Revision) -> bool:
        """Whether a visitor could not tell one from the other."""
        return (self.config, self.manifest, self.exhibition, self.pictures) == (
            other.config,
            other.manifest,
            other.exhibition,
            other.pictures,
        )


AT_START = (
    "display.mode",
    "display.screen",
    "display.diagonal_inches",
    "display.renderer",
    "display.profile",
    "cache.size_gb",
    "fleet",
)
"""What a window, its renderer and the workers are made with."""


def left_for_later(shown: Config, config: Config, file: Path | None) -> tuple[Problem, ...]:
    """What has changed in the configuration `file` and takes effect with the next start only."""
    return tuple(
        Problem(
            rule="at-start",
            message=f"{field} has changed. It is read when the program starts.",
            remedy="Start the program again, today or with the next opening.",
            severity=Severity.HINT,
            file=file,
            field=field,
        )
        for field in AT_START
        if attrgetter(field)(shown) != attrgetter(field)(config)
    )


_NONE: frozenset[Path] = frozenset()


def read_again(asked: Asked, indexes: Path, before: Revision | None = None) -> Revision:
    """What the files say now; `indexes` is where those of exhibitions are kept.

    What is as it was `before` is the very same: to see that then takes no time, however many works there are.
    """
    reading = read_config(asked.config) if asked.config else None
    config = calm(reading.config if reading else Config())
    manifest, refused = _manifest(asked, config, before)
    found = ManifestReading(None, (refused,)) if refused else read_exhibition(manifest, indexes, _read_large)
    problems = (*(reading.problems if reading else ()), *found.problems)
    if before and found.exhibition == before.exhibition:
        pictures, away = (before.pictures, _NONE) if _are_as(before) else _states(before.files, before.pictures)
        fonts = before.fonts if pictures == before.pictures else _fonts(found.exhibition, indexes)
        return before._replace(
            config=config, manifest=manifest, problems=problems, pictures=pictures, away=away, fonts=fonts
        )
    files = frozenset(_files(found.exhibition)) if found.exhibition else frozenset()
    if found.exhibition:
        _ = found.exhibition.index_by_id  # beside the show: of thousands of works it takes longer than a frame
    folders = frozenset(map(Path, {_folder(file) for file in files}))
    pictures, away = _states(files, before.pictures if before else frozenset())
    fonts = _fonts(found.exhibition, indexes)
    return Revision(config, manifest, found.exhibition, problems, files, pictures, folders, away, fonts)


def _fonts(exhibition: Exhibition | None, indexes: Path) -> tuple[Typeface, ...]:
    return copied(exhibition.brand.fonts, indexes.with_name(FOLDER)) if exhibition else ()


def _manifest(asked: Asked, config: Config, before: Revision | None) -> tuple[Path, Problem | None]:
    """The manifest of what is to be shown; that of a bundle is in the cache. Or why a bundle is refused.

    A bundle that is gone, with its stick, has been unpacked `before`.
    """
    named = asked.manifest(config)
    if asked.exhibition is None or asked.installed or not is_bundle(named):
        return named, None
    from kiosk.staff.bundles.refusal import FAULTS_OF_THE_MACHINE, BundleRefused  # noqa: PLC0415 - few are bundles
    from kiosk.staff.bundles.viewing import unpacked  # noqa: PLC0415 - see above

    try:
        return manifest_file(unpacked(named)), None
    except BundleRefused as refused:
        if before and before.exhibition and refused.problem.rule in FAULTS_OF_THE_MACHINE:
            return before.manifest, None
        return named, refused.problem


def _read_large(manifest: Path) -> bytes | ManifestReading:
    return ManifestReader(manifest).answer()


def _are_as(before: Revision) -> bool:
    """Whether all files are as they were, told without keeping anything: a show goes on beside this."""
    missing = before.files.difference(picture.path for picture in before.pictures)
    return all(_state(picture.path) == picture for picture in before.pictures) and not any(map(_state, missing))


def _states(files: frozenset[str], before: frozenset[FileState]) -> tuple[frozenset[FileState], frozenset[Path]]:
    """The states of those of `files` that are there, or were there `before` in a folder that is away; those folders."""
    there = frozenset(filter(None, map(_state, files)))
    lost = before - there
    if not lost:
        return there, _NONE
    paths = {picture.path for picture in there}
    not_empty = {_folder(path) for path in paths}
    kept = frozenset(
        picture
        for picture in lost
        if picture.path in files
        and picture.path not in paths
        and (_folder(picture.path) not in not_empty or _is_out_of_reach(picture.path))
    )
    return there | kept, frozenset(Path(_folder(picture.path)) for picture in kept)


def _state(file: str) -> FileState | None:
    try:
        status = os.stat(file)  # noqa: PTH116 - of many
    except (OSError, ValueError):
        return None
    return FileState(file, status.st_size, status.st_mtime_ns)


def _is_out_of_reach(file: str) -> bool:
    try:
        os.stat(file)  # noqa: PTH116 - as above
    except (OSError, ValueError) as error:
        return is_out_of_reach(error)
    return False


def _folder(file: str) -> str:
    return os.path.dirname(file)  # noqa: PTH120 - of many


def _files(exhibition: Exhibition) -> Iterator[str]:
    here = os.getcwd()  # noqa: PTH109 - of many
    pictures = (work.picture for work in exhibition.works)
    for file in chain(exhibition.brand.fonts, (exhibition.brand.logo,), pictures):
        if file:
            yield os.path.join(here, file)  # noqa: PTH118 - of many
