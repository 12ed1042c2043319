"""The program's side of one worker process."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import msgspec

from kiosk.exhibition.threads import begin
from kiosk.pictures.orders import GO_ON, Order, Progress, Reply
from kiosk.pictures.wire import decode_reply, encode
from kiosk.pictures.workers.frames import read_frame, write_frame
from kiosk.pictures.workers.last_words import let_go
from kiosk.pictures.workers.processor import computed_s

if TYPE_CHECKING:
    from collections.abc import Callable

DEADLINE_S = 10.0
MEMORY_BYTES = 1 << 30

NO_THREAD = "no thread is left"

_WAIT_FOR_END_S = 0.5
_BUSY = 0.1
"""A worker that has computed for less than this share of its deadline was waiting, for a disk or the network."""
_START = (
    "import sys; sys.path[:] = sys.argv[3:]; "
    "from kiosk.pictures.workers.worker import main; main(*map(int, sys.argv[1:3]))"
)

WORKER_COMMAND = "picture-worker"
"""First argument of the program when it is one frozen executable and is to be a worker; the two limits follow."""

_log = logging.getLogger(__name__)


class OutOfTime(Exception):
    """The worker was silent for longer than its deadline and was ended. `waited`: it was not computing meanwhile."""

    def __init__(self, *, waited: bool = False) -> None:
        super().__init__("worker was silent for too long")
        self.waited = waited


class WorkerDied(Exception):
    """The worker ended in the middle of an order. `status` is its exit status, negative for a signal."""

    def __init__(self, status: int | None) -> None:
        super().__init__(f"worker ended with status {status}")
        self.status = status


class NoWorker(Exception):
    """The system would not start a worker: no memory, no more processes, no more open files."""


class WorkerProcess:
    """One worker, started when first needed and again after it has ended. Orders come from one thread at a time.

    A worker is its own process group, so that Ctrl+C in the program's terminal does not reach it, but no session of
    its own: Linux shares the processors out among sessions first, and there a worker's low priority would not count.
    It is told nothing in a form that could run code, nor believed anything in one: frames of MessagePack both ways.
    """

    def __init__(self, memory_bytes: int = MEMORY_BYTES, deadline_s: float = DEADLINE_S) -> None:
        self._arguments = (str(memory_bytes), str(max(1, round(deadline_s))))
        self.deadline_s = deadline_s
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._ended_for_good = False

    def ask(self, order: Order, go_on: Callable[[Progress], bool] = lambda _: True) -> Reply:
        """The worker's last word. Raises `OutOfTime`, `WorkerDied`, `NoWorker`; the next order gets a new worker then.

        A worker that has more to do than fits a deadline says what it has made so far. `go_on` hears of it, soon says
        whether the worker is to continue, and a new deadline begins: it is one of silence.
        """
        process = self._running()
        self._tell(process, encode(order))
        while isinstance(reply := self._hear(process), Progress):
            self._tell(process, GO_ON if go_on(reply) else b"")
        let_go(process.stderr)
        return reply

    def _tell(self, process: subprocess.Popen[bytes], data: bytes) -> None:
        try:
            write_frame(cast("BinaryIO", process.stdin), data)
        except (OSError, ValueError) as error:  # its pipe is closed when its last word came too late
            raise WorkerDied(self._end(process)) from error

    def _hear(self, process: subprocess.Popen[bytes]) -> Reply:
        """What the worker says next, within the deadline."""
        late, waited = threading.Event(), threading.Event()
        begun = computed_s(process.pid)
        timer = threading.Timer(self.deadline_s, self._end_late, (process, begun, late, waited))
        timer.daemon = True
        if not begin(timer):  # nobody would end one that hangs
            self._end(process)
            raise NoWorker(NO_THREAD)
        try:
            reply = read_frame(cast("BinaryIO", process.stdout))
        finally:
            timer.cancel()
            timer.join()
        answer = _understood(reply)
        if answer is None or late.is_set():
            status = self._end(process)
            if answer is None:
                raise OutOfTime(waited=waited.is_set()) if late.is_set() else WorkerDied(status)
        return answer

    def start(self) -> None:
        """Start the worker before its first order, which then comes to one that is ready."""
        with contextlib.suppress(WorkerDied, NoWorker):
            self._running()

    def rest(self) -> None:
        """End the worker until the next order."""
        if self._process:
            self._end(self._process)

    def interrupt(self) -> None:
        """End the worker at once; an order under way is answered with `WorkerDied`."""
        with self._lock:
            process = self._process
        if process:
            process.kill()

    def close(self) -> None:
        """End the worker at once and for good; an order under way is answered with `WorkerDied`."""
        with self._lock:
            self._ended_for_good = True
        self.interrupt()

    def _running(self) -> subprocess.Popen[bytes]:
        """The worker, a new one if there is none or it has ended since its last order."""
        with self._lock:
            if self._ended_for_good:
                raise WorkerDied(None)
            if self._process and self._process.poll() is not None:
                _close_pipes(self._process)
                self._process = None
            if not self._process:
                try:
                    self._process = self._started()
                except OSError as error:
                    raise NoWorker(error.strerror or str(error)) from error
            return self._process

    def _started(self) -> subprocess.Popen[bytes]:
        if getattr(sys, "frozen", False):
            command = [sys.executable, WORKER_COMMAND, *self._arguments]
        else:
            command = [
                sys.executable,
                "-I",
                "-c",
                _START,
                *self._arguments,
                *(path or str(Path.cwd()) for path in sys.path),
            ]
        flags = 0
        if sys.platform == "win32":
            flags = (
                subprocess.CREATE_NO_WINDOW
                | subprocess.CREATE_NEW_PROCESS_GROUP
                | subprocess.BELOW_NORMAL_PRIORITY_CLASS
            )
        # One thread's arenas: each further one of glibc's reserves 128 MB of the address space that is limited here.
        environment = {**os.environ, "MALLOC_ARENA_MAX": "1"}
        return subprocess.Popen(  # noqa: S603 - ourselves, with two numbers and our own path
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            process_group=0,
            creationflags=flags,
        )

    def _end_late(
        self, process: subprocess.Popen[bytes], begun: float | None, late: threading.Event, waited: threading.Event
    ) -> None:
        until = computed_s(process.pid)
        if begun is not None and until is not None and until - begun < _BUSY * self.deadline_s:
            waited.set()
        late.set()
        process.kill()

    def _end(self, process: subprocess.Popen[bytes]) -> int | None:
        process.kill()
        # One that waits for a dead network drive outlives even this; only a thread of its own waits for it.
        try:
            process.wait(_WAIT_FOR_END_S)
        except subprocess.TimeoutExpired:
            begin(threading.Thread(target=process.wait, name="left behind", daemon=True))
        if words := let_go(process.stderr):
            _log.info("the last words of a process that prepares pictures: %s", words)
        _close_pipes(process)
        with self._lock:
            if self._process is process:
                self._process = None
        return process.returncode


def _understood(reply: bytes) -> Reply | None:
    try:
        return decode_reply(reply)
    except msgspec.MsgspecError:
        return None


def _close_pipes(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe:
            with contextlib.suppress(OSError):
                pipe.close()
