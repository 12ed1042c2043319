"""The worker process: takes orders from its standard input, one at a time, and answers on its standard output.

It shares nothing with the program but two pipes and the cache's folder, and leaves when the pipe to it closes.
"""

from __future__ import annotations

import contextlib
import math
import os
import signal
import sys
from typing import TYPE_CHECKING, BinaryIO

from kiosk.pictures.making import pyramids, renditions
from kiosk.pictures.orders import (
    GO_ON,
    Measured,
    Measurement,
    Measurements,
    MeasureOrder,
    Order,
    Progress,
    RenditionOrder,
    Reply,
    Stamp,
    Stopped,
    Swept,
    TilesOrder,
)
from kiosk.pictures.reading import guard
from kiosk.pictures.reading.notes import flaws_of
from kiosk.pictures.refusal import Refused, display_name
from kiosk.pictures.storage.sweep import sweep
from kiosk.pictures.storage.tiles import ToldToStop
from kiosk.pictures.wire import decode_order, encode
from kiosk.pictures.workers.fence import raise_fence
from kiosk.pictures.workers.frames import read_frame, write_frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kiosk.pictures.storage.tiles import Tell

_NICENESS = 10
_LARGEST_FILE = 512 << 20
_ALARM_AFTER_DEADLINE_S = 5


def main(memory_bytes: int, deadline_s: float) -> None:
    """Answer orders until the input ends. Limits: `memory_bytes` of address space, `deadline_s` an order."""
    orders, replies = _take_pipes()
    _limit(memory_bytes)
    raise_fence()
    while data := read_frame(orders):
        with _alarm(deadline_s) as rearm:
            reply = encode(answer(decode_order(data), _Talk(orders, replies, rearm).tell))
        try:
            write_frame(replies, reply)
        except BrokenPipeError:
            return


class _Talk:
    """What a worker says in the middle of an order, and the answers to it."""

    def __init__(self, orders: BinaryIO, replies: BinaryIO, rearm: Callable[[], None]) -> None:
        self._orders, self._replies, self._rearm = orders, replies, rearm

    def tell(self, progress: Progress) -> None:
        """Say how it is going. Raises `ToldToStop`, also when nobody listens any more."""
        try:
            write_frame(self._replies, encode(progress))
        except OSError as error:
            raise ToldToStop from error
        if read_frame(self._orders) != GO_ON:
            raise ToldToStop
        self._rearm()


def answer(order: Order, tell: Tell) -> Reply:
    """What comes of an order. A picture that is refused is an answer, too.

    `tell` is called in the middle of one that takes long; see `kiosk.pictures.storage.tiles.Tell`.
    """
    if isinstance(order, TilesOrder | RenditionOrder):
        try:
            if isinstance(order, TilesOrder):
                return pyramids.make(order, tell)
            return renditions.make(order, tell)
        except ToldToStop:
            return Stopped(order.source)
        except Refused as refused:
            return refused.of(order.source)
    if isinstance(order, MeasureOrder):
        return Measurements(tuple(_measure(source, order.folder) for source in order.sources))
    sweep(order.cache, order.budget_bytes, frozenset(order.held))
    return Swept()


def _measure(source: Path, folder: Path) -> Measurement:
    try:
        with guard.open_picture(source, folder) as file:
            stamp = Stamp.of(os.fstat(file.fileno()))
            with guard.door(name := display_name(source, folder)):
                image = guard.open_image(file, name)
                return Measured(source, guard.header_of(image, name), stamp, flaws_of(image))
    except Refused as refused:
        return refused.of(source)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the program, moved out of the way of libraries that print to the standard output.

    The standard error stays where it is, but nothing waits for somebody to read it: see `last_words`.
    """
    orders = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, *_unless_it_can_be_full(2)):
        os.dup2(nothing, descriptor)
    os.close(nothing)
    return orders, replies


def _unless_it_can_be_full(descriptor: int) -> tuple[int, ...]:
    """Let what does not fit into a pipe be lost; the descriptor itself where the system knows no such pipe."""
    if sys.platform == "win32":
        return (descriptor,)
    try:
        os.set_blocking(descriptor, False)
    except OSError:
        return (descriptor,)
    return ()


def _limit(memory_bytes: int) -> None:
    """Yield to the show; no core dumps, no more than `memory_bytes`, no endless file. Windows has no such limits."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        os.nice(_NICENESS)
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
    import resource  # noqa: PLC0415 - not on Windows

    limits = {
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: _LARGEST_FILE,
    }
    for kind, most in limits.items():
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (most, most))


@contextlib.contextmanager
def _alarm(deadline_s: float) -> Iterator[Callable[[], None]]:
    """End this process some time after the deadline, should the program have died before it could.

    Yields what begins a new deadline.
    """
    if sys.platform == "win32":
        yield lambda: None
        return

    def arm() -> None:
        signal.alarm(math.ceil(deadline_s) + _ALARM_AFTER_DEADLINE_S)

    arm()
    try:
        yield arm
    finally:
        signal.alarm(0)
