"""Writing lines on a thread of its own: a disk that hangs holds up nobody who logs."""

from __future__ import annotations

import logging
import threading
from collections import deque
from typing import TYPE_CHECKING

from kiosk.exhibition.episodes import Episodes
from kiosk.exhibition.threads import begin

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_WAITING = 500
"""Lines in memory while they cannot be written; of more the oldest are lost, and counted."""
RETRY_S = 60.0
FLUSH_S = 0.5
_FAULT = "log"

_log = logging.getLogger(__name__)


class Beside:
    """Hands lines to `write` in the order they came, many at a time; that may take as long as it will.

    When it raises OSError they are kept, and it is tried again after `retry_s` seconds; that they cannot be written is
    logged once, and once more when they can, unless `quietly`. `now`: seconds of a clock that only runs on.
    """

    def __init__(
        self,
        write: Callable[[str], None],
        now: Callable[[], float],
        *,
        quietly: bool = False,
        retry_s: float = RETRY_S,
    ) -> None:
        self._write = write
        self._quietly = quietly
        self._retry_s = retry_s
        self._episodes = Episodes(now)
        self._changed = threading.Condition()
        self._waiting: deque[str] = deque()
        self._lost = 0
        self._writing = self._ended = False
        self._thread: threading.Thread | None = None

    def put(self, line: str) -> None:
        """Remember a line, without its end, to be written. Waits for nothing."""
        with self._changed:
            if self._ended:
                return
            self._waiting.append(line)
            self._forget_the_oldest()
            if self._thread is None:
                thread = threading.Thread(target=self._work, name="log", daemon=True)
                self._thread = thread if begin(thread) else None  # the next line tries again
            self._changed.notify_all()

    def flush(self) -> None:
        """Wait until all is written, but not for long."""
        with self._changed:
            if threading.current_thread() is not self._thread:
                self._changed.wait_for(lambda: not self._waiting and not self._writing, FLUSH_S)

    def close(self) -> None:
        """Write what is left, if that does not take long, and nothing more."""
        self.flush()
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._ended)
                if self._ended:
                    return
                lines, self._waiting = self._waiting, deque()
                lost, self._lost = self._lost, 0
                self._writing = True
            done = self._put_down(lines, lost)
            with self._changed:
                self._writing = False
                if not done:
                    self._keep(lines, lost)
                    self._changed.wait_for(lambda: self._ended, self._retry_s)
                self._changed.notify_all()

    def _put_down(self, lines: deque[str], lost: int) -> bool:
        left_out = [f"... {lost} lines are lost ..."] if lost else []
        try:
            self._write("".join(f"{line}\n" for line in (*left_out, *lines)))
        except OSError as error:
            if self._episodes.fails(_FAULT) and not self._quietly:
                _log.warning("the log cannot be written: %s. It is kept in memory.", error.strerror or error)
            return False
        over = self._episodes.works(_FAULT)
        if over and not self._quietly:
            _log.info("the log is written again, %s", over)
        return True

    def _keep(self, lines: deque[str], lost: int) -> None:
        self._waiting.extendleft(reversed(lines))
        self._lost += lost
        self._forget_the_oldest()

    def _forget_the_oldest(self) -> None:
        while len(self._waiting) > MOST_WAITING:
            self._waiting.popleft()
            self._lost += 1
