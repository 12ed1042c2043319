"""The real program with the real speech service: what a visitor asks for is heard, and nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.walks.reading import LOG
from tests.speech.desktop import LACKING, Desktop

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program

needs_a_voice = pytest.mark.skipif(bool(LACKING), reason=f"not here: {', '.join(LACKING)}")


@needs_a_voice
def test_labels_are_read_to_a_visitor_who_asks_and_to_nobody_else(
    program: Program, exhibition: Path, tmp_path: Path
) -> None:
    with Desktop(tmp_path / "desktop") as desktop:
        program.environment |= {"SPEECHD_ADDRESS": desktop.address, LOG: str(desktop.log)}
        ended = program.walk("reading", exhibition, config={"speech": {"enabled": True}})
        assert (ended.err, ended.out, ended.code) == ("", "", 0)
        assert desktop.loudness() > 100
    assert program.running() == []


def test_a_kiosk_that_is_not_told_to_does_not_speak(program: Program, exhibition: Path) -> None:
    ended = program.walk("silent", exhibition)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


@needs_a_voice
def test_a_kiosk_without_a_speech_service_offers_nothing_and_says_so_once(
    program: Program, exhibition: Path, tmp_path: Path
) -> None:
    program.environment |= {
        "SPEECHD_ADDRESS": f"unix_socket:{tmp_path / 'none.sock'}",
        "SPEECHD_CMD": str(tmp_path / "none"),
    }
    ended = program.walk("silent", exhibition, config={"speech": {"enabled": True}})
    (line,) = ended.err.splitlines()
    assert "labels cannot be read aloud for now" in line
    assert ended.code == 0
    assert program.running() == []
