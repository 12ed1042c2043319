"""Which orders wait for a worker, which are under way, and who wants to hear of them. No threads, no files."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.pictures.orders import Box, Measurement, Result

if TYPE_CHECKING:
    from pathlib import Path

WhenDone = Callable[[Result], None]
WhenMeasured = Callable[[Sequence[Measurement]], None]


@dataclass(eq=False)
class PictureJob:
    """A picture to be made ready, for all who asked for it; for the boxes in `more`, too, while it is decoded."""

    source: Path
    folder: Path
    box: Box | None
    urgency: int
    when_done: list[WhenDone] = field(default_factory=list)
    more: tuple[Box, ...] = ()


@dataclass(eq=False)
class MeasureJob:
    """Pictures whose headers are to be read."""

    sources: tuple[Path, ...]
    folder: Path
    urgency: int
    when_measured: WhenMeasured


Job = PictureJob | MeasureJob


class OrderBook:
    """Jobs, the most urgent first, the picture asked for last first among equals; no picture twice for the same box.

    What was asked for last is what a visitor looks at now; what they have left behind can wait.
    """

    def __init__(self) -> None:
        self._heap: list[tuple[int, int, Job]] = []
        self._turn = itertools.count()
        self._waiting: dict[Path, dict[Box | None, PictureJob]] = {}
        self._under_way: dict[Path, dict[Box | None, PictureJob]] = {}

    def __len__(self) -> int:
        """No fewer than the jobs that wait."""
        return len(self._heap)

    def order(
        self,
        source: Path,
        folder: Path,
        box: Box | None,
        urgency: int,
        when_done: WhenDone,
        more: tuple[Box, ...] = (),
    ) -> None:
        """Ask for a picture. One that waits already becomes as urgent as the most urgent of those who asked for it.

        A preview comes with every screen: asking for one joins the job of any screen of that picture, and asking for
        a screen takes over the job of a waiting preview. `more` boxes count for a job that is new.
        """
        waiting = self._waiting.setdefault(source, {})
        under_way = self._under_way.get(source, {})
        job = under_way.get(box) or waiting.get(box)
        if job is None and box is None:
            job = next(iter((*under_way.values(), *waiting.values())), None)
        if job is None:
            job = PictureJob(source, folder, box, urgency, more=more)
            preview = waiting.pop(None, None)
            if preview:
                job.urgency = max(urgency, preview.urgency)
                job.when_done = preview.when_done
            waiting[box] = job
            self._push(job)
        elif urgency > job.urgency:
            job.urgency = urgency
            self._push(job)
        job.when_done.append(when_done)

    def measure(self, sources: tuple[Path, ...], folder: Path, urgency: int, when_measured: WhenMeasured) -> None:
        """Ask for the headers of `sources`, as one job."""
        self._push(MeasureJob(sources, folder, urgency, when_measured))

    def take(self) -> Job | None:
        """The most urgent job, under way from now on; None when nothing waits."""
        while self._heap:
            negative_urgency, _, job = heapq.heappop(self._heap)
            if isinstance(job, MeasureJob):
                return job
            if job.urgency == -negative_urgency and self._waits(job):
                self._drop(job)
                self._under_way.setdefault(job.source, {})[job.box] = job
                return job
        return None

    def finish(self, job: PictureJob) -> list[WhenDone]:
        """Note that a job has come to its end: everyone who asked for it."""
        jobs = self._under_way[job.source]
        del jobs[job.box]
        if not jobs:
            del self._under_way[job.source]
        return job.when_done

    def keep_only(self, sources: Collection[Path]) -> None:
        """Forget the waiting pictures that are not among `sources`; nobody hears of them."""
        self._waiting = {source: jobs for source, jobs in self._waiting.items() if source in sources}
        self._tidy()

    def forget(self, urgency_below: int) -> None:
        """Forget the waiting pictures that are less urgent; nobody hears of them."""
        for jobs in tuple(self._waiting.values()):
            for job in tuple(jobs.values()):
                if job.urgency < urgency_below:
                    self._drop(job)
        self._tidy()

    def clear(self) -> None:
        """Forget everything that waits."""
        self._waiting.clear()
        self._heap.clear()

    def _push(self, job: Job) -> None:
        turn = next(self._turn)
        heapq.heappush(self._heap, (-job.urgency, turn if isinstance(job, MeasureJob) else -turn, job))

    def _waits(self, job: PictureJob) -> bool:
        return self._waiting.get(job.source, {}).get(job.box) is job

    def _drop(self, job: PictureJob) -> None:
        jobs = self._waiting[job.source]
        del jobs[job.box]
        if not jobs:
            del self._waiting[job.source]

    def _tidy(self) -> None:
        """Take out of the heap what no longer waits, so that a long scroll does not fill it."""
        self._heap = [entry for entry in self._heap if isinstance(entry[2], MeasureJob) or self._waits(entry[2])]
        heapq.heapify(self._heap)
