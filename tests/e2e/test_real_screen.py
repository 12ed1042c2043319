"""The program on an X screen, in a window that other programs could see."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.e2e.conftest import Program


@pytest.fixture
def display() -> Iterator[str]:
    """The name of an X screen that nobody else uses."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed: no real window can be opened here")
    told, tell = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-ac"],
        pass_fds=(tell,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    with os.fdopen(told) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait()


def test_it_covers_a_real_screen_and_fades_without_a_blank_frame(
    display: str, program: Program, exhibition: Path
) -> None:
    program.environment.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
    ended = program.walk("real_screen", exhibition, config={"slideshow": {"fade_ms": 900}})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
