"""The benchmark runs and prints its figures; what they are is not judged here."""

from __future__ import annotations

import shutil
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FIGURES = (
    "launch",
    "bare",
    "prepared, 12 works",
    "never seen, 12 works",
    "next, pressed as soon as the last one is seen",
    "fade begins, 12 works",
    "next, after 0.4 s",
    "prepared: sharp",
    "never seen: seen",
    "memory, 12 works",
    "program after 9 slides",
    "stage, paused",
    "attract, reduced motion",
    "attract, in motion",
    "counter and filmstrip drawn, 12 works",
    "where a launch goes, 12 works",
    "imports: Qt",
    "first frame",
    "manifest",
    "all of it",
)


@pytest.mark.skipif(not shutil.which("Xvfb") or not find_library("Xtst"), reason="needs Xvfb and libXtst")
def test_every_figure_is_printed() -> None:
    command = [sys.executable, "-m", "tests.bench", "--quick", "--works", "12"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert ran.returncode == 0, ran.stderr
    printed = [line.strip() for line in ran.stdout.splitlines()]
    missing = [figure for figure in FIGURES if not any(line.startswith(figure) for line in printed)]
    assert not missing, ran.stdout
