"""The program ends when the system says so, wherever it is, and takes everything with it."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from platformdirs import user_cache_dir

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals to a process")

GUARD_S = 60


def wait_until(holds: Callable[[], object], what: str) -> None:
    limit = time.monotonic() + GUARD_S
    while not holds():
        assert time.monotonic() < limit, what
        time.sleep(0.01)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_leaves_when_asked_and_nothing_of_it_is_left(
    number: signal.Signals, program: Program, exhibition: Path
) -> None:
    process = program.start("kiosk", exhibition)
    renditions = Path(user_cache_dir("kiosk-gallery")) / "renditions"
    wait_until(lambda: len(list(renditions.rglob("*.jpg"))) > 2, "no picture was made ready")
    assert len(program.running()) >= 2, "the program and its worker"
    process.send_signal(number)
    ended = program.end(process)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    wait_until(lambda: program.running() == [], "a worker is still there")


def test_it_leaves_in_the_middle_of_its_work(program: Program, exhibition: Path) -> None:
    process = program.start("kiosk", exhibition)
    wait_until(lambda: len(program.running()) >= 2, "no worker was started")
    process.terminate()
    ended = program.end(process)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    wait_until(lambda: program.running() == [], "a worker is still there")


def test_killed_it_leaves_no_worker_behind(program: Program, exhibition: Path) -> None:
    process = program.start("kiosk", exhibition)
    wait_until(lambda: len(program.running()) >= 2, "no worker was started")
    process.kill()
    assert program.end(process).code == -signal.SIGKILL
    wait_until(lambda: program.running() == [], "a worker is still there")
