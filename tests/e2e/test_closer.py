"""A closer look at a large picture in the real program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.large import build_large
from tests.e2e.sized import build_sized

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program


def test_a_closer_look_at_a_picture_far_larger_than_the_screen(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    ended = program.walk("closer", build_large(folder))
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    assert program.running() == []


def test_slider_map_details_label_and_life_size_by_touch(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    ended = program.walk("looking", build_sized(folder))
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    assert program.running() == []


def test_details_label_and_life_size_by_keys(program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "exhibition"
    folder.mkdir()
    ended = program.walk("looking_keys", build_sized(folder), "--size", "1280x720")
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
