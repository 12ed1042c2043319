"""Which orders wait for a worker, which are under way, and who wants to hear of them. No threads, no files."""

from __future__ import annotations

import heapq
import itertools
from enum import IntEnum
from typing import TYPE_CHECKING

from kiosk.pictures.orders import Box
from kiosk.pictures.workers.jobs import Job, MeasureJob, PictureJob, WhenDone, WhenMeasured, Wish

if TYPE_CHECKING:
    from pathlib import Path

MEASURE_BATCH = 64


class Urgency(IntEnum):
    """Which order is made first: the highest. A visitor in a hurry sees what is `AHEAD` before any thumbnail."""

    REST = 0
    TILE = 10
    THUMBNAIL = 20
    AHEAD = 30
    PREVIOUS = 40
    NEXT = 50
    NOW = 60


_Jobs = dict["Path", dict[Box | None, PictureJob]]


class OrderBook:
    """Jobs, the most urgent first, the picture asked for last first among equals; no picture twice for the same box.

    What was asked for last is what a visitor looks at now. A job waits only as long as somebody wishes for it, so
    there are never more than there are places that somebody looks at.
    """

    def __init__(self) -> None:
        self._heap: list[tuple[tuple[int, int], Job]] = []
        self._turn = itertools.count()
        self._waiting: _Jobs = {}
        self._under_way: _Jobs = {}
        self._pictures = 0
        self._batches = 0

    def __len__(self) -> int:
        """How many workers could be busy with what waits."""
        return self._pictures + self._batches

    def order(
        self,
        source: Path,
        folder: Path,
        box: Box | None,
        urgency: int,
        when_done: WhenDone,
        more: tuple[Box, ...] = (),
    ) -> Wish:
        """Ask for a picture. It is as urgent as the most urgent of those who ask for it.

        A preview comes with every screen: asking for one joins the job of any screen of that picture, and asking for
        a screen takes over the job of a waiting preview. `more` boxes count for a job that is new.
        """
        wish = Wish(box, urgency, when_done, more)
        self._join(wish, source, folder)
        return wish

    def measure(self, sources: tuple[Path, ...], folder: Path, urgency: int, when_measured: WhenMeasured) -> None:
        """Ask for the headers of `sources`, which are read in batches."""
        if sources:
            self._batches += -(-len(sources) // MEASURE_BATCH)
            self._push_measuring(MeasureJob(sources, folder, urgency, when_measured), next(self._turn))

    def withdraw(self, wish: Wish) -> None:
        """Note that somebody no longer wants a picture and will not hear of it. It is not made if nobody else does.

        What is under way goes on: see `unwanted`.
        """
        job, wish.job = wish.job, None
        if job is None:
            return
        job.wishes.remove(wish)
        if not self._waits(job):
            return
        if not any(other.box == job.box for other in job.wishes):
            self._drop(job)
            for other in job.wishes:
                self._join(other, job.source, job.folder)
        else:
            self._push(job)

    def change(self, wish: Wish, urgency: int) -> None:
        """Note that somebody wants a picture more or less urgently than before."""
        if urgency != wish.urgency:
            wish.urgency = urgency
            if wish.job and self._waits(wish.job):
                self._push(wish.job)

    def next_urgency(self) -> int:
        """How urgent the job is that `take` would give, -1 where it would give none."""
        while self._heap and not self._stands(*self._heap[0]):
            heapq.heappop(self._heap)
        return -self._heap[0][0][0] if self._heap else -1

    def take(self) -> Job | None:
        """The most urgent job, or a batch of one, under way from now on; None when nothing waits."""
        while self._heap:
            place, job = heapq.heappop(self._heap)
            if isinstance(job, MeasureJob):
                return self._batch(job, place[1])
            if self._waits(job) and job.place == place:
                self._drop(job)
                self._under_way.setdefault(job.source, {})[job.box] = job
                return job
        return None

    def previewed(self, job: PictureJob) -> list[Wish]:
        """Note that the preview of a job under way is there: the wishes for no more than that, which are fulfilled."""
        fulfilled = [wish for wish in job.wishes if wish.box is None]
        job.wishes = [wish for wish in job.wishes if wish.box]
        return _fulfilled(fulfilled)

    def finish(self, job: PictureJob) -> list[Wish] | None:
        """Note that a job has come to its end: the wishes that are fulfilled by it. None when it was abandoned."""
        return _fulfilled(job.wishes) if _remove(self._under_way, job) else None

    def unwanted(self) -> list[PictureJob]:
        """The jobs under way that nobody wishes for any more."""
        return [job for jobs in self._under_way.values() for job in jobs.values() if not job.wishes]

    def abandon(self, job: PictureJob) -> None:
        """Note that a job under way is ended; whoever wishes for the same picture now has it made anew."""
        _remove(self._under_way, job)

    def clear(self) -> None:
        """Forget everything that waits."""
        self._waiting.clear()
        self._heap.clear()
        self._pictures = self._batches = 0

    def _join(self, wish: Wish, source: Path, folder: Path) -> None:
        """Let a job of `source` serve a wish, a new one if none does."""
        under_way, waiting = self._under_way.get(source, {}), self._waiting.get(source, {})
        along = next((job for job in under_way.values() if wish.box in job.more), None)
        job = under_way.get(wish.box) or along or waiting.get(wish.box)
        if job is None and wish.box is None:
            job = next(iter((*under_way.values(), *waiting.values())), None)
        if job is None:
            job = PictureJob(source, folder, wish.box, wish.more)
            preview = waiting.get(None)
            if preview:
                self._drop(preview)
                job.wishes = preview.wishes
                for each in job.wishes:
                    each.job = job
            self._waiting.setdefault(source, {})[wish.box] = job
            self._pictures += 1
        wish.job = job
        job.wishes.append(wish)
        if self._waits(job):
            self._push(job)

    def _push(self, job: PictureJob) -> None:
        """Give a waiting job the place that its urgency has now, unless it stands there."""
        if job.place is None or job.place[0] != -job.urgency:
            job.place = -job.urgency, -next(self._turn)
            heapq.heappush(self._heap, (job.place, job))
            self._tidy()

    def _push_measuring(self, job: MeasureJob, turn: int) -> None:
        heapq.heappush(self._heap, ((-job.urgency, turn), job))

    def _batch(self, job: MeasureJob, turn: int) -> MeasureJob:
        self._batches -= 1
        end = job.start + MEASURE_BATCH
        if end < len(job.sources):
            self._push_measuring(MeasureJob(job.sources, job.folder, job.urgency, job.when_measured, end), turn)
        return MeasureJob(job.sources[job.start : end], job.folder, job.urgency, job.when_measured)

    def _waits(self, job: PictureJob) -> bool:
        return self._waiting.get(job.source, {}).get(job.box) is job

    def _drop(self, job: PictureJob) -> None:
        _remove(self._waiting, job)
        self._pictures -= 1
        self._tidy()

    def _tidy(self) -> None:
        """Take out of the heap what no longer waits there, so that a long scroll does not fill it."""
        if len(self._heap) > 2 * len(self) + 64:
            self._heap = [(place, job) for place, job in self._heap if self._stands(place, job)]
            heapq.heapify(self._heap)

    def _stands(self, place: tuple[int, int], job: Job) -> bool:
        return isinstance(job, MeasureJob) or (self._waits(job) and job.place == place)


def _fulfilled(wishes: list[Wish]) -> list[Wish]:
    for wish in wishes:
        wish.job = None
    return wishes


def _remove(jobs: _Jobs, job: PictureJob) -> bool:
    """Take a job out; False where it is not there."""
    of_source = jobs.get(job.source, {})
    if of_source.get(job.box) is not job:
        return False
    del of_source[job.box]
    if not of_source:
        del jobs[job.source]
    return True
