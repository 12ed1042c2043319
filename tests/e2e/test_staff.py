"""Staff at the kiosk: the corner, the PIN, and what they do behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program

STAFF = {"gesture": {"corner": "top-right", "hold_s": 1}}


def test_staff_come_in_and_hide_a_work(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    manifest = build_exhibition(folder, works=6, size=(600, 400), themes=1)
    ended = program.walk("staff", manifest, config={"staff": STAFF})
    lines = ended.err.splitlines()
    assert (ended.out, ended.code, len(lines)) == ("", 10, 1), ended.err
    assert lines[0].startswith(f"WARNING kiosk: {manifest}:")
    assert program.running() == []


def test_the_corner_works_on_every_screen(program: Program, few: Path) -> None:
    ended = program.walk("staff_corner", few, config={"staff": STAFF})
    assert (ended.err, ended.out, ended.code) == ("", "again", 0)


def test_the_corner_works_while_it_is_closed(program: Program, few: Path) -> None:
    hours = {"open": {"mon": "10:00-10:01"}, "closed": [], "screen": "black"}
    ended = program.walk("staff_closed", few, "--rehearse", "2026-12-24T17:55", config={"staff": STAFF, "hours": hours})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


@pytest.mark.parametrize("size", ["640x480"])
def test_in_a_window_without_a_pin_anybody_enters(program: Program, few: Path, size: str) -> None:
    ended = program.walk("staff_window", few, "--size", size, config={"staff": STAFF})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
