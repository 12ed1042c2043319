"""Hostile words in every text of an exhibition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hostile import build_hostile
from tests.listening import listening

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program


def test_hostile_words_are_read_as_they_stand_and_nothing_is_fetched_or_opened(
    program: Program, tmp_path: Path
) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    with listening() as (address, asked):
        manifest = build_hostile(folder, address)
        ended = program.walk("hostile", manifest, "--size", "1280x720", config={"display": {"reduced_motion": "on"}})
    warned = [line for line in ended.err.splitlines() if "manifest.yaml" not in line and "Install fonts" not in line]
    assert (warned, ended.out, ended.code) == ([], "", 0), ended.err
    assert asked == []
