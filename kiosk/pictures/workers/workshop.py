"""Where pictures are made ready: a few worker processes, the most urgent picture first, nobody waits."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
import time
from typing import TYPE_CHECKING, TypeVar

from kiosk.exhibition.threads import begin
from kiosk.pictures.orders import (
    Box,
    Failed,
    Measured,
    Measurements,
    MeasureOrder,
    PreviewMade,
    Progress,
    PyramidReady,
    Ready,
    RenditionOrder,
    Reply,
    Result,
    Stopped,
    SweepOrder,
    TilesMade,
    TilesOrder,
)
from kiosk.pictures.refusal import NO_ROOM, Refused
from kiosk.pictures.storage.quarantine import Part
from kiosk.pictures.workers.asking import ask, worker_died
from kiosk.pictures.workers.gate import Gate
from kiosk.pictures.workers.jobs import Job, MeasureJob, PictureJob, WhenDone, WhenMeasured, Wish
from kiosk.pictures.workers.orderbook import OrderBook, Urgency
from kiosk.pictures.workers.process import DEADLINE_S, MEMORY_BYTES, NoWorker, OutOfTime, WorkerDied, WorkerProcess
from kiosk.pictures.workers.tilebook import TileBook, TilesJob, WhenPyramidDone, WhenTilesMade

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from kiosk.pictures.storage.cache import Cache
    from kiosk.pictures.storage.quarantine import Quarantine

LONG_S = 1.0
"""What nobody wants any more is ended after so long, if a visitor waits for its worker; starting one takes 0.2 s."""

_REST_AFTER_S = 30.0
_SWEEP_EVERY = 100
_CLOSE_WITHIN_S = 0.8

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Workshop:
    """Makes the pictures of `cache` in `workers` processes, started with the first order and resting when idle.

    A picture gets `deadline_s` seconds and `memory_bytes` of memory; one that kills its worker, or hangs in it, costs
    itself alone. Every method may be called from any thread and returns at once. Callbacks come on a thread of the
    workshop and should be short. `first`: a worker that was started before the rest of the program was loaded.
    `quarantine`: what has failed too often and is not tried; without one everything is.
    """

    def __init__(
        self,
        cache: Cache,
        workers: int | None = None,
        deadline_s: float = DEADLINE_S,
        memory_bytes: int = MEMORY_BYTES,
        first: WorkerProcess | None = None,
        quarantine: Quarantine | None = None,
    ) -> None:
        self._cache = cache
        self._gate = Gate(quarantine)
        self._book = OrderBook()
        self._tiles = TileBook(at_once=max(1, (workers or usual_workers()) // 2))
        self._changed = threading.Condition()
        self._closed = False
        self._idle = 0
        self._unswept = 1
        self._processes = [WorkerProcess(memory_bytes, deadline_s) for _ in range(workers or usual_workers())]
        if first:
            self._processes[0] = first
        self._threads: list[threading.Thread] = []
        self._begun: dict[PictureJob, tuple[float, WorkerProcess]] = {}
        self._reminder: threading.Timer | None = None

    def order(
        self,
        source: Path,
        folder: Path,
        box: Box | None,
        urgency: int,
        done: WhenDone,
        more: tuple[Box, ...] = (),
    ) -> Wish:
        """Make `source`, inside `folder`, ready for `box`, or only its preview for None; `done` hears the result.

        Higher urgencies come first; the same is not made twice. `more` boxes are served by the same decoding, unless
        somebody has asked for the first one before. Who asks for a preview hears of it before any screen is made of
        that decoding; a screen that only comes along is left for something more urgent that nobody else can begin
        with. What is returned is for `withdraw` and `change`.
        """
        with self._changed:
            wish = self._book.order(source, folder, box, urgency, done, more)
            self._wake()
            self._make_room()
            return wish

    def withdraw(self, wish: Wish) -> None:
        """Say that a picture is no longer wanted. Its `done` is not called any more, unless that is happening now.

        It is not made, unless somebody else wants it. When it is being made already that goes on, for it may be wanted
        again and is half done; but not for long while a visitor waits for a worker.
        """
        with self._changed:
            self._book.withdraw(wish)
            self._make_room()

    def change(self, wish: Wish, urgency: int) -> None:
        """Say that a picture is wanted more or less urgently than before."""
        with self._changed:
            self._book.change(wish, urgency)
            self._make_room()

    def measure(self, sources: Sequence[Path], folder: Path, done: WhenMeasured, urgency: int = Urgency.REST) -> None:
        """Read the headers of `sources`; `done` hears of them in batches, in no particular order."""
        with self._changed:
            self._book.measure(tuple(sources), folder, urgency, done)
            self._wake()

    def order_tiles(
        self, source: Path, folder: Path, urgency: int, tiles_made: WhenTilesMade, done: WhenPyramidDone
    ) -> None:
        """Cut `source`, inside `folder`, into the tiles of its pyramid, level by level where its format allows it.

        `tiles_made` first hears of the tiles that are on disk already, if any, and then of more while they are made,
        a row or a level at a time. `done` hears when all are there, or why not. Half of the workers at most do this,
        and leave it for something more urgent that nobody else can begin with; what they have made is kept.

        Asking again while this is under way adds a listener, who hears of what comes from then on.
        """
        with self._changed:
            self._tiles.order(source, folder, urgency, tiles_made, done)
            self._wake()

    def withdraw_tiles(self, source: Path) -> None:
        """Stop cutting `source` into tiles, if anybody asked for it. Their `done` is never called."""
        with self._changed:
            self._tiles.withdraw(source)

    @property
    def workers(self) -> tuple[int, int]:
        """How many workers run, and how many may."""
        with self._changed:
            return len(self._threads), len(self._processes)

    def close(self) -> None:
        """End all workers, within a second. Nothing is called back any more."""
        with self._changed:
            self._closed = True
            self._book.clear()
            self._tiles.clear()
            self._changed.notify_all()
            if self._reminder:
                self._reminder.cancel()
        for process in self._processes:
            process.close()
        limit = time.monotonic() + _CLOSE_WITHIN_S
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(max(0.0, limit - time.monotonic()))

    def _wake(self) -> None:
        """Get waiting threads going, and further ones while there are more jobs than threads waiting for them."""
        if self._closed:
            return
        jobs, running = len(self._book) + len(self._tiles), len(self._threads)
        self._changed.notify(jobs)
        for process in self._processes[running : running + max(0, jobs - self._idle)]:
            thread = threading.Thread(target=self._work, args=(process,), name="pictures", daemon=True)
            if not begin(thread):
                return  # the next order tries again
            self._threads.append(thread)

    def _make_room(self) -> None:
        """End what nobody wants any more where it takes long and keeps a visitor waiting; look again when it will."""
        if self._closed or len(self._book) <= self._idle or self._book.next_urgency() < Urgency.PREVIOUS:
            return
        soonest = None
        for job in self._book.unwanted():
            begun, process = self._begun[job]
            left = begun + LONG_S - time.monotonic()
            if left <= 0:
                self._book.abandon(job)
                process.interrupt()
            else:
                soonest = min(left, soonest or left)
        if soonest and not self._reminder:
            reminder = threading.Timer(soonest, self._remind)
            reminder.daemon = True
            self._reminder = reminder if begin(reminder) else None

    def _remind(self) -> None:
        with self._changed:
            self._reminder = None
            self._make_room()

    def _work(self, process: WorkerProcess) -> None:
        while job := self._next(process):
            if isinstance(job, PictureJob):
                if not self._make(job, process):
                    process.rest()
            elif isinstance(job, TilesJob):
                self._cut(job, process)
            else:
                self._measure(job, process)
            self._sweep(process, after=_SWEEP_EVERY)
        process.rest()

    def _take(self) -> Job | TilesJob | None:
        """The most urgent job of both books; nothing when the workshop closes."""
        if self._closed:
            return None
        if self._tiles.urgency() > self._book.next_urgency():
            return self._tiles.take()
        return self._book.take()

    def _next(self, process: WorkerProcess) -> Job | TilesJob | None:
        """Wait for a job; None when the workshop closes. The process rests when none comes for a while."""
        patience: float | None = _REST_AFTER_S
        while True:
            with self._changed:
                job = self._take()
                if isinstance(job, PictureJob):
                    self._begun[job] = time.monotonic(), process
                if job or self._closed:
                    return job
                self._idle += 1
                called = self._changed.wait(patience)
                self._idle -= 1
            if not called and patience:
                patience = None
                self._tidy_up(process)

    def _tidy_up(self, process: WorkerProcess) -> None:
        self._sweep(process, after=1)
        process.rest()

    def _make(self, job: PictureJob, process: WorkerProcess) -> bool:
        """Make a picture and tell everyone who wants it; False if that was ended because nobody does."""
        with self._changed:
            urgency, preview_first = job.urgency, job.preview_first
        look, begun = self._gate.look(job.source), time.monotonic()
        known = self._cache.register.remembered(job.source)
        self._cache.look_again()

        def order() -> Reply:
            order = RenditionOrder(
                job.source, job.folder, job.box, self._cache.folder, job.more, known, self._cache.profile, preview_first
            )
            return ask(process, order, job.source, job.folder, lambda progress: self._make_on(job, urgency, progress))

        reply = look.failed or order()
        if self._gives_way(reply):
            reply = order()
        result = reply if isinstance(reply, Ready | Failed) else worker_died(job.source)
        if isinstance(result, Ready):
            self._cache.learn([result])
        with self._changed:
            self._unswept += 1
            del self._begun[job]
            fulfilled = self._book.finish(job)
        if fulfilled is not None and reply is not look.failed and not isinstance(reply, Stopped) and not self._closed:
            self._gate.heed(look, result, begun)
        for wish in fulfilled or ():
            self._tell(wish.when_done, self._for(wish, job, result))
        return fulfilled is not None or isinstance(reply, Stopped)

    def _gives_way(self, reply: Reply) -> bool:
        """Whether there was no room for what was made, and is now somewhere else."""
        return (
            isinstance(reply, Failed)
            and reply.rule in NO_ROOM
            and self._cache.give_way(Refused(reply.rule, reply.message, reply.remedy))
        )

    def _make_on(self, job: PictureJob, urgency: int, progress: Progress) -> bool:
        """Pass on that the preview is there. Whether to go on: also when nobody waits for a screen that comes along."""
        if not isinstance(progress, PreviewMade):
            return True
        ready = Ready(progress.source, progress.rendition)
        self._cache.learn([ready])
        with self._changed:
            fulfilled = self._book.previewed(job)
        for wish in fulfilled:
            self._tell(wish.when_done, ready)
        with self._changed:
            go_on = bool(job.wishes) or not self._is_needed_for_more_than(urgency)
            if not go_on:
                self._book.abandon(job)
            return go_on

    def _for(self, wish: Wish, job: PictureJob, result: Result) -> Result:
        """What became of a job, for somebody who may wish for a box that came along."""
        if isinstance(result, Failed) or wish.box in (None, job.box):
            return result
        found = self._cache.find_seen(job.source, wish.box)
        return Ready(job.source, found, result.made) if found else worker_died(job.source)

    def _is_needed_for_more_than(self, urgency: int) -> bool:
        """Whether something more urgent waits, and nobody is there to take it."""
        free = self._idle or len(self._threads) < len(self._processes)
        return not free and self._book.next_urgency() > urgency

    def _cut(self, job: TilesJob, process: WorkerProcess) -> None:
        look, begun = self._gate.look(job.source, Part.TILES), time.monotonic()
        known = self._cache.register.remembered(job.source)
        awaited = job.urgency > Urgency.REST
        order = TilesOrder(job.source, job.folder, self._cache.folder, known, self._cache.profile, awaited)
        reply = look.failed or ask(process, order, job.source, job.folder, lambda progress: self._go_on(job, progress))
        self._gives_way(reply)  # it is tried once more, and finds room then
        with self._changed:
            if isinstance(reply, Stopped):
                self._tiles.put_back(job)
                return
            self._unswept += 1
            listeners = self._tiles.finish(job)
        result = reply if isinstance(reply, PyramidReady | Failed) else worker_died(job.source)
        if reply is not look.failed and not self._closed:
            self._gate.heed(look, result, begun, Part.TILES)
        for done in listeners:
            self._tell(done, result)

    def _go_on(self, job: TilesJob, progress: Progress) -> bool:
        """Pass on which tiles were made. Whether to make more: nothing more urgent waits without anybody to take it."""
        if isinstance(progress, TilesMade):
            self._cache.learn([progress])
            with self._changed:
                listeners = [tiles_made for tiles_made, _ in job.listeners]
            for tiles_made in listeners:
                self._tell(tiles_made, progress)
        with self._changed:
            return job.wanted and not self._is_needed_for_more_than(job.urgency)

    def _measure(self, job: MeasureJob, process: WorkerProcess) -> None:
        resting = self._gate.resting(job.sources)
        sources = tuple(source for source in job.sources if source not in resting)
        if resting:
            self._tell(job.when_measured, tuple(resting.values()))
        if not sources:
            return
        look, begun = self._gate.look(sources[0]), time.monotonic()
        reply = ask(process, MeasureOrder(sources, job.folder), sources[0], job.folder)
        if isinstance(reply, Measurements):
            self._cache.learn(item for item in reply.items if isinstance(item, Measured))
            self._tell(job.when_measured, reply.items)
        elif len(sources) == 1:
            failed = reply if isinstance(reply, Failed) else worker_died(sources[0])
            if not self._closed:
                self._gate.heed(look, failed, begun)
            self._tell(job.when_measured, (failed,))
        else:
            # One of them did this. Halving finds it, and costs the others no more than time.
            middle = len(sources) // 2
            with self._changed:
                for half in (sources[:middle], sources[middle:]):
                    self._book.measure(half, job.folder, job.urgency, job.when_measured)
                self._wake()

    def _sweep(self, process: WorkerProcess, after: int) -> None:
        """Sweep the cache when `after` pictures have been added since the last time."""
        with self._changed:
            if self._closed or self._unswept < after:
                return
            self._unswept = 0
        with contextlib.suppress(OutOfTime, WorkerDied, NoWorker):
            process.ask(SweepOrder(self._cache.folder, self._cache.budget_bytes, self._cache.held))

    def _tell(self, listener: Callable[[T], None], news: T) -> None:
        if self._closed:
            return
        try:
            listener(news)
        except Exception:  # noqa: BLE001 - the thread has to outlive whatever its listeners do
            _log.exception("A listener for prepared pictures failed")


def usual_workers() -> int:
    """2 to 4: two keep the next picture from waiting behind a slow one; more leave the show a processor of its own."""
    return min(4, max(2, (os.cpu_count() or 1) - 1))
