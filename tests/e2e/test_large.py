"""An exhibition too large to be read in a moment, by the real program."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition.reading import LARGE
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program

WORKS = 6000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    manifest = build_exhibition(tmp_path_factory.mktemp("large"), works=WORKS, size=(150, 100))
    assert manifest.stat().st_size > LARGE
    return manifest


def left(program: Program) -> list[int]:
    """The processes that do not leave when their pipes close."""
    limit = time.monotonic() + 60
    while program.running() and time.monotonic() < limit:
        time.sleep(0.05)
    return program.running()


def test_it_is_named_while_it_is_read_and_opens_at_once_the_next_time(program: Program, large: Path) -> None:
    first = program.walk("large", large, "--size", "1280x720")
    assert (first.out, first.code) == (f"named {WORKS}\n", 0)
    assert first.err.splitlines() == [f"{large} has 2 MB. Reading it takes a while, this first time only."]
    again = program.walk("large", large, "--size", "1280x720")
    assert (again.err, again.out, again.code) == ("", f"at once {WORKS}\n", 0)
    assert program.running() == []


def test_its_window_may_be_closed_while_it_is_read(program: Program, large: Path) -> None:
    ended = program.walk("large_closed", large, "--size", "1280x720")
    assert (ended.out, ended.code) == ("", 0)
    assert len(ended.err.splitlines()) == 1
    assert left(program) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals as Linux has them")
def test_asked_to_leave_while_it_reads_it_leaves_nothing_behind(program: Program, large: Path) -> None:
    process = program.start("kiosk", large, "--config", program.configure({}))
    assert process.stderr
    assert "Reading it" in process.stderr.readline()
    process.send_signal(signal.SIGTERM)
    assert program.end(process).code == 0
    assert left(program) == []
