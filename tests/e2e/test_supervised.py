"""The real program under its supervisor, on an X screen: whatever happens to it, it comes back by itself."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.exhibition.places import state_folder
from kiosk.staff import exits
from kiosk.staff.safe_mode import note_shown_well
from kiosk.staff.seat import SEATS, Seat
from kiosk.supervising.record import read
from kiosk.supervising.watched import Order
from tests.e2e.conftest import STRICT
from tests.exhibitions import build_exhibition
from tests.mortal_screen import MortalScreen
from tests.root_window import RootWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.e2e.conftest import Program

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="it needs an X screen and signals")
GUARD_S = 60
SERVICES = Path(__file__).parents[2] / "packaging" / "linux"
DISPLAYS = "DISPLAY", "WAYLAND_DISPLAY"


@pytest.fixture
def screen() -> Iterator[MortalScreen]:
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed: no real window can be opened here")
    screen = MortalScreen("800x600x24")
    yield screen
    screen.kill()


class Watched:
    """A supervised show, and what systemd hears of it."""

    def __init__(self, program: Program, exhibition: Path, heard: socket.socket) -> None:
        self._heard = heard
        heard.settimeout(GUARD_S)
        self.process = program.start("tests.e2e.hasty", exhibition, "--config", program.configure({}))

    def until(self, words: str) -> None:
        """Wait until systemd is told so."""
        while words not in self._heard.recv(500).decode():
            pass

    def viewer(self) -> int:
        """The one show there is."""
        (number,) = self._children("watched")
        return number

    def has_curtain(self) -> bool:
        return len(self._children("curtain-process")) == 1

    def _children(self, command: str) -> list[int]:
        found = []
        for file in Path("/proc").glob("[0-9]*/stat"):
            with contextlib.suppress(OSError):
                parent = int(file.read_text().rpartition(")")[2].split()[1])
                if parent == self.process.pid and command in (file.parent / "cmdline").read_text().split("\0"):
                    found.append(int(file.parent.name))
        return found


def wait_until(holds: Callable[[], object], what: str) -> None:
    limit = time.monotonic() + GUARD_S
    while not holds():
        assert time.monotonic() < limit, what
        time.sleep(0.02)


def test_it_comes_back_by_itself(program: Program, few: Path, screen: MortalScreen, tmp_path: Path) -> None:
    program.environment.update(DISPLAY=screen.name, QT_QPA_PLATFORM="xcb", NOTIFY_SOCKET=str(tmp_path / "notify"))
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(tmp_path / "notify"))
        watched = Watched(program, few, heard)
        watched.until("STATUS=Showing")
        first = watched.viewer()
        wait_until(watched.has_curtain, "no curtain was made ready")

        with RootWindow(screen.name) as root:
            wait_until(lambda: not root.bare(), "the show does not cover the screen")
            os.kill(first, signal.SIGSEGV)
            watched.until("STATUS=The show crashed (signal 11)")
            wait_until(lambda: not root.bare(), "nothing covers the desktop")
            watched.until("STATUS=Showing")
        second = watched.viewer()

        os.kill(second, signal.SIGSTOP)  # as if its loop hung: nothing is heard of it
        watched.until("STATUS=The show hung")
        watched.until("STATUS=Showing")
        third = watched.viewer()

        counted = read(state_folder())
        screen.kill()
        watched.until("STATUS=Waiting for the display server")
        screen.start()
        watched.until("STATUS=Showing")

        assert len({first, second, third, watched.viewer()}) == 4
        assert dict(counted.by) == {"crash": 1, "hang": 1}
        assert read(state_folder()) == counted, "a display that has gone is nobody's failure"
        os.kill(watched.viewer(), signal.SIGSTOP)
        watched.process.kill()
        ended = program.end(watched.process)
    told = [line for line in ended.err.splitlines() if line.startswith("kiosk supervisor: ")]
    assert len(told) == 4, ended.err
    logged = (state_folder() / "kiosk.log").read_text("utf-8")
    assert "the show was started again at" in logged
    assert "(crash)" in logged
    assert "(hang)" in logged
    wait_until(lambda: program.running() == [], "a supervisor that is killed takes its show along, even a hung one")


def test_one_that_finds_its_screen_taken_tells_by_whose_lock_and_leaves(program: Program, few: Path) -> None:
    there = Seat(state_folder(), "\n".join((*(os.environ.get(name, "") for name in DISPLAYS), "hall")))
    (lock,) = (state_folder() / SEATS).iterdir()
    command = [sys.executable, *STRICT, "-m", "kiosk", *Order().words(), few]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=program.environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as second:
        out, err = _hear(second)
    there.leave()
    assert second.returncode == exits.ALREADY, err
    assert out == f"X_TAKEN={lock}\n"
    assert err == "", "the supervisor says it, once"


def test_safe_mode_shows_what_was_shown_well_until_something_changes(program: Program, tmp_path: Path) -> None:
    well, asked = tmp_path / "well", tmp_path / "asked.yaml"
    well.mkdir()
    manifest = build_exhibition(well, works=3, size=(600, 400), themes=0, title="Shown well")
    asked.write_text("what made the program fail")
    note_shown_well(state_folder(), manifest)
    config = program.configure({"staff": {"gesture": {"hold_s": 1}}})
    orders = Order(safe="hang", rest=3600.0, software=True).words()
    code, out, err = _walk("safe", orders, asked, config, program)
    assert code == exits.AFRESH, err
    assert out.splitlines()[0] == "READY=1"
    assert out.splitlines()[-2:] == [f"X_LEAVES={exits.AFRESH}", "STOPPING=1"]
    assert '"languages": ["en"' in out
    assert [line for line in err.splitlines() if "safe mode" not in line] == []


def test_where_nothing_goes_staff_get_in_at_the_card(program: Program, few: Path) -> None:
    config = program.configure({"staff": {"gesture": {"hold_s": 1}}})
    orders = Order(safe="crash", rest=600.0, card=True).words()
    code, out, err = _walk("last_resort", orders, few, config, program)
    assert (code, err) == (exits.AFRESH, "")
    assert out.splitlines()[0] == "READY=1"
    assert out.splitlines()[-2:] == [f"X_LEAVES={exits.AFRESH}", "STOPPING=1"]


def test_staff_who_quit_end_supervisor_and_show_and_no_service_starts_them_again(
    program: Program, few: Path, screen: MortalScreen, tmp_path: Path
) -> None:
    program.environment.update(DISPLAY=screen.name, QT_QPA_PLATFORM="xcb", NOTIFY_SOCKET=str(tmp_path / "notify"))
    config = program.configure({"staff": {"gesture": {"hold_s": 1}}})
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(tmp_path / "notify"))
        ended = program.end(program.start("tests.e2e.led", "quits", few, "--config", config))
        heard.setblocking(False)
        told = []
        with contextlib.suppress(BlockingIOError):
            while True:
                told.append(heard.recv(500).decode())
    assert (ended.out, ended.err) == ("", "")
    assert (told[0], told[-1]) == ("READY=1", "STOPPING=1")
    assert told.count("STATUS=Showing") == 1, "it was not started again"
    assert program.running() == []
    for unit in ("kiosk-gallery", "kiosk-gallery-session"):
        assert ended.code in left_alone(unit), "systemd would start it again"


def left_alone(unit: str) -> set[int]:
    """After which exit codes systemd neither starts a service of ours again nor calls it failed."""
    lines = (SERVICES / f"{unit}.service").read_text("utf-8").splitlines()
    kept, fine = (
        {int(code) for line in lines if line.startswith(f"{key}=") for code in line.partition("=")[2].split()}
        for key in ("RestartPreventExitStatus", "SuccessExitStatus")
    )
    return kept & fine


def test_where_nothing_goes_staff_open_another_exhibition(program: Program, tmp_path: Path) -> None:
    (other := tmp_path / "somewhere" / "other").mkdir(parents=True)
    build_exhibition(other, works=3, size=(600, 400), themes=0, title="Another")
    (asked := tmp_path / "asked.yaml").write_text("what made the program fail")
    config = program.configure({"staff": {"gesture": {"hold_s": 1}}})
    orders = Order(safe="crash", rest=3600.0, card=True).words()
    code, out, err = _walk("last_resort_opens", orders, asked, config, program)
    assert code == exits.AFRESH, err
    assert out.splitlines()[-2:] == [f"X_LEAVES={exits.AFRESH}", "STOPPING=1"]
    assert [line for line in err.splitlines() if "safe mode" not in line] == []


def _walk(name: str, orders: list[str], asked: Path, config: Path, program: Program) -> tuple[int, str, str]:
    """A supervised show that is walked through: its exit code, and what it says to its supervisor and to the log."""
    command = [sys.executable, *STRICT, "-m", "tests.e2e.driver", name, *orders, asked, "--config", config]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, env=program.environment, cwd=program.folder, stdin=pipe, stdout=pipe, stderr=pipe, text=True
    ) as process:
        out, err = _hear(process)
    return process.returncode, out, err


def _hear(process: subprocess.Popen[str]) -> tuple[str, str]:
    """What it says until its end, while its life line is held."""
    assert process.stdout
    assert process.stderr
    return process.stdout.read(), process.stderr.read()
