"""What the files of a show say now: read again while it goes on."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.config import Config, read_config
from kiosk.exhibition.file_state import FileState
from kiosk.exhibition.manifest import ManifestReading, manifest_file
from kiosk.exhibition.problems import Problem, Severity
from kiosk.exhibition.reader import ManifestReader
from kiosk.exhibition.reading import read_exhibition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kiosk.exhibition.model import Exhibition


class Asked(NamedTuple):
    """What the show was started with: `exhibition` is the one that the configuration names if it is None."""

    config: Path | None
    exhibition: Path | None


class Revision(NamedTuple):
    """What the files say, and of which state of them. `pictures` are all files that the exhibition names."""

    config: Config
    manifest: Path
    exhibition: Exhibition | None
    problems: tuple[Problem, ...]
    pictures: frozenset[FileState]

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


def read_again(asked: Asked, indexes: Path) -> Revision:
    """What the files say now; `indexes` is where those of exhibitions are kept."""
    reading = read_config(asked.config) if asked.config else None
    config = reading.config if reading else Config()
    manifest = manifest_file(asked.exhibition or config.exhibition)
    found = read_exhibition(manifest, indexes, _read_large)
    problems = (*(reading.problems if reading else ()), *found.problems)
    return Revision(config, manifest, found.exhibition, problems, frozenset(_states(found.exhibition)))


def _read_large(manifest: Path) -> bytes | ManifestReading:
    return ManifestReader(manifest).answer()


def _states(exhibition: Exhibition | None) -> Iterator[FileState]:
    if exhibition is None:
        return
    for file in _files(exhibition):
        try:
            yield FileState.of(file)
        except (OSError, ValueError):
            continue


def _files(exhibition: Exhibition) -> Iterable[Path]:
    logo = exhibition.brand.logo
    pictures = {work.picture for work in exhibition.works if work.picture}
    return pictures.union(exhibition.brand.fonts, (logo,) if logo else ())
