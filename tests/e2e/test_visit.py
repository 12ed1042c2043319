"""The real program, used as visitors use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program


def test_a_visit_by_touch_from_the_loop_to_the_loop(program: Program, exhibition: Path) -> None:
    ended = program.walk("visit", exhibition)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    assert program.running() == []
