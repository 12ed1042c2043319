"""The profile that `display.profile` names: used when it is one of a screen, else a problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kiosk.backstage import screen_profile
from kiosk.exhibition.config import Config, read_config
from kiosk.exhibition.screen_profile import MAX_BYTES, NoProfile, read_screen_profile
from tests import profiles

if TYPE_CHECKING:
    from pathlib import Path

SCREEN = profiles.rgb_profile(profiles.DISPLAY_P3, 2.2)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.yaml"
    path.write_text("display: {profile: colour/screen.icc}\n", encoding="utf-8")
    (tmp_path / "colour").mkdir()
    return path


def test_a_profile_is_found_beside_the_configuration(config: Path) -> None:
    file = config.parent / "colour" / "screen.icc"
    file.write_bytes(SCREEN)
    reading = read_config(config)
    assert reading.problems == ()
    assert reading.config.display.profile == str(file)
    assert screen_profile(reading.config) == SCREEN
    file.unlink()
    assert screen_profile(reading.config) == b"", "gone since"


def test_without_one_the_screen_is_srgb() -> None:
    assert screen_profile(Config()) == b""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "no such file"),
        (b"", "no ICC profile"),
        (b"II*\0" * 100, "no ICC profile"),
        (SCREEN[:300], "incomplete"),
        (SCREEN[:128] + b"\xff\xff\xff\xff" + SCREEN[132:], "damaged"),
        (SCREEN.replace(b"rTRC", b"xxxx"), "does not say how"),
        (profiles.cmyk_profile(), "not the profile of a screen"),
        (profiles.grey_profile(2.2), "not the profile of a screen"),
        (SCREEN + bytes(MAX_BYTES), "more than 8 MB"),
    ],
)
def test_what_is_no_profile_of_a_screen_is_a_problem(config: Path, data: bytes | None, reason: str) -> None:
    file = config.parent / "colour" / "screen.icc"
    if data is not None:
        file.write_bytes(data)
    reading = read_config(config)
    (problem,) = reading.problems
    assert (problem.rule, problem.field, problem.line, problem.column) == ("screen-profile", "display.profile", 1, 20)
    assert reason in problem.message
    assert "colour/screen.icc" in problem.message
    assert problem.remedy.endswith(".")
    assert reading.config.display.profile is None


def test_a_folder_is_no_profile(tmp_path: Path) -> None:
    with pytest.raises(NoProfile):
        read_screen_profile(tmp_path)
