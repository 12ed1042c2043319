"""Whether disks and network drives answer, asked by a start before anybody waits for them.

Who answers is read as ever, by whoever needs it. So a start costs a thread for a moment, and one that would hang, with
nothing on the screen, shows instead that we are back soon.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, TypeVar

from kiosk.exhibition import regular_files
from kiosk.exhibition.patience import Patience

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kiosk.exhibition.problems import Problem

T = TypeVar("T")

WAIT_S = 5.0
"""The longest wait for what answers, a disk that has slept among it."""
AGAIN_S = 0.2
"""And for what has not answered the last time: visitors have waited long enough."""
SILENT = "drive-silent"
REMEDY = (
    "Check the disk, or the network and the computer that shares it. When it is back the show takes note by itself."
)


class Reach:
    """Asks on threads of its own, which are left alone where they hang."""

    def __init__(self, wait_s: float | None = None) -> None:
        self._usual: Patience[object] = Patience(WAIT_S if wait_s is None else wait_s)
        self._short: Patience[object] = Patience(AGAIN_S)
        self._silent = False

    def ask(self, call: Callable[[], T], otherwise: T) -> T:
        """What the call returns or raises; `otherwise` where it takes too long."""
        try:
            answer = (self._short if self._silent else self._usual).ask(call)
        except TimeoutError:
            self._silent = True
            return otherwise
        self._silent = False
        return answer  # type: ignore[return-value]

    def answers(self, *paths: Path) -> bool:
        """Whether it is known of each of them what is there, if only that nothing is."""
        return self.ask(lambda: touch(*paths), otherwise=False)


def touch(*paths: Path) -> bool:
    """Look at files and folders, and a little way into them. True, as soon as they have answered."""
    for path in paths:
        with contextlib.suppress(OSError, ValueError):
            if path.is_dir():
                with os.scandir(path) as entries:
                    next(entries, None)
            else:
                regular_files.read(path, 1)
    return True


def silent(file: Path) -> Problem:
    """That nobody answers who is asked about the files of a show that begins."""
    from kiosk.exhibition.problems import Problem, Severity  # noqa: PLC0415 - every start asks, few have this to tell

    return Problem(
        rule=SILENT,
        message="The disk or network drive does not answer.",
        remedy=REMEDY,
        severity=Severity.ERROR,
        file=file,
    )
