"""A program being measured: started in a home of its own, its processor time and its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from tests.bench.screen import Screen

ROOT = Path(__file__).parents[2]
LEAVING_S = 5.0
MEGABYTE = 1e6


class Program:
    """A Python program with the arguments `arguments` on `screen`. `started` is the `perf_counter` just before.

    `frozen`: the executable of a program that needs no Python, in the place of that.
    """

    def __init__(self, screen: Screen, home: Path, arguments: Sequence[str | Path], frozen: Path | None = None) -> None:
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "QT_", "WAYLAND", "XDG_"))
        }
        environment |= {
            "DISPLAY": screen.name,
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_RUNTIME_DIR": str(home),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
        }
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._told = home / "log.txt"
        self._log = self._told.open("wb")
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            [str(frozen or sys.executable), *map(str, arguments)],
            cwd=home,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
        )
        self._screen = screen.pid
        self._screen_before = processor_s(screen.pid)
        self._used: dict[int, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ask the program to leave, and see that all of it is gone."""
        tree = self._tree()
        self._process.terminate()
        _gone, left = psutil.wait_procs(tree, LEAVING_S)
        for process in left:
            process.kill()
        self._process.wait()
        self._log.close()

    def wait(self, limit_s: float = 120.0) -> None:
        """Wait until the program leaves by itself. Raises `TimeoutError`."""
        try:
            self._process.wait(limit_s)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError(f"still there after {limit_s:g} s") from error

    def told(self) -> str:
        """The last of what the program has written to its terminal."""
        return self._told.read_text("utf-8", "replace")[-2000:]

    def processor_s(self) -> float:
        """Processor seconds of the program, its workers and, since the program's start, the X server."""
        for process in self._tree():
            self._used[process.pid] = max(processor_s(process.pid), self._used.get(process.pid, 0.0))
        return sum(self._used.values()) + processor_s(self._screen) - self._screen_before

    def wake_ups(self) -> int:
        """How often the program's main thread has gone to sleep so far: each time, something had woken it."""
        return int(psutil.Process(self._process.pid).num_ctx_switches().voluntary)

    def memory(self) -> tuple[float, float]:
        """Megabytes, pages shared with others counted by part: of the program alone, and with its workers."""
        sizes = [process.memory_full_info().pss / MEGABYTE for process in self._tree()]
        return sizes[0], sum(sizes)

    def _tree(self) -> list[psutil.Process]:
        if self._process.poll() is not None:
            return []
        program = psutil.Process(self._process.pid)
        return [program, *program.children(recursive=True)]


def processor_s(pid: int) -> float:
    """Processor seconds of a process, to the nanosecond; 0 once it is gone."""
    try:
        return time.clock_gettime(~pid << 3 | 2)
    except OSError:
        return 0.0
