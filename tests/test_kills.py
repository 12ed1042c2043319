"""Whoever is killed while writing down what the program keeps leaves the old or the new, of every kind of file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
KILLS = 40


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forking is for POSIX")
def test_what_is_kept_is_whole_whenever_its_writer_is_killed() -> None:
    """`python -m tests.long.kills` kills a thousand."""
    command = [sys.executable, "-m", "tests.long.kills", str(KILLS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert (told["kills"], told["left"]) == (KILLS, [])
    assert told["in the middle of writing"] > 0
    assert told["written"] > KILLS
