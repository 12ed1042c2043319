"""Behind the scenes: the configuration, the exhibition, its prepared pictures and who prepares them. No Qt."""

from __future__ import annotations

import logging
import sys
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from kiosk.exhibition.config import Config, read_config
from kiosk.exhibition.manifest import read_manifest
from kiosk.exhibition.places import cache_folder, state_folder
from kiosk.exhibition.selection import Selection
from kiosk.exhibition.spelling import as_on_disk
from kiosk.pictures.cache import Cache
from kiosk.pictures.workshop import Workshop
from kiosk.staff.report import StaffReport
from kiosk.visit.attract import programme

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kiosk.exhibition.manifest import ManifestReading
    from kiosk.exhibition.model import Exhibition
    from kiosk.exhibition.problems import Problem

FIRST = 1000
"""The urgency of the picture that the show begins with: more than any other has."""

_log = logging.getLogger("kiosk")


class Backstage:
    """What `exhibition` needs to be shown. Problems of the show are noted once, in the log and the staff report."""

    def __init__(self, exhibition: Exhibition, config: Config) -> None:
        self.exhibition = exhibition
        self.config = config
        self.selection = Selection(exhibition)
        self.cache = Cache(cache_folder() / "renditions", round(config.cache.size_gb * 1e9))
        self.workshop = Workshop(self.cache)
        self._report = StaffReport(state_folder())
        if self.cache.problem:
            _log.warning("%s %s", self.cache.problem.message, self.cache.problem.remedy)

    def prepare_opening(self) -> None:
        """Have the preview of the loop's first picture made, unless there is one, while the rest is being loaded."""
        works = self.exhibition.works
        shown = self.selection.works((), date.today()) or range(len(works))  # noqa: DTZ011 - the day on the wall
        loop = programme(works, self.exhibition.themes, shown, self.config.attract.teaser_every)
        picture = works[loop.scene(0).works[0]].picture
        if picture and not self.cache.find(picture, None):
            self.workshop.order(picture, self.exhibition.folder, None, FIRST, lambda _: None)

    def complain(self, problem: Problem) -> None:
        """Note a problem of the show."""
        if self._report.add(problem):
            _log.warning("%s", problem)

    def close(self) -> None:
        """End the workers and keep what was learned."""
        self.workshop.close()
        self.cache.close()


def configured(path: Path | None) -> Config:
    """The configuration in the file at `path`, problems told on the terminal; the usual one without a file."""
    if path is None:
        return Config()
    reading = read_config(path)
    _tell(reading.problems)
    return reading.config


def read(path: Path) -> ManifestReading:
    """The exhibition to show, problems told on the terminal; None also for one without any work."""
    reading = read_manifest(path)
    _tell(reading.problems)
    found = reading.exhibition
    return msgspec.structs.replace(reading, exhibition=as_on_disk(found) if found and found.works else None)


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
