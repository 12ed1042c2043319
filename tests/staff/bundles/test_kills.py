from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


KILLS = 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forking is for POSIX")
def test_whoever_is_killed_while_installing_leaves_the_old_or_the_new():
    """`python -m tests.bench.kill_installs` kills a thousand."""
    command = [sys.executable, "-m", "tests.bench.kill_installs", "--kills", str(KILLS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    assert told["old"] + told["new"] == KILLS
    assert told["in the middle of writing"] > 0
