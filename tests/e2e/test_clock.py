"""A whole show through a clock that jumps: days, years, the hours of summer time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition.places import state_folder
from kiosk.staff.statistics.reading import read
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from tests.e2e.conftest import Program

SOURCE = Path(__file__).parents[1] / "bench" / "jumping_clock.c"
VISITS, OF_ONE_S = 4, 60


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a clock is put on by LD_PRELOAD")
def test_the_show_goes_on_when_the_clock_jumps(program: Program, tmp_path: Path) -> None:
    if not shutil.which("gcc"):
        pytest.skip("there is no gcc here to make another clock with")
    clock, folder = tmp_path / "clock.so", tmp_path / "exhibition"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-o", clock, SOURCE, "-ldl"], check=True)
    folder.mkdir()
    manifest = build_exhibition(folder, works=3, pictures=3, size=(600, 400), themes=0)
    program.environment |= {"LD_PRELOAD": str(clock), "KIOSK_CLOCK": str(tmp_path / "ahead")}
    ended = program.walk("jumps", manifest)
    assert (ended.err, ended.out, ended.code) == ("", "", 0)
    counted = read(state_folder())
    assert sum(day.visits for day in counted.days) == VISITS
    assert len({day.day for day in counted.days}) >= 3, "each visit is counted on the day that it was by then"
    assert all(0 <= work.looked_s <= VISITS * OF_ONE_S for work in counted.works), "and no day is a look"
