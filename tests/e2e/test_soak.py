"""`kiosk soak`: the real program at speed for a few seconds, and what it tells of one that leaks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Ended, Program

HOURS, SPEED, SEED = "0.06", "120", "1735"
SIZE = "640x360"


def soak(program: Program, module: str, exhibition: Path) -> tuple[Ended, dict[str, Any]]:
    asked = ("--hours", HOURS, "--speed", SPEED, "--size", SIZE, "--seed", SEED, "--json")
    ended = program.end(program.start(module, "soak", exhibition, *asked, "--config", program.configure({})))
    return ended, json.loads(ended.out) if ended.out else {}


@pytest.mark.alone
def test_strangers_and_staff_are_at_it_and_nothing_grows(program: Program, few: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in few.parent.rglob("*")}
    written = set((program.folder / ".").rglob("*"))
    ended, told = soak(program, "kiosk", few)
    assert (ended.code, told["exit_code"]) == (0, 0), ended.err
    report = told["report"]
    assert report["hours"] >= float(HOURS)
    assert report["lived"]["visits"] >= 1
    assert report["lived"]["touches"] >= 1
    assert report["samples"]
    assert report["lines"] == []
    assert {path: path.stat().st_mtime_ns for path in few.parent.rglob("*")} == before, "the exhibition stays as it is"
    assert set(program.folder.rglob("*")) - written <= {program.folder / "config.yaml"}, "nothing is written elsewhere"
    assert program.running() == []


@pytest.mark.alone
def test_a_program_that_keeps_something_is_found_out(program: Program, few: Path) -> None:
    ended, told = soak(program, "tests.e2e.leaky_soak", few)
    missed = [finding["subject"] for finding in told["report"]["findings"] if not finding["met"]]
    assert (ended.code, missed) == (1, ["viewer, resident"]), ended.err
