"""The real program with a supervisor's order: it leaves by the right code when nothing is drawn, or nothing goes on."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition.places import cache_folder
from kiosk.staff import exits, sights
from kiosk.staff.graphics import judge
from kiosk.supervising.watched import Order
from tests.e2e.conftest import GUARD_S, STRICT
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program


def watched(program: Program, walk: str, manifest: Path) -> tuple[int, str, str]:
    """Its exit code, what the supervisor hears and what the log does."""
    command = [sys.executable, *STRICT, "-m", "tests.e2e.driver", walk, *Order().words(), str(manifest)]
    command += ["--config", str(program.configure({"slideshow": {"fade_ms": 200}}))]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, env=program.environment, cwd=program.folder, stdin=pipe, stdout=pipe, stderr=pipe, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        heard, told = process.stdout.read(), process.stderr.read()
        return process.wait(GUARD_S), heard, told


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    return build_exhibition(folder, works=3, pictures=3, size=(600, 400), themes=0)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the card that is not there is a file in /dev")
def test_frames_that_stop_are_its_end_and_the_next_start_draws_in_software(program: Program, manifest: Path) -> None:
    code, heard, told = watched(program, "frozen", manifest)
    assert code == exits.RENDERER == 4, told
    assert heard.startswith("READY=1\n")
    assert "no frame was shown any more" in told
    kept = sights.recall(cache_folder())
    assert kept
    assert judge(kept.sight).software
    code, heard, told = watched(program, "frozen", manifest)
    assert (code, told) == (0, ""), "the walk has seen what draws"
    assert "WATCHDOG=1" in heard or heard.startswith("READY=1")


def test_a_picture_that_stays_while_frames_come_is_its_end_with_code_12(program: Program, manifest: Path) -> None:
    code, heard, told = watched(program, "stuck", manifest)
    assert (code, told) == (12, ""), heard
    assert exits.STUCK == 12
    assert "WATCHDOG=1" in heard, "it was well until then"
