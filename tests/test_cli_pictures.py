"""The commands about pictures, as staff type them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kiosk import terminal
from kiosk.cli import commands
from kiosk.exhibition.places import cache_folder
from kiosk.staff.screens import ask_for_pixels
from kiosk.visit.opening import WHOLE, Beginning, Opening, remember
from tests.exhibitions import build_exhibition

if TYPE_CHECKING:
    from pathlib import Path

WORKS = 6
SCREEN = "192x108"
pytestmark = pytest.mark.usefixtures("room")
posix = pytest.mark.skipif(sys.platform == "win32", reason="no such signals on Windows")


def run(*arguments: object):
    return CliRunner().invoke(commands, [str(argument) for argument in arguments])


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KIOSK_CONFIG", raising=False)
    return build_exhibition(tmp_path / "room", works=WORKS, pictures=WORKS, size=(300, 200)).parent


def test_prepare_makes_all_and_finds_it_the_next_time(room):
    first = run("prepare", room, "--size", SCREEN)
    assert first.exit_code == 0
    pictures, closer, room_taken = first.stdout.splitlines()
    assert pictures == "6 of 6 pictures ready for 192 × 108: 6 made now, 0 found."
    assert closer == "6 of 6 ready to be looked at closer: 6 made now, 0 found."
    assert room_taken.endswith(f" MB in {cache_folder() / 'renditions'}")
    assert "100 %: 6 of 6 pictures\n" in first.stderr
    again = json.loads(run("prepare", room, "--size", SCREEN, "--json").stdout)
    assert (again["exit_code"], again["made"], again["found"], again["sizes"]) == (0, 0, WORKS, [[192, 108]])
    assert (again["tiles"]["made"], again["tiles"]["found"]) == (0, WORKS)
    without = json.loads(run("prepare", room, "--size", SCREEN, "--json", "--no-tiles").stdout)
    assert (without["found"], without["tiles"]) == (WORKS, None)


def test_prepare_names_what_cannot_be_shown(room):
    (room / "pictures" / "00002.jpg").unlink()
    (room / "pictures" / "00002.jpg").write_bytes(b"<html>")
    result = run("prepare", room, "--size", SCREEN)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0].startswith(str(room / "manifest.yaml"))
    assert "works[1].picture" in lines[1]
    assert "is a web page" in lines[1]
    assert "5 of 6 pictures ready" in lines[3]
    problems = json.loads(run("prepare", room, "--size", SCREEN, "--json").stdout)["problems"]
    assert [problem["rule"] for problem in problems] == ["not-a-picture"]
    assert run("check", room, "--quick", "--json").stdout.count('"not-a-picture"') == 1


def test_clear_frees_the_disk_and_says_where(room):
    folder = cache_folder() / "renditions"
    told = json.loads(run("prepare", room, "--size", SCREEN, "--json").stdout)
    taken = told["taken"] + told["tiles"]["taken"]
    cleared = json.loads(run("clear", "--json").stdout)
    assert cleared["folder"] == str(folder)
    assert taken <= cleared["freed"] < taken + 10_000
    assert not list(folder.rglob("*.jpg"))
    again = run("clear")
    assert (again.exit_code, again.stdout) == (0, f"Nothing was prepared in {folder}\n")
    run("prepare", room, "--size", SCREEN)
    assert run("clear").stdout.endswith(f" MB freed in {folder}\n")
    assert run("clear", "--json").exit_code == 0


@pytest.mark.parametrize("content", ["", "exhibition: {title: X}\nworks: []\n"])
def test_prepare_leaves_with_2_when_nothing_can_be_shown(room, content):
    (room / "manifest.yaml").write_text(content)
    result = run("prepare", room, "--size", SCREEN)
    assert result.exit_code == 2
    assert "Nothing in it can be shown." in result.stderr


def test_prepare_needs_a_cache_that_can_be_written(room):
    cache_folder().parent.mkdir(parents=True, exist_ok=True)
    cache_folder().write_bytes(b"")
    result = run("prepare", room, "--size", SCREEN)
    assert result.exit_code == 1
    assert "cannot be kept" in result.stderr


def test_prepare_alone_asks_how_large_the_screen_is(room):
    result = run("prepare", room)
    assert result.exit_code == 0
    assert "ready for 800 × 800" in result.stdout, "the size of Qt's screen that is none"
    (room.parent / "config.yaml").write_text("display: {mode: windowed}\n")
    assert ask_for_pixels(room.parent / "config.yaml") == (800, 800), "no more than there is"


def test_without_a_display_the_last_show_tells_how_large_the_screen_is(room, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    unknown = run("prepare", room)
    assert "not known" in unknown.stderr
    assert "ready for 1920 × 1080" in unknown.stdout
    beginning = Beginning("", WHOLE, "#000000")
    remember(cache_folder(), Opening("", "", (), None, beginning, ("", WHOLE), (1366, 768), "primary", "auto"))
    known = run("prepare", room)
    assert "not known" not in known.stderr
    assert "ready for 1366 × 768" in known.stdout


@posix
def test_ctrl_c_stops_it_and_the_same_command_goes_on(room):
    folder = room.parent / "many"
    build_exhibition(folder, works=30, pictures=30, size=(1500, 1000))
    command = [sys.executable, "-m", "kiosk", "prepare", str(folder), "--size", "1200x800", "--workers", "1"]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ))
    assert started.stderr
    assert started.stderr.readline().startswith(" 10 %")
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=60)
    assert (started.returncode, "Ctrl+C" in err) == (130, True)
    assert "The same command goes on from here." in out
    assert not list(cache_folder().rglob("*.tmp"))
    done = json.loads(run("prepare", folder, "--size", "1200x800", "--json").stdout)
    assert done["exit_code"] == 0
    assert 3 <= done["found"] < 30
    assert done["found"] + done["made"] == 30


def test_on_a_terminal_a_bar_tells_the_time_left(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    now = 0.0
    with terminal.progress(100, "pictures", lambda: now) as tell:
        for done in range(1, 101):
            now = float(done)
            tell(done, 100)
    shown = capsys.readouterr().err
    assert "Pictures" in shown
    assert "50/100  about 50 s left" in shown
    assert "100/100" in shown
