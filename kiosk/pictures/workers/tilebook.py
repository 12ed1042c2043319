"""Which pictures wait to be cut into tiles, which are being cut, and who wants to hear of it. No threads, no files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.pictures.orders import Failed, PyramidReady, TilesMade

if TYPE_CHECKING:
    from pathlib import Path

WhenTilesMade = Callable[[TilesMade], None]
WhenPyramidDone = Callable[[PyramidReady | Failed], None]


@dataclass(eq=False)
class TilesJob:
    """A picture to be cut into tiles, for all who asked for it. `wanted`: nobody has withdrawn it."""

    source: Path
    folder: Path
    urgency: int
    listeners: list[tuple[WhenTilesMade, WhenPyramidDone]] = field(default_factory=list)
    wanted: bool = True


class TileBook:
    """Jobs for tiles, the most urgent first, the one asked for last first among equals; `at_once` under way at most."""

    def __init__(self, at_once: int = 1) -> None:
        self._at_once = at_once
        self._waiting: dict[Path, TilesJob] = {}
        self._under_way: dict[Path, TilesJob] = {}

    def __len__(self) -> int:
        """How many wait and could be begun now."""
        return min(len(self._waiting), max(0, self._at_once - len(self._under_way)))

    def order(self, source: Path, folder: Path, urgency: int, tiles_made: WhenTilesMade, done: WhenPyramidDone) -> None:
        """Ask for the tiles of a picture. One that is asked for already becomes as urgent as the more urgent order."""
        under_way = self._under_way.get(source)
        job = under_way if under_way and under_way.wanted else self._waiting.pop(source, None)
        if job is None:
            job = TilesJob(source, folder, urgency)
        if job is not under_way:
            self._waiting[source] = job
        job.urgency = max(job.urgency, urgency)
        job.listeners.append((tiles_made, done))

    def withdraw(self, source: Path) -> None:
        """Nobody wants the tiles of a picture any more, nor to hear of them."""
        for jobs in (self._waiting, self._under_way):
            job = jobs.get(source)
            if job:
                job.wanted = False
                job.listeners.clear()
        self._waiting.pop(source, None)

    def urgency(self) -> int:
        """How urgent the job is that `take` would give, -1 where it would give none."""
        job = self._next()
        return job.urgency if job else -1

    def take(self) -> TilesJob | None:
        """The most urgent job, under way from now on; None when none waits or enough are under way."""
        job = self._next()
        if job:
            del self._waiting[job.source]
            self._under_way[job.source] = job
        return job

    def put_back(self, job: TilesJob) -> None:
        """Note that a job was left unfinished. It waits again if it is still wanted."""
        del self._under_way[job.source]
        if job.wanted:
            self._waiting = {job.source: job, **self._waiting}

    def finish(self, job: TilesJob) -> list[WhenPyramidDone]:
        """Note that a job has come to its end: everyone who wants to hear of that."""
        del self._under_way[job.source]
        return [done for _, done in job.listeners]

    def clear(self) -> None:
        """Forget everything that waits, and want nothing that is under way."""
        for source in (*self._waiting, *self._under_way):
            self.withdraw(source)

    def _next(self) -> TilesJob | None:
        if not len(self):
            return None
        # What is under way once more after it was withdrawn has to end first: two would write the same files.
        free = [job for source, job in self._waiting.items() if source not in self._under_way]
        return max(reversed(free), key=lambda job: job.urgency, default=None)
