"""One kiosk a screen."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kiosk.staff.seat import SEATS, Seat, Taken

if TYPE_CHECKING:
    from pathlib import Path

HOLDS = "import sys; from pathlib import Path; from kiosk.staff.seat import Seat; s = Seat(Path(sys.argv[1]), 'hall')\n"


def test_a_screen_has_one_place_and_another_screen_its_own(tmp_path: Path) -> None:
    hall = Seat(tmp_path, "hall")
    with pytest.raises(Taken):
        Seat(tmp_path, "hall")
    assert not hall.has_neighbours()
    stairs = Seat(tmp_path, "stairs")
    assert hall.has_neighbours()
    assert stairs.has_neighbours()
    stairs.leave()
    stairs.leave()
    assert not hall.has_neighbours()
    hall.leave()
    Seat(tmp_path, "hall").leave()


def test_the_system_takes_the_place_back_from_a_program_that_was_killed(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDS + "print(flush=True); input()", tmp_path], stdin=-1, stdout=-1
    )
    assert child.stdout
    child.stdout.readline()
    with pytest.raises(Taken):
        Seat(tmp_path, "hall")
    child.send_signal(signal.SIGKILL)
    child.communicate()
    Seat(tmp_path, "hall").leave()


def test_a_neighbour_who_only_looks_takes_no_place(tmp_path: Path) -> None:
    looks = Seat(tmp_path, "hall")
    Seat(tmp_path, "hall", lambda _: looks.leave()).leave()


@pytest.mark.logs("a second start will not be noticed")
def test_where_nothing_can_be_written_nobody_is_kept_out(tmp_path: Path) -> None:
    (tmp_path / SEATS).write_text("a file in its place")
    seat = Seat(tmp_path, "hall")
    assert not seat.has_neighbours()
    seat.leave()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
@pytest.mark.logs("a second start will not be noticed")
def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    Seat(tmp_path, "hall").leave()
    (lock,) = (tmp_path / SEATS).iterdir()
    lock.unlink()
    lock.symlink_to(tmp_path / "elsewhere")
    Seat(tmp_path, "hall").leave()
    assert not (tmp_path / "elsewhere").exists()
