"""What the show begins with is remembered, and forgotten as soon as anything it came from is another."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kiosk.visit.opening import FILE_NAME, STILL_NAME, Beginning, Opening, forget, recall, remember, states

if TYPE_CHECKING:
    from pathlib import Path

PART = [0, 0, 1, 1]
TODAY, TOMORROW, NEXT_YEAR = "2026-09-09", "2026-09-10", "2027-01-01"


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    for name in ("manifest.yaml", "picture.jpg", "rendition.jpg"):
        (tmp_path / name).write_text(name, "utf-8")
    known = states((tmp_path / "manifest.yaml", tmp_path / "picture.jpg"))
    assert known
    beginning = Beginning(str(tmp_path / "rendition.jpg"), (0.0, 0.1, 1.0, 0.8), "#151517")
    of = (str(tmp_path / "whole.jpg"), (0.0, 0.1, 1.0, 0.8))
    return Opening("1", "asked", known, None, beginning, of, (1920, 1080), "primary", "auto")


def test_it_comes_again_while_everything_is_as_it_was(opening: Opening, tmp_path: Path) -> None:
    remember(tmp_path, opening)
    again = recall(tmp_path)
    assert again == opening
    assert again.holds("1", "asked", TODAY)
    assert again.holds("1", "asked", NEXT_YEAR)


@pytest.mark.parametrize("name", ["manifest.yaml", "picture.jpg"])
def test_a_changed_file_ends_it(opening: Opening, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("another", "utf-8")
    assert not opening.holds("1", "asked", TODAY)


@pytest.mark.parametrize("name", ["manifest.yaml", "picture.jpg", "rendition.jpg"])
def test_a_lost_file_ends_it(opening: Opening, tmp_path: Path, name: str) -> None:
    (tmp_path / name).unlink()
    assert not opening.holds("1", "asked", TODAY)


def test_another_program_or_another_wish_ends_it(opening: Opening) -> None:
    assert not opening.holds("2", "asked", TODAY)
    assert not opening.holds("1", "asked otherwise", TODAY)


def test_works_with_dates_are_looked_at_anew_every_day(opening: Opening) -> None:
    dated = opening._replace(day=TODAY)
    assert dated.holds("1", "asked", TODAY)
    assert not dated.holds("1", "asked", TOMORROW)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\x00 nothing",
        b"[" * 100_000,
        json.dumps({"version": 3}).encode(),
        json.dumps(["1", "asked", [["file", "?", 0]], None, ["x", PART, "#fff"], ["y", PART], [1, 1], "", ""]).encode(),
        json.dumps(["1", "asked", [], None, ["x", PART[:3], "#fff"], ["y", PART], [1, 1], "", ""]).encode(),
    ],
)
def test_a_damaged_memory_is_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(data)
    assert recall(tmp_path) is None


def test_a_disk_that_refuses_is_no_problem(opening: Opening, tmp_path: Path) -> None:
    remember(tmp_path / "nowhere", opening)
    assert recall(tmp_path / "nowhere") is None


def test_a_file_that_is_gone_has_no_state(tmp_path: Path) -> None:
    assert states((tmp_path / "gone.yaml",)) is None


def test_what_is_forgotten_is_found_out_anew(opening: Opening, tmp_path: Path) -> None:
    remember(tmp_path, opening)
    (tmp_path / STILL_NAME).write_bytes(b"123")
    size = (tmp_path / FILE_NAME).stat().st_size
    assert forget(tmp_path) == size + 3
    assert recall(tmp_path) is None
    assert not (tmp_path / STILL_NAME).exists()
    assert forget(tmp_path) == 0
