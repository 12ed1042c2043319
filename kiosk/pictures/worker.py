"""The worker process: takes orders from its standard input, one at a time, and answers on its standard output.

It shares nothing with the program but two pipes and the cache's folder, and leaves when the pipe to it closes.
"""

from __future__ import annotations

import contextlib
import math
import os
import signal
from typing import TYPE_CHECKING, BinaryIO

from kiosk.pictures import guard, rendition
from kiosk.pictures.frames import read_frame, write_frame
from kiosk.pictures.orders import (
    Measured,
    Measurement,
    Measurements,
    MeasureOrder,
    Order,
    Ready,
    RenditionOrder,
    Reply,
    Stamp,
    Swept,
    decode_order,
    encode,
)
from kiosk.pictures.refusal import Refused, display_name
from kiosk.pictures.sweep import sweep

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NICENESS = 10
_LARGEST_FILE = 512 << 20
_ALARM_AFTER_DEADLINE_S = 5


def main(memory_bytes: int, deadline_s: float) -> None:
    """Answer orders until the input ends. Limits: `memory_bytes` of address space, `deadline_s` an order."""
    orders, replies = _take_pipes()
    _limit(memory_bytes)
    while data := read_frame(orders):
        with _alarm(deadline_s):
            reply = encode(answer(decode_order(data)))
        try:
            write_frame(replies, reply)
        except BrokenPipeError:
            return


def answer(order: Order) -> Reply:
    """What comes of an order. A picture that is refused is an answer, too."""
    if isinstance(order, RenditionOrder):
        try:
            return Ready(order.source, rendition.make(order))
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
            return Measured(source, guard.read_header(file, display_name(source, folder)), stamp)
    except Refused as refused:
        return refused.of(source)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the program, moved out of the way of libraries that print to the standard output."""
    orders = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    os.close(nothing)
    return orders, replies


def _limit(memory_bytes: int) -> None:
    """Yield to the show; no core dumps, no more than `memory_bytes`, no endless file."""
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_NICENESS)
    with contextlib.suppress(ImportError):
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
def _alarm(deadline_s: float) -> Iterator[None]:
    """End this process some time after the deadline, should the program have died before it could."""
    if not hasattr(signal, "alarm"):
        yield
        return
    signal.alarm(math.ceil(deadline_s) + _ALARM_AFTER_DEADLINE_S)
    try:
        yield
    finally:
        signal.alarm(0)
