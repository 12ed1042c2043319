"""The program on an X screen, in a window that other programs could see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from kiosk.staff.look import look

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import Program

SCREENS = ("attract", "attract fade", "stage", "stage fade", "wall")
ALIKE, SHARE = 6, 0.02
"""By how much red, green or blue of a pixel may differ between renderers, and the share of pixels, at the edges of
letters and where pictures are scaled, that may differ by more."""


@pytest.mark.alone
def test_it_covers_a_real_screen_and_fades_without_a_blank_frame(
    display: str, program: Program, exhibition: Path
) -> None:
    program.environment.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
    ended = program.walk("real_screen", exhibition, config={"slideshow": {"fade_ms": 900}})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)


def test_a_graphics_card_that_cannot_draw_is_done_without(display: str, program: Program, exhibition: Path) -> None:
    program.environment.update(DISPLAY=display, QT_QPA_PLATFORM="xcb", QT_XCB_GL_INTEGRATION="none")
    ended = program.walk("no_card", exhibition)
    assert ended.code == 0, ended.err
    assert ended.err.count("for the first time") == 1
    assert ended.err.count("the screen cannot be drawn on") == 1


def test_a_wished_for_graphics_card_that_cannot_draw_ends_the_program_with_a_message(
    display: str, program: Program, exhibition: Path
) -> None:
    program.environment.update(DISPLAY=display, QT_QPA_PLATFORM="xcb", QT_XCB_GL_INTEGRATION="none")
    config = program.configure({"display": {"renderer": "opengl"}})
    ended = program.end(program.start("kiosk", exhibition, "--config", config))
    assert ended.code == 4, ended.err
    assert "Set display.renderer to software in config.yaml." in ended.err


def test_both_renderers_look_the_same(
    display: str, program: Program, exhibition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    if trouble := look().trouble:
        pytest.skip(f"there is no OpenGL here: {trouble}")
    program.environment.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
    for renderer in ("software", "opengl"):
        (tmp_path / renderer).mkdir()
        program.environment["KIOSK_LOOKS"] = str(tmp_path / renderer)
        config = {"display": {"renderer": renderer, "reduced_motion": "on", "diagonal_inches": 32}}
        ended = program.walk("looks", exhibition, config=config)
        assert (ended.err, ended.code) == ("", 0)
    for name in SCREENS:
        one, other = (
            np.asarray(Image.open(tmp_path / renderer / f"{name}.png").convert("RGB"), np.int16)
            for renderer in ("software", "opengl")
        )
        unlike = (np.abs(one - other).max(axis=2) > ALIKE).mean()
        assert unlike < SHARE, f"{name}: {100 * unlike:.1f} % of the pixels differ"


@pytest.mark.alone
def test_no_frame_of_any_way_between_screens_is_blank_or_blinks_and_nothing_moves_back(
    display: str, program: Program, exhibition: Path
) -> None:
    program.environment.update(DISPLAY=display, QT_QPA_PLATFORM="xcb")
    ended = program.walk("transitions", exhibition, config={"slideshow": {"fade_ms": 900}})
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
