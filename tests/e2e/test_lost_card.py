"""A graphics card that is lost while it draws. There is none here: OpenGL drawn by the processor stands for it.

KIOSK_TIMES: how often all that is drawn with is made anew, instead of a few times.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.staff.look import look
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from tests.e2e.conftest import Program

SOURCE = Path(__file__).parents[1] / "mortal_card.c"
X = {"QT_QPA_PLATFORM": "xcb", "QT_XCB_GL_INTEGRATION": "xcb_egl"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a card is lost by LD_PRELOAD")
def test_a_graphics_card_that_is_lost_has_all_pictures_back_and_one_that_stays_away_is_done_without(
    display: str, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not shutil.which("gcc"):
        pytest.skip("there is no gcc here to make a card with that can be lost")
    for name, value in {**X, "DISPLAY": display}.items():
        monkeypatch.setenv(name, value)
    if trouble := look().trouble:
        pytest.skip(f"there is no OpenGL here: {trouble}")
    card, folder = tmp_path / "card.so", tmp_path / "exhibition"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-o", card, SOURCE, "-ldl"], check=True)
    folder.mkdir()
    manifest = build_exhibition(folder, works=3, pictures=3, size=(600, 400), themes=0)
    told = {"LD_PRELOAD": str(card), "KIOSK_CARD": str(tmp_path / "state"), "MALLOC_ARENA_MAX": "1"}
    program.environment |= {**X, "DISPLAY": display, **told}  # one heap for all threads: what grows is kept
    ended = program.walk("lost_card", manifest)
    assert (ended.out, ended.code) == ("", 0), ended.err
    back, gone = ended.err.splitlines()
    assert "It draws again, and all pictures are back." in back, "told once for both times"
    assert "lost while it drew, and did not come back." in gone
