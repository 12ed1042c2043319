"""Asking a worker for something about a picture: whatever becomes of the worker, there is an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.pictures.refusal import Refused, display_name
from kiosk.pictures.workers.process import NoWorker, OutOfTime, WorkerDied

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.pictures.orders import Failed, Order, Progress, Reply
    from kiosk.pictures.workers.process import WorkerProcess


def ask(
    process: WorkerProcess,
    order: Order,
    source: Path,
    folder: Path,
    go_on: Callable[[Progress], bool] = lambda _: True,
) -> Reply:
    """The worker's reply; that `source`, in `folder`, failed when the worker came to an end over it.

    For `go_on` see `WorkerProcess.ask`.
    """
    try:
        return process.ask(order, go_on)
    except OutOfTime as late:
        return Refused(
            "not-answering" if late.waited else "out-of-time",
            f"{display_name(source, folder)} could not be read within {process.deadline_s:g} seconds.",
            "Check the disk or the network drive it is on, or save the picture smaller.",
        ).of(source)
    except WorkerDied as died:
        return worker_died(source, died.status)
    except NoWorker as none:
        return Refused(
            "no-worker",
            f"{display_name(source, folder)} could not be prepared: this computer starts no further process ({none}).",
            "Close other programs, or restart the computer.",
        ).of(source)


def worker_died(source: Path, status: int | None = None) -> Failed:
    """That a worker ended over a picture, with that exit status."""
    end = "" if status is None else f" (status {status})"
    return Refused(
        "worker-died",
        f"{display_name(source)} brought the process that prepares pictures to an end{end}.",
        "Save the picture anew as JPEG or PNG.",
    ).of(source)
