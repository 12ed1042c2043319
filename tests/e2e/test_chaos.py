"""Strangers at the screen while staff save: see tests.e2e.walks.chaos.play, which any seed can be given to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.paired import build_paired
from tests.e2e.walks.chaos.play import ASKED

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program


def test_whatever_strangers_and_staff_do_what_has_to_hold_holds(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    manifest = build_paired(folder)
    program.environment[ASKED] = "20 30 resize edit"
    ended = program.walk("chaos.play", manifest, "--size", "1280x720")
    told = [line for line in ended.err.splitlines() if "manifest.yaml" not in line]
    assert (told, ended.out, ended.code) == ([], "", 0), ended.err
    assert program.running() == []
