"""Screens that are plugged in and out, on a real one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program


@pytest.mark.skipif(not shutil.which("xrandr"), reason="xrandr is not installed: no screen can be plugged in here")
def test_the_show_follows_its_screen(program: Program, tmp_path: Path, display: str) -> None:
    manifest = build_exhibition(tmp_path, works=3, pictures=3, size=(600, 400), themes=0)
    program.environment |= {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
    ended = program.walk("screens", manifest, config={"display": {"screen": "hall"}})
    assert (ended.out, ended.code) == ("", 0), ended.err
    told = [line.partition(", so ")[0] for line in ended.err.splitlines()]
    assert told == 2 * ['WARNING kiosk.bridge.window.screens: screen "hall" is not there'], (
        "when it begins, and unplugged"
    )
