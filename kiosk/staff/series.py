"""A workshop's orders for many pictures: never more at once than keep it busy, until all are done or no more can be."""

from __future__ import annotations

import os
from math import ceil
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from kiosk.exhibition.problems import Problem
from kiosk.pictures.orders import Failed
from kiosk.pictures.refusal import FAULTS_OF_THE_MACHINE
from kiosk.staff.inspection import to_nobody

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.staff.inspection import Progress

HANDED_OUT = 3
"""Orders per worker that wait in the workshop: enough to keep it busy, however many pictures there are."""
ROOM = 0.9
"""The share of the cache's budget that a sweep leaves full."""
ENDS_IT = frozenset({"disk-full", "cache-unwritable"})
"""Rules after which no further picture could be kept."""

Made = TypeVar("Made")


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a series of `total` pictures.

    `found` were ready before, `made` are now, `refused` cannot be shown; the rest was not come to, for the reason
    that is `ended`, or because somebody `stopped` it. `taken` counts the bytes of all that is ready.
    """

    total: int
    found: int = 0
    made: int = 0
    refused: dict[Path, Failed] = {}
    taken: int = 0
    stopped: bool = False
    ended: Problem | None = None


class Series(Generic[Made]):
    """Hands out `total` pictures to `workers` and counts what comes of them.

    `order(source, done)` asks for a picture, `count(made)` hears what came of it unless it failed, and calls `done`.
    A fault of the machine gets a second attempt; a full disk ends the series, and so does `end`.
    """

    def __init__(
        self,
        total: int,
        workers: int,
        order: Callable[[Path, Callable[[Made | Failed], None]], None],
        count: Callable[[Made], None],
    ) -> None:
        self.total = total
        self.ended: Problem | None = None
        self.progress: Progress = to_nobody
        self._at_once = HANDED_OUT * workers
        self._order = order
        self._count = count
        self._news: SimpleQueue[Made | Failed | None] = SimpleQueue()
        self._under_way = 0
        self._again: set[Path] = set()
        self._found = self._made = self._taken = 0
        self._refused: dict[Path, Failed] = {}
        self._stopped = False

    @property
    def over(self) -> bool:
        """Whether no more is to be handed out."""
        return self._stopped or self.ended is not None

    @property
    def ready(self) -> int:
        """How many pictures are ready."""
        return self._found + self._made

    @property
    def taken(self) -> int:
        """How many bytes they take."""
        return self._taken

    def tally(self) -> Tally:
        """What has come of it so far."""
        return Tally(
            total=self.total,
            found=self._found,
            made=self._made,
            refused=self._refused,
            taken=self._taken,
            stopped=self._stopped,
            ended=self.ended,
        )

    def stop(self) -> None:
        """Come to an end with the pictures that are in hand. May be called by a signal handler."""
        self._stopped = True
        self._news.put(None)

    def wait_for_room(self) -> bool:
        """Hear of pictures until there is room for one more; False when the series is over."""
        while not self.over and self._under_way >= self._at_once:
            self._hear()
        return not self.over

    def hand_out(self, source: Path) -> None:
        """Ask for a picture."""
        self._under_way += 1
        self._order(source, self._news.put)

    def finish(self) -> None:
        """Hear of all that is in hand."""
        while self._under_way:
            self._hear()

    def done(self, taken: int, *, made: bool) -> None:
        """Note that a picture is ready, with `taken` bytes that no other one has; `made`: it was not there before."""
        self._made += made
        self._found += not made
        self._taken += taken

    def refuse(self, failed: Failed) -> None:
        """Note a picture that cannot be shown."""
        self._refused[failed.source] = failed
        self.tell()

    def tell(self) -> None:
        """Say how far it is."""
        self.progress(self.ready + len(self._refused), self.total)

    def _hear(self) -> None:
        """Wait for the next picture, or for `stop`."""
        result = self._news.get()
        if result is None:
            return
        self._under_way -= 1
        if not isinstance(result, Failed):
            self._count(result)
        elif result.rule in ENDS_IT:
            self.ended = Problem(rule=result.rule, message=result.message, remedy=result.remedy)
        elif result.rule in FAULTS_OF_THE_MACHINE and result.source not in self._again and not self.over:
            self._again.add(result.source)
            self.hand_out(result.source)
        else:
            self.refuse(result)


def size_needed(count: float) -> str:
    """What to do when all that is to be prepared takes `count` bytes, more than there is room for."""
    gigabytes = ceil(count / ROOM / 1e8) / 10
    return f"Set cache.size_gb to {gigabytes:.1f} in config.yaml and prepare again; the rest is made when it is shown."


def all_processors() -> int:
    """One worker for each processor this process may use: while pictures are prepared no show needs one."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1
