"""A system that has nothing left to give: no open file, no thread, no process."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program

TOLD = {
    "starts no further process": 2,
    "The statistics cannot be written": 1,
    '"config.yaml" cannot be read': 1,
    '"manifest.yaml" cannot be read': 1,
}
"""What staff are told, and how often at most: of handles, and of processes."""
CAPABILITIES = "-all,+dac_override,+fowner"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits that come and go are Linux's")
def test_the_show_goes_on_without_handles_threads_and_processes(program: Program, tmp_path: Path) -> None:
    if os.geteuid() == 0:  # whom no limit of processes holds for
        if not shutil.which("setpriv"):
            pytest.skip("setpriv is not installed: root may start as many processes as it likes")
        program.through = ("setpriv", "--reuid=64999", f"--inh-caps={CAPABILITIES}", f"--ambient-caps={CAPABILITIES}")
    folder = tmp_path / "exhibition"
    folder.mkdir()
    manifest = build_exhibition(folder, works=10, pictures=10, size=(600, 400), themes=0)
    ended = program.walk("starved", manifest)
    assert (ended.out, ended.code) == ("", 0), ended.err
    told = Counter(next((each for each in TOLD if each in line), line) for line in ended.err.splitlines())
    assert told.keys() <= TOLD.keys(), "nothing else is said"
    assert told["starts no further process"] >= 1
    assert not {line: times for line, times in told.items() if times > TOLD[line]}, "once each time"
    assert program.running() == []


def test_it_begins_without_a_thread_and_the_rest_comes_when_there_are_some(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    ended = program.walk("starved_start", build_exhibition(folder, works=3, pictures=3, size=(600, 400), themes=0))
    assert (ended.out, ended.code) == ("", 0), ended.err
    assert len(ended.err.splitlines()) <= 1, ended.err
    assert program.running() == []
