"""A process that we start, watch and end: the show, or the curtain. What it says and its end come as events."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import subprocess
import threading
from typing import TYPE_CHECKING, NamedTuple

from kiosk.exhibition.threads import begin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from queue import SimpleQueue

LONGEST_LINE = 4096
LAST_WORDS_S = 0.3
"""What it said before its end is heard before that."""


class Said(NamedTuple):
    """A line that a child wrote."""

    child: Child
    words: str


class Ended(NamedTuple):
    """A child has ended, with its exit code, negative for a signal."""

    child: Child
    code: int


class Asked(NamedTuple):
    """We were asked to end."""


Event = Said | Ended | Asked


class Child:
    """A running process. Its stdin is the line by which it lives: when we are gone that is closed, and it ends.

    Raises OSError where it cannot be started.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], events: SimpleQueue[Event]) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - ourselves
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=dict(environment),
        )
        self._events = events
        self._listener = threading.Thread(target=self._listen, daemon=True)
        waiter = threading.Thread(target=self._wait, daemon=True)
        if not (begin(self._listener) and begin(waiter)):
            self.kill()
            self._process.wait()
            raise OSError(errno.EAGAIN, "the system has no thread left")

    @property
    def number(self) -> int:
        """The process's number."""
        return self._process.pid

    def say(self, words: str) -> bool:
        """Write a line to it; whether it could be written."""
        pipe = self._process.stdin
        try:
            if pipe:
                pipe.write(f"{words}\n".encode())
                pipe.flush()
        except (OSError, ValueError):
            return False
        return True

    def ask_to_end(self) -> None:
        """Ask it to end in order; where a system has no such question, by letting go of its line."""
        if os.name == "posix":
            self._signal(signal.SIGTERM)
        else:
            self._let_go()

    def abort(self) -> None:
        """Have it tell where it is, if it can, and end."""
        if os.name == "posix":
            self._signal(signal.SIGABRT)
        else:
            self.kill()

    def kill(self) -> None:
        """End it."""
        with contextlib.suppress(OSError):
            self._process.kill()

    def _signal(self, number: signal.Signals) -> None:
        with contextlib.suppress(OSError):
            self._process.send_signal(number)

    def _let_go(self) -> None:
        if self._process.stdin:
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def _listen(self) -> None:
        pipe = self._process.stdout
        if pipe:
            with contextlib.suppress(OSError, ValueError), pipe:
                while line := pipe.readline(LONGEST_LINE):
                    self._events.put(Said(self, line.decode("utf-8", "replace").rstrip("\r\n")))

    def _wait(self) -> None:
        code = self._process.wait()
        self._let_go()
        self._listener.join(LAST_WORDS_S)  # somebody it has started may have its pipe, too
        self._events.put(Ended(self, code))
