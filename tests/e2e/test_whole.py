"""The whole visit, in one go: by touch alone, and with the five keys of a keypad alone."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from tests.e2e.walks.reading import LOG
from tests.e2e.whole import build_whole
from tests.speech.desktop import LACKING, Desktop

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program


LONG_S = 600
"""A guard against hanging: each visit goes through some three hundred things."""


@pytest.mark.parametrize("means", ["by_touch", "by_keys"])
def test_a_visit_through_everything_and_nothing_of_it_is_left(program: Program, tmp_path: Path, means: str) -> None:
    """Where this computer can speak, it is asked to."""
    manifest = build_whole(tmp_path / "exhibition")
    with nullcontext() if LACKING else Desktop(tmp_path / "desktop") as desktop:
        if desktop:
            program.environment |= {"SPEECHD_ADDRESS": desktop.address, LOG: str(desktop.log)}
        config: dict[str, object] = {"speech": {"enabled": True}} if desktop else {}
        ended = program.walk(f"whole.{means}", manifest, config=config, guard_s=LONG_S)
        assert (ended.err, ended.out, ended.code) == ("", "", 0)
        if desktop:
            assert desktop.loudness() > 100
    assert program.running() == []
